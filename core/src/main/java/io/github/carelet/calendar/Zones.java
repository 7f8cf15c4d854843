package io.github.carelet.calendar;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The zones that times of a calendar name. The JDK's own rules go before those in the file, which were often written by a
 * program with older ones; what neither knows is taken for where the practitioner is, and reported. Used by one thread.
 */
final class Zones {

    private static final int LONGEST = 200;

    private final ZoneRules here;
    private final Problems problems;
    private final Set<String> jdk = ZoneRulesProvider.getAvailableZoneIds();
    private final Map<String, Component> written = new HashMap<>();
    private final Map<String, ZoneRules> known = new HashMap<>();
    private final WrittenZoneReader reader;

    Zones(ZoneId here, List<Component> calendars, WrittenZoneReader reader, Problems problems) {
        this.here = here.getRules();
        this.problems = problems;
        this.reader = reader;
        calendars.stream()
                .flatMap(each -> each.parts("VTIMEZONE").stream())
                .forEach(each -> each.first("TZID")
                        .ifPresent(id -> written.put(id.value().strip(), each)));
    }

    /** Returns the zone of a property's times, where these don't say UTC. */
    ZoneRules of(Property property) {
        Optional<String> id = property.parameter("TZID");
        return id.isEmpty() ? here : known.computeIfAbsent(id.get(), name -> find(name, property));
    }

    private ZoneRules find(String id, Property property) {
        Optional<ZoneRules> rules = ofJdk(id).or(() -> ofFile(id));
        if (rules.isEmpty()) {
            problems.add(property.line(), "the time zone is unknown, and taken for that of the practitioner");
        }
        return rules.orElse(here);
    }

    private Optional<ZoneRules> ofFile(String id) {
        return Optional.ofNullable(written.get(id)).flatMap(component -> {
            try {
                return reader.read(component);
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                return Optional.empty();
            }
        });
    }

    /** Some programs put a name of theirs before it, as in {@code /example.org/2026/Europe/Berlin}. */
    private Optional<ZoneRules> ofJdk(String id) {
        String rest = id.length() > LONGEST ? "" : id;
        while (!jdk.contains(rest) && rest.indexOf('/') >= 0) {
            rest = rest.substring(rest.indexOf('/') + 1);
        }
        return jdk.contains(rest) ? Optional.of(ZoneId.of(rest).getRules()) : Optional.empty();
    }
}
