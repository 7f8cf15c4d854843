package io.github.carelet.calendar;

/**
 * How much of a calendar is put up with. A calendar that needs more is refused as a whole: half of it would offer times that
 * are taken.
 *
 * @param bytes the most bytes of a file
 * @param lines the most content lines
 * @param steps the most days, times and entries that are looked at to find what is taken; bounds time and memory alike
 */
record CalendarLimits(int bytes, int lines, int steps) {

    /** Room for ten years of a full calendar; read in well under a second. */
    static final CalendarLimits STANDARD = new CalendarLimits(10_000_000, 500_000, 2_000_000);
}
