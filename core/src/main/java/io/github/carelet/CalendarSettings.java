package io.github.carelet;

import io.github.carelet.booking.TakenTimes;
import io.github.carelet.calendar.PractitionerCalendar;
import io.github.carelet.calendar.PractitionerCalendars;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.egress.EgressGuard;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Who else knows what is taken, as a host wants it. Used by one thread. */
final class CalendarSettings {

    private static final Duration SHORTEST = Duration.ofMillis(10);

    private final List<PractitionerCalendar> calendars = new ArrayList<>();
    private final List<TakenTimes> others = new ArrayList<>();
    private Duration interval = Duration.ofMinutes(5);

    void add(PractitionerCalendar calendar) {
        calendars.add(calendar);
    }

    void add(TakenTimes other) {
        others.add(other);
    }

    void readEvery(Duration newInterval) {
        interval = newInterval;
    }

    /** Returns whether there are none, so that nothing of this depends on the catalogue. */
    boolean areNone() {
        return calendars.isEmpty();
    }

    /** Adds what is wrong whatever the catalogue says. */
    void check(EgressGuard guard, boolean contentOnly, List<String> problems) {
        if (contentOnly && !(calendars.isEmpty() && others.isEmpty())) {
            problems.add("contentOnly() has no calendars: no time is offered here");
        }
        if (interval.compareTo(SHORTEST) < 0) {
            problems.add("calendarsEvery " + interval + " is too often: expected 10 ms or more");
        }
        Set<String> seen = new HashSet<>();
        for (PractitionerCalendar calendar : calendars) {
            if (!seen.add(calendar.practitioner())) {
                problems.add("calendar of '" + calendar.practitioner() + "' is there twice");
            }
            if (!calendar.isFile()) {
                checkEgress(guard, calendar, problems);
            }
        }
    }

    private static void checkEgress(EgressGuard guard, PractitionerCalendar calendar, List<String> problems) {
        try {
            guard.check(calendar.place());
        } catch (IllegalArgumentException e) {
            problems.add("calendar of '" + calendar.practitioner() + "': " + e.getMessage());
        }
    }

    /** Adds whose calendars are of nobody in the catalogue. */
    void addUnknown(Catalog catalog, List<String> problems) {
        calendars.stream()
                .map(PractitionerCalendar::practitioner)
                .filter(id -> catalog.practitioner(id).isEmpty())
                .forEach(id -> problems.add("calendar of '" + id
                        + "': the catalogue has no such practitioner; expected one of "
                        + catalog.practitioners().stream()
                                .map(each -> each.id())
                                .toList()));
    }

    /** Opens the calendars, if there are any, and the thread that reads them. */
    CalendarReading open(
            EgressGuard guard,
            InstantSource clock,
            Supplier<Catalog> catalog,
            Optional<Path> kept,
            List<AutoCloseable> open) {
        if (calendars.isEmpty()) {
            return new CalendarReading(others, Optional.empty());
        }
        PractitionerCalendars read = new PractitionerCalendars(calendars, guard, clock, catalog, kept);
        open.add(CalendarWatch.start(read, interval));
        List<TakenTimes> sources = new ArrayList<>(others);
        sources.add(read);
        return new CalendarReading(sources, Optional.of(read));
    }
}
