package io.github.carelet.calendar;

import io.github.carelet.calendar.Entry.Extra;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads events. One that is not understood is reported, not guessed at; where only its recurrence is not, its first time is
 * taken. Used by one thread.
 */
final class EntryReader {

    private static final Pattern SEQUENCE = Pattern.compile("\\d{1,9}");

    private final TimeReader times;
    private final Problems problems;

    EntryReader(TimeReader times, Problems problems) {
        this.times = times;
        this.problems = problems;
    }

    /** Returns the event; empty if it is not understood. */
    Optional<Entry> read(Component event) {
        try {
            return Optional.of(entry(event));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            problems.add(event.line(), "an event's times are not understood: it is left out");
            return Optional.empty();
        }
    }

    private Entry entry(Component event) {
        CalendarTime start =
                event.first("DTSTART").map(times::time).orElseThrow(() -> new IllegalArgumentException("no start"));
        Extent extent = extent(event, start);
        Optional<Property> instead = event.first("RECURRENCE-ID");
        return new Entry(
                event.first("UID").map(Property::value),
                sequence(event),
                start,
                extent,
                isBusy(event),
                instead.map(times::time),
                instead.flatMap(each -> each.parameter("RANGE"))
                        .filter("THISANDFUTURE"::equalsIgnoreCase)
                        .isPresent(),
                instead.isPresent() ? List.of() : rules(event, start),
                extras(event, extent),
                exceptions(event));
    }

    /** What says neither end nor duration takes its day, or no time at all (RFC 5545, 3.6.1). */
    private Extent extent(Component event, CalendarTime start) {
        Optional<Extent> said = event.first("DTEND")
                .map(end -> Extent.between(start, times.time(end)))
                .or(() -> event.first("DURATION").map(each -> Extent.parse(each.value())));
        // A day that ends when it begins is written by programs that mean the day.
        return said.filter(extent -> !start.day() || !extent.equals(Extent.NONE))
                .orElse(start.day() ? Extent.ONE_DAY : Extent.NONE);
    }

    private static int sequence(Component event) {
        return event.first("SEQUENCE")
                .map(each -> each.value().strip())
                .filter(text -> SEQUENCE.matcher(text).matches())
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** A tentative event is busy: the time may be needed. */
    private static boolean isBusy(Component event) {
        return !event.says("TRANSP", "TRANSPARENT")
                && !event.says("STATUS", "CANCELLED")
                && !event.says("X-MICROSOFT-CDO-BUSYSTATUS", "FREE");
    }

    private List<RecurrenceRule> rules(Component event, CalendarTime start) {
        List<RecurrenceRule> rules = new ArrayList<>();
        event.all("RRULE")
                .forEach(property -> attempt(property, "only the first time of a recurrence is taken", () -> {
                    RecurrenceRule rule = RecurrenceRuleReader.read(property.value());
                    Until.earlier(rule, start, start.local());
                    rules.add(rule);
                }));
        return rules;
    }

    private List<Extra> extras(Component event, Extent extent) {
        List<Extra> extras = new ArrayList<>();
        event.all("RDATE")
                .forEach(property -> attempt(property, "a time that was added is left out", () -> {
                    List<CalendarTime> starts = times.times(property);
                    String[] texts = property.value().split(",");
                    for (int i = 0; i < texts.length; i++) {
                        String[] period = texts[i].split("/", 2);
                        CalendarTime start = starts.get(i);
                        extras.add(new Extra(start, period.length < 2 ? extent : Extent.ofPeriod(start, period[1])));
                    }
                }));
        return extras;
    }

    private List<CalendarTime> exceptions(Component event) {
        List<CalendarTime> exceptions = new ArrayList<>();
        event.all("EXDATE")
                .forEach(property -> attempt(
                        property,
                        "an exception of a recurrence is left out",
                        () -> exceptions.addAll(times.times(property))));
        return exceptions;
    }

    private void attempt(Property property, String otherwise, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            problems.add(property.line(), otherwise + ": it is not understood");
        }
    }
}
