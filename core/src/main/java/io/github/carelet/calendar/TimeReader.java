package io.github.carelet.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times and days: of UTC, of a named zone, or of wherever the practitioner is. Used by one thread. */
final class TimeReader {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[Tt](\\d{2})(\\d{2})(\\d{2})([Zz])?)?");

    private final Zones zones;

    TimeReader(Zones zones) {
        this.zones = zones;
    }

    /** Returns the time of a property. */
    CalendarTime time(Property property) {
        return time(property.value(), zones.of(property));
    }

    /** Returns the times of a property that may have several; of periods only the part before the slash. */
    List<CalendarTime> times(Property property) {
        ZoneRules zone = zones.of(property);
        List<CalendarTime> times = new ArrayList<>();
        for (String each : property.value().split(",")) {
            times.add(time(each.split("/", 2)[0], zone));
        }
        return times;
    }

    /** Returns the time that a text writes; in that zone, unless it says UTC. */
    static CalendarTime time(String text, ZoneRules zone) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("no time");
        }
        LocalDate day = LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
        if (form.group(4) == null) {
            return new CalendarTime(day.atStartOfDay(), zone, true);
        }
        // Of a leap second there is only the second before it.
        LocalDateTime time = day.atTime(number(form, 4), number(form, 5), Math.min(59, number(form, 6)));
        return new CalendarTime(time, form.group(7) == null ? zone : ZoneOffset.UTC.getRules(), false);
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
