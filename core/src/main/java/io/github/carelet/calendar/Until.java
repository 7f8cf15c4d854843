package io.github.carelet.calendar;

import java.time.LocalDateTime;
import java.time.LocalTime;

/** The end of a recurrence that a rule writes as a day, as a time of UTC, or as one of the same clock. */
final class Until {

    private Until() {}

    /** Returns the end of a rule on the clock of its first time, or a limit that is earlier. */
    static LocalDateTime earlier(RecurrenceRule rule, CalendarTime first, LocalDateTime limit) {
        return rule.end()
                .until()
                .map(text -> local(TimeReader.time(text, first.zone()), first))
                .filter(until -> until.isBefore(limit))
                .orElse(limit);
    }

    /** Of something that takes whole days, the last day counts, whatever its time; else a last day counts to its end. */
    private static LocalDateTime local(CalendarTime until, CalendarTime first) {
        LocalDateTime local = until.day() ? until.local() : until.on(first.zone());
        return until.day() || first.day() ? local.toLocalDate().atTime(LocalTime.MAX) : local;
    }
}
