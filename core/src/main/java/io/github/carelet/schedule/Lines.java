package io.github.carelet.schedule;

import io.github.carelet.catalog.AppointmentType;
import java.util.ArrayList;
import java.util.List;

/**
 * When the places that a type can take are taken. A line is one level of a resource: when more than so many have it at the
 * same instant. A visit that meets {@code n} lines with its buffers would find {@code n} others at the worst instant. Used by
 * one thread; goes forward in time.
 */
final class Lines {

    private final List<Resource> resources = new ArrayList<>();
    private final List<long[]> lines = new ArrayList<>();
    private final long before;
    private final long after;
    private final int[] next;

    Lines(AppointmentType type, Seats seats, Occupancy occupancy) {
        before = type.bufferBefore().toSeconds();
        after = type.duration().plus(type.bufferAfter()).toSeconds();
        for (Resource resource : seats.resources()) {
            List<long[]> levels = occupancy.levels(resource);
            for (long[] level : levels.subList(0, Math.min(seats.capacity(), levels.size()))) {
                resources.add(resource);
                lines.add(level);
            }
        }
        next = new int[lines.size()];
    }

    /**
     * Returns how many lines a visit would meet at each start.
     *
     * @param starts in order, the first not before the first of the call before
     */
    int[] met(long[] starts) {
        int[] met = new int[starts.length];
        if (starts.length > 0) {
            for (int line = 0; line < next.length; line++) {
                skip(line, starts[0]);
                count(lines.get(line), next[line], starts, met);
            }
        }
        return met;
    }

    /** Returns the resources whose lines a visit would meet, as often as it would. */
    List<Resource> metAt(long start) {
        List<Resource> met = new ArrayList<>();
        for (int line = 0; line < next.length; line++) {
            int[] one = new int[1];
            count(lines.get(line), 0, new long[] {start}, one);
            if (one[0] > 0) {
                met.add(resources.get(line));
            }
        }
        return met;
    }

    private void skip(int line, long first) {
        long[] taken = lines.get(line);
        while (next[line] < taken.length && taken[next[line] + 1] + before <= first) {
            next[line] += 2;
        }
    }

    /** Half-open intervals meet if each begins before the other ends. The starts are walked through once. */
    private void count(long[] taken, int from, long[] starts, int[] met) {
        int i = 0;
        for (int span = from; span < taken.length; span += 2) {
            long tooEarly = taken[span] - after;
            if (tooEarly >= starts[starts.length - 1]) {
                return;
            }
            while (i < starts.length && starts[i] <= tooEarly) {
                i++;
            }
            long free = taken[span + 1] + before;
            while (i < starts.length && starts[i] < free) {
                met[i++]++;
            }
        }
    }
}
