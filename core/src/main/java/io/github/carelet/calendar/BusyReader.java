package io.github.carelet.calendar;

import io.github.carelet.schedule.Stretch;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads when somebody is busy from an iCalendar file: events with their recurrences, exceptions and changed times, and
 * free/busy lists. Free are events that say so ({@code TRANSP:TRANSPARENT}, {@code STATUS:CANCELLED},
 * {@code X-MICROSOFT-CDO-BUSYSTATUS:FREE}). Pure; used by one thread.
 */
final class BusyReader {

    private final Stretch window;
    private final Budget budget;
    private final Problems problems = new Problems();
    private final TimeReader times;
    private final List<Component> calendars;

    private BusyReader(List<Component> calendars, ZoneId here, Stretch window, Budget budget) {
        this.calendars = calendars;
        this.window = window;
        this.budget = budget;
        this.times = new TimeReader(new Zones(here, calendars, new WrittenZoneReader(window, budget), problems));
    }

    /**
     * What was read.
     *
     * @param busy when somebody is busy, within the window
     * @param problems how much was not understood
     * @param first the first problems, by line
     */
    record Reading(BusyTimes busy, int problems, List<String> first) {}

    /**
     * Reads a file.
     *
     * @param here the zone of days, and of times that name none
     * @param window in which time
     * @throws UnreadableCalendarException if it is no calendar, is cut off, or is more than the limits allow
     */
    static Reading read(byte[] bytes, ZoneId here, Stretch window, CalendarLimits limits) {
        Budget budget = new Budget(limits.steps());
        return new BusyReader(ComponentReader.read(bytes, limits), here, window, budget).read();
    }

    private Reading read() {
        List<Stretch> busy = new ArrayList<>();
        EntryReader entries = new EntryReader(times, problems);
        Map<String, Series> series = new LinkedHashMap<>();
        for (Component calendar : calendars) {
            for (Component event : calendar.parts("VEVENT")) {
                budget.use(1 + event.properties().size());
                entries.read(event)
                        .ifPresent(entry -> series.computeIfAbsent(
                                        entry.uid().orElse("\n" + event.line()),
                                        uid -> new Series(event.line(), window, budget))
                                .add(entry));
            }
            calendar.parts("VFREEBUSY").forEach(each -> addFreeBusy(each, busy));
        }
        series.values().forEach(each -> addBusy(each, busy));
        return new Reading(BusyTimes.of(window, busy), problems.count(), problems.first());
    }

    private void addBusy(Series series, List<Stretch> busy) {
        attempt(series.line(), "an event is left out", () -> busy.addAll(series.busy()));
    }

    private void addFreeBusy(Component list, List<Stretch> busy) {
        for (Property property : list.all("FREEBUSY")) {
            String type = property.parameter("FBTYPE").orElse("BUSY").toUpperCase(Locale.ROOT);
            if (!type.equals("FREE")) {
                attempt(property.line(), "busy times are left out", () -> addPeriods(property, busy));
            }
        }
    }

    private void attempt(int line, String otherwise, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            problems.add(line, otherwise + ": its times are not understood");
        }
    }

    private void addPeriods(Property property, List<Stretch> busy) {
        List<CalendarTime> starts = times.times(property);
        String[] periods = property.value().split(",");
        budget.use(periods.length);
        for (int i = 0; i < periods.length; i++) {
            String end = periods[i].substring(periods[i].indexOf('/') + 1);
            Extent extent = Extent.ofPeriod(starts.get(i), end);
            busy.add(new Stretch(starts.get(i).instant(), extent.end(starts.get(i))));
        }
    }
}
