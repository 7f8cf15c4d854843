package io.github.carelet.servlet.staff;

import io.github.carelet.language.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * Puts times into words, by the clocks of a place.
 *
 * @param words what the interface says
 * @param zone the zone of the place
 */
record Clocks(Messages words, ZoneId zone) {

    private static final long MINUTES_OF_AN_HOUR = 60;
    private static final long HOURS_OF_TWO_DAYS = 48;

    /** Returns {@code Tuesday, December 1, 9:30 AM}. */
    String at(OffsetDateTime time) {
        return words.text("staff.time.at", words.day(day(time.toInstant())), words.time(time, zone));
    }

    /** Returns an instant as {@code Tuesday, December 1, 9:30 AM}. */
    String at(Instant instant) {
        return at(instant.atZone(zone).toOffsetDateTime());
    }

    /** Returns the time of day as {@code 9:30 AM}. */
    String time(OffsetDateTime time) {
        return words.time(time, zone);
    }

    /** Returns the local day of an instant. */
    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Returns a length of time as {@code 25 min}, {@code 3 h 5 min}, {@code 2 days 4 h}; what is less than a minute is none. */
    String length(Duration length) {
        long hours = length.toHours();
        if (hours >= HOURS_OF_TWO_DAYS) {
            return words.text("staff.length.days", length.toDays(), length.toHoursPart());
        }
        long minutes = length.toMinutes() % MINUTES_OF_AN_HOUR;
        return hours > 0
                ? words.text("staff.length.hours", hours, minutes)
                : words.text("staff.length.minutes", minutes);
    }
}
