package io.github.carelet.catalog;

import io.github.carelet.catalog.Node.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Notes which ids there are and which are referred to, and checks at the end that every reference leads somewhere. */
final class References {

    /** What has ids, by the name of its array. */
    enum Kind {
        LOCATIONS("locations"),
        CONDITIONS("conditions"),
        TREATMENTS("treatments"),
        PRACTITIONERS("practitioners"),
        ARTICLES("articles"),
        APPOINTMENT_TYPES("appointmentTypes");

        private final String array;

        Kind(String array) {
            this.array = array;
        }

        String array() {
            return array;
        }
    }

    private record Reference(Place place, String id, List<Kind> kinds) {}

    private final Map<Kind, Set<String>> ids = new HashMap<>();
    private final List<Reference> references = new ArrayList<>();

    /** Notes an id, also one that is not well formed; returns whether it is the first of its kind. */
    boolean declare(Kind kind, String id) {
        return ids.computeIfAbsent(kind, each -> new HashSet<>()).add(id);
    }

    /** Returns the ids in a member, each noted as a reference to something of one of the kinds. */
    List<String> read(Fields fields, String name, Kind... kinds) {
        List<String> read = new ArrayList<>();
        for (Node node : fields.list(name)) {
            fields.parsed(node, "an id", text -> text).ifPresent(id -> {
                references.add(new Reference(node.place(), id, List.of(kinds)));
                read.add(id);
            });
        }
        return read.stream().distinct().toList();
    }

    void check(Problems problems) {
        for (Reference each : references) {
            boolean leads = each.kinds().stream()
                    .anyMatch(kind -> ids.getOrDefault(kind, Set.of()).contains(each.id()));
            if (!leads) {
                String kinds = each.kinds().stream().map(Kind::array).collect(Collectors.joining(" or "));
                problems.error(each.place(), each.id(), "the id of one of the " + kinds);
            }
        }
    }
}
