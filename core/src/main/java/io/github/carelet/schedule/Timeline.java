package io.github.carelet.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * The wall clocks of a zone over some days: stretches of the instant axis, each with one offset. Wall-clock time is counted
 * in seconds since 1970 as well, as if it were UTC. Immutable.
 */
final class Timeline {

    private static final long DAY = 86_400;

    /** A zone may skip a day, and its clocks are up to 18 hours off UTC: so far around a day its intervals may matter. */
    private static final int MARGIN_DAYS = 5;

    private final long[] bounds;
    private final int[] offsets;

    private Timeline(long[] bounds, int[] offsets) {
        this.bounds = bounds;
        this.offsets = offsets;
    }

    /** Returns the clocks of a zone from some days before the first to some days after the last; days since 1970. */
    static Timeline of(ZoneId zone, long firstDay, long lastDay) {
        ZoneRules rules = zone.getRules();
        Instant from = Instant.ofEpochSecond((firstDay - MARGIN_DAYS) * DAY);
        Instant to = Instant.ofEpochSecond((lastDay + MARGIN_DAYS) * DAY);
        Seconds bounds = new Seconds();
        Seconds offsets = new Seconds();
        bounds.add(Long.MIN_VALUE);
        offsets.add(rules.getOffset(from).getTotalSeconds());
        ZoneOffsetTransition next = rules.nextTransition(from);
        while (next != null && next.getInstant().isBefore(to)) {
            bounds.add(next.toEpochSecond());
            offsets.add(next.getOffsetAfter().getTotalSeconds());
            next = rules.nextTransition(next.getInstant());
        }
        bounds.add(Long.MAX_VALUE);
        return new Timeline(
                bounds.toArray(),
                Arrays.stream(offsets.toArray()).mapToInt(each -> (int) each).toArray());
    }

    /** Returns how many stretches there are. */
    int stretches() {
        return offsets.length;
    }

    /** Returns the first instant of a stretch. */
    long start(int stretch) {
        return bounds[stretch];
    }

    /** Returns the first instant after a stretch. */
    long end(int stretch) {
        return bounds[stretch + 1];
    }

    /** Returns the offset of a stretch, in seconds east of UTC. */
    int offset(int stretch) {
        return offsets[stretch];
    }

    /** Returns the offset at an instant, in seconds east of UTC. */
    int offsetAt(long instant) {
        int stretch = 0;
        while (instant >= bounds[stretch + 1]) {
            stretch++;
        }
        return offsets[stretch];
    }

    /** Returns the local day of an instant, in days since 1970. */
    long dayAt(long instant) {
        return Math.floorDiv(instant + offsetAt(instant), DAY);
    }

    /** Returns the instant of a wall-clock time: the later of two; in a gap, moved forward by the gap. */
    long latest(long wall) {
        int stretch = offsets.length - 1;
        // Before this stretch has begun, the clocks of the one before go on: also those of a time that was skipped.
        while (stretch > 0 && wall - offsets[stretch] < bounds[stretch]) {
            stretch--;
        }
        return wall - offsets[stretch];
    }

    /** Returns whether any wall-clock time of a day exists; a zone that crosses the date line may skip a day. */
    boolean has(long day) {
        for (int stretch = 0; stretch < offsets.length; stretch++) {
            boolean begins = bounds[stretch] == Long.MIN_VALUE || bounds[stretch] + offsets[stretch] < (day + 1) * DAY;
            boolean goesOn = end(stretch) == Long.MAX_VALUE || end(stretch) + offsets[stretch] > day * DAY;
            if (begins && goesOn) {
                return true;
            }
        }
        return false;
    }
}
