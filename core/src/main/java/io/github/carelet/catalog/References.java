package io.github.carelet.catalog;

import io.github.carelet.catalog.Node.Place;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that every reference leads somewhere. Used once. */
final class References {

    private final Catalog catalog;
    private final Map<String, Place> places;
    private final Problems problems;
    private final Map<String, Set<String>> ids = new HashMap<>();

    /** {@code places} is where each {@code kind/id} stands. */
    References(Catalog catalog, Map<String, Place> places, Problems problems) {
        this.catalog = catalog;
        this.places = Map.copyOf(places);
        this.problems = problems;
        places.keySet().forEach(name -> {
            int slash = name.indexOf('/');
            ids.computeIfAbsent(name.substring(0, slash), kind -> new HashSet<>())
                    .add(name.substring(slash + 1));
        });
    }

    void check() {
        for (Treatment each : catalog.treatments()) {
            String from = "treatments/" + each.id();
            check(from, "treats", each.treats(), "conditions");
            check(from, "combinesWith", each.combinesWith(), "treatments");
            check(from, "availableAt", each.availableAt(), "locations");
        }
        for (Practitioner each : catalog.practitioners()) {
            check("practitioners/" + each.id(), "locations", each.locations(), "locations");
        }
        for (Article each : catalog.articles()) {
            check("articles/" + each.id(), "about", each.about(), "treatments", "conditions");
        }
        for (AppointmentType each : catalog.appointmentTypes()) {
            String from = "appointmentTypes/" + each.id();
            check(from, "treatments", each.treatments(), "treatments");
            check(from, "locations", each.locations(), "locations");
            check(from, "practitioners", each.practitioners(), "practitioners");
        }
    }

    private void check(String from, String member, Collection<String> references, String... kinds) {
        Place item = places.getOrDefault(from, new Place("", "/" + from, 0));
        for (String reference : references) {
            boolean found = List.of(kinds).stream()
                    .anyMatch(kind -> ids.getOrDefault(kind, Set.of()).contains(reference));
            if (!found) {
                Place place = new Place(item.file(), item.pointer() + "/" + member, item.line());
                problems.error(place, reference, "the id of one of the " + String.join(" or ", kinds));
            }
        }
    }
}
