package io.github.carelet.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The instants at which a visit can start, by the hours alone. Candidates are wall-clock times, each interval's start and so
 * many steps later: one that the clocks skip is none, one that they repeat is two. The visit must end by the end of the
 * interval, on the instant axis. Immutable.
 *
 * @param hours the intervals
 * @param timeline the clocks, over all days that will be asked for
 * @param step seconds between candidates
 * @param duration seconds that a visit takes
 */
record Grid(BookableHours hours, Timeline timeline, long step, long duration) {

    private static final int MINUTE = 60;
    private static final long DAY = 86_400;

    /** An interval of the day before may run past midnight, and past a day that the clocks skip whole. */
    private static final int DAYS_BEFORE = 2;

    static Grid of(BookableHours hours, Timeline timeline, Duration step, Duration duration) {
        return new Grid(hours, timeline, step.toSeconds(), duration.toSeconds());
    }

    /** Returns the starts whose local date is a day, in order, each once; days and instants are counted from 1970. */
    long[] starts(long day) {
        Seconds starts = new Seconds();
        for (long owner = day - DAYS_BEFORE; owner <= day; owner++) {
            int[] intervals = hours.on(owner);
            if (intervals.length > 0 && timeline.has(owner)) {
                addAll(owner * DAY, intervals, day * DAY, starts);
            }
        }
        return starts.distinct();
    }

    /** Returns the slot that begins at an instant. */
    Slot slot(long start, int left) {
        return new Slot(at(start), at(start + duration), left);
    }

    private OffsetDateTime at(long second) {
        return Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofTotalSeconds(timeline.offsetAt(second)));
    }

    private void addAll(long midnight, int[] intervals, long day, Seconds starts) {
        for (int i = 0; i < intervals.length; i += 2) {
            long first = midnight + (long) intervals[i] * MINUTE;
            long last = timeline.latest(midnight + (long) intervals[i + 1] * MINUTE) - duration;
            for (int stretch = 0; stretch < timeline.stretches(); stretch++) {
                add(first, last, day, stretch, starts);
            }
        }
    }

    /** Adds what the clocks of one stretch show within the day, from {@code first} in steps, not after {@code last}. */
    private void add(long first, long last, long day, int stretch, Seconds starts) {
        int offset = timeline.offset(stretch);
        long earliest = Math.max(timeline.start(stretch), day - offset);
        long end = Math.min(Math.min(timeline.end(stretch), day + DAY - offset), last + 1);
        long start = first - offset;
        if (start < earliest) {
            start += (earliest - start + step - 1) / step * step;
        }
        for (; start < end; start += step) {
            starts.add(start);
        }
    }
}
