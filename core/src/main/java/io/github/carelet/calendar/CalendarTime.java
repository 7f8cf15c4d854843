package io.github.carelet.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;

/**
 * A time or a day in a calendar.
 *
 * @param local on the clock there; midnight of a day
 * @param zone the rules of the clock there
 * @param day whether it is a whole day
 */
record CalendarTime(LocalDateTime local, ZoneRules zone, boolean day) {

    /** Of a time that exists twice it is the first; in a gap, the clock before it goes on (RFC 5545, 3.3.5). */
    Instant instant() {
        return local.toInstant(zone.getOffset(local));
    }

    CalendarTime at(LocalDateTime other) {
        return new CalendarTime(other, zone, day);
    }

    /** Returns this instant on another's clock. */
    LocalDateTime on(ZoneRules other) {
        Instant instant = instant();
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, other.getOffset(instant));
    }
}
