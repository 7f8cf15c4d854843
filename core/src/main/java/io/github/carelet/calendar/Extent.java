package io.github.carelet.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something lasts: days by the calendar, then time by the clock's ticking (RFC 5545, 3.3.6).
 *
 * @param days which need not have 24 hours
 * @param exact the rest
 */
record Extent(long days, Duration exact) {

    static final Extent NONE = new Extent(0, Duration.ZERO);
    static final Extent ONE_DAY = new Extent(1, Duration.ZERO);

    /** So long nothing lasts; it keeps sums within what a clock can show. */
    private static final long MOST_DAYS = 36_500;

    private static final Pattern FORM = Pattern.compile(
            "\\+?P(?:(\\d{1,6})W)?(?:(\\d{1,6})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,6})M)?(?:(\\d{1,6})S)?)?");

    Extent {
        if (days < 0 || days > MOST_DAYS || exact.isNegative() || exact.toDays() > MOST_DAYS) {
            throw new IllegalArgumentException("it lasts too long, or ends before it begins");
        }
    }

    static Extent parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("no duration");
        }
        return new Extent(
                7 * number(form, 1) + number(form, 2),
                Duration.ofHours(number(form, 3)).plusMinutes(number(form, 4)).plusSeconds(number(form, 5)));
    }

    private static long number(Matcher form, int group) {
        return form.group(group) == null ? 0 : Long.parseLong(form.group(group));
    }

    /** Returns how long a period lasts by what stands after its slash: an end or a duration. */
    static Extent ofPeriod(CalendarTime start, String rest) {
        return rest.strip().startsWith("P") || rest.strip().startsWith("+")
                ? parse(rest)
                : between(start, TimeReader.time(rest, start.zone()));
    }

    /** Days last from day to day; times last exactly, whatever the clocks do in between. */
    static Extent between(CalendarTime start, CalendarTime end) {
        return start.day() && end.day()
                ? new Extent(ChronoUnit.DAYS.between(start.local(), end.local()), Duration.ZERO)
                : new Extent(0, Duration.between(start.instant(), end.instant()));
    }

    Instant end(CalendarTime start) {
        return (days == 0 ? start : start.at(start.local().plusDays(days)))
                .instant()
                .plus(exact);
    }

    /** Returns more than it can last, whatever the clocks do. */
    Duration atMost() {
        return exact.plusDays(days + 1);
    }
}
