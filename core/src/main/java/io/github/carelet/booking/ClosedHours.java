package io.github.carelet.booking;

import io.github.carelet.catalog.HoursException;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.OpenInterval;
import io.github.carelet.catalog.OpeningHours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts closures of a place into its opening hours, as exceptions before those that it has.
 *
 * @param language the language of the notes
 */
record ClosedHours(String language) {

    private static final int DAY = 24 * 60;

    Location apply(Location location, List<Closure> closures) {
        Optional<OpeningHours> hours = location.hours();
        for (Closure closure : closures) {
            hours = hours.map(known -> apply(known, closure.what()));
        }
        return new Location(
                location.id(),
                location.name(),
                location.phone(),
                location.fax(),
                location.address(),
                location.geo(),
                location.timeZone(),
                hours,
                location.languagesSpoken(),
                location.access(),
                location.acceptingNewPatients(),
                location.insuranceAccepted());
    }

    private OpeningHours apply(OpeningHours hours, Closure.Draft closed) {
        Optional<Localized<String>> note = closed.note().map(text -> Localized.of(language, text));
        List<HoursException> exceptions = closed.time().isEmpty()
                ? List.of(new HoursException(closed.from(), closed.to(), List.of(), note))
                : partly(hours, closed, note);
        return new OpeningHours(
                hours.weekly(),
                Stream.concat(exceptions.stream(), hours.exceptions().stream()).toList());
    }

    /** What is open past midnight is cut on the day before. */
    private static List<HoursException> partly(
            OpeningHours hours, Closure.Draft closed, Optional<Localized<String>> note) {
        OpenInterval part = closed.time().orElseThrow();
        List<HoursException> exceptions = new ArrayList<>();
        LocalDate last = closed.to().plusDays(1);
        for (LocalDate day = closed.from().minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            List<OpenInterval> open = hours.on(day);
            List<OpenInterval> rest = open;
            for (int ahead = -1; ahead <= 1; ahead++) {
                LocalDate of = day.plusDays(ahead);
                if (!of.isBefore(closed.from()) && !of.isAfter(closed.to())) {
                    rest = without(rest, part.startMinute() + ahead * DAY, part.endMinute() + ahead * DAY);
                }
            }
            if (!rest.equals(open)) {
                exceptions.add(new HoursException(day, day, rest, note));
            }
        }
        return exceptions;
    }

    private static List<OpenInterval> without(List<OpenInterval> open, int from, int until) {
        List<OpenInterval> rest = new ArrayList<>();
        for (OpenInterval each : open) {
            add(rest, each.startMinute(), Math.min(each.endMinute(), from));
            add(rest, Math.max(each.startMinute(), until), each.endMinute());
        }
        return rest;
    }

    /** What would begin after midnight belongs to the next day: no interval can say it, so that part stays closed too. */
    private static void add(List<OpenInterval> rest, int start, int end) {
        if (start < end && start < DAY) {
            rest.add(new OpenInterval(start, end));
        }
    }
}
