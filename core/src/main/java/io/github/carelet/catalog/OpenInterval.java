package io.github.carelet.catalog;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An interval of wall-clock time, such as {@code 08:00-12:00}. An end at or before the start is on the next day;
 * {@code 24:00} may end it.
 *
 * @param startMinute minutes after midnight, 0 to 1439
 * @param endMinute minutes after the midnight before the start, more than the start, at most 1440 more
 */
public record OpenInterval(int startMinute, int endMinute) {

    private static final Pattern FORM =
            Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-(?:([01][0-9]|2[0-3]):([0-5][0-9])|24:00)");
    private static final int DAY = 24 * 60;

    /** Checks the range. */
    public OpenInterval {
        if (startMinute < 0 || startMinute >= DAY || endMinute <= startMinute || endMinute > startMinute + DAY) {
            throw new IllegalArgumentException("no interval: minute " + startMinute + " to " + endMinute);
        }
    }

    /**
     * Returns the interval written as {@code HH:mm-HH:mm}.
     *
     * @throws IllegalArgumentException if it is not written so
     */
    public static OpenInterval parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no interval: expected HH:mm-HH:mm, like 08:00-17:30");
        }
        int start = minute(form.group(1), form.group(2));
        int end = form.group(3) == null ? DAY : minute(form.group(3), form.group(4));
        return new OpenInterval(start, end <= start ? end + DAY : end);
    }

    /** Returns the intervals in order of their start. */
    static List<OpenInterval> inOrder(List<OpenInterval> intervals) {
        return intervals.stream()
                .sorted(Comparator.comparingInt(OpenInterval::startMinute))
                .toList();
    }

    /** Returns when it starts if it starts on the given day. */
    public LocalDateTime start(LocalDate day) {
        return day.atStartOfDay().plusMinutes(startMinute);
    }

    /** Returns when it ends if it starts on the given day. */
    public LocalDateTime end(LocalDate day) {
        return day.atStartOfDay().plusMinutes(endMinute);
    }

    /** Returns the time of day at which it starts. */
    public LocalTime startTime() {
        return LocalTime.ofSecondOfDay(startMinute * 60L);
    }

    /** Returns the time of day at which it ends; midnight for {@code 24:00}. */
    public LocalTime endTime() {
        return LocalTime.ofSecondOfDay(endMinute % DAY * 60L);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s-%s",
                startTime(),
                endMinute == DAY ? "24:00" : endTime().toString());
    }

    private static int minute(String hour, String minute) {
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }
}
