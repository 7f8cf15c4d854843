package io.github.carelet.schedule;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is taken already, in a stretch of time that whoever builds it knows. Immutable.
 *
 * <p>Every interval is half-open: taken from its first instant on, free again at its end, so that what ends at ten does not
 * meet what begins at ten. Intervals are kept in whole seconds; what begins or ends between two takes both.
 */
public final class Occupancy {

    /** Nothing is taken. */
    public static final Occupancy NONE = builder().build();

    private static final long[] NEVER = {};

    private final Map<Resource, List<long[]>> levels;
    private final Map<String, long[]> visits;

    private Occupancy(Map<Resource, List<long[]>> levels, Map<String, long[]> visits) {
        this.levels = Map.copyOf(levels);
        this.visits = Map.copyOf(visits);
    }

    /** Starts to build one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns how many have a resource at the worst instant of a stretch of time. */
    public int most(Resource resource, Stretch time) {
        long from = time.from().getEpochSecond();
        long until = time.until().getEpochSecond() + (time.until().getNano() > 0 ? 1 : 0);
        return (int) levels(resource).stream()
                .filter(level -> meets(level, from, until))
                .count();
    }

    /** Returns how many visits of a type begin at a location in a stretch of time. */
    public int visits(String type, String location, Stretch time) {
        return (int) Arrays.stream(visits(type, location))
                .mapToObj(Instant::ofEpochSecond)
                .filter(start -> !start.isBefore(time.from()) && start.isBefore(time.until()))
                .count();
    }

    private static boolean meets(long[] level, long from, long until) {
        for (int i = 0; i < level.length; i += 2) {
            if (level[i] < until && from < level[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns, at {@code n}, when more than {@code n} have the resource: starts and ends by turns, in order, apart from each
     * other. Each level lies within the one before.
     */
    List<long[]> levels(Resource resource) {
        return levels.getOrDefault(resource, List.of());
    }

    /** Returns the starts of all visits of a type at a location, in seconds since 1970, in no order. */
    long[] visits(String type, String location) {
        return visits.getOrDefault(visitKey(type, location), NEVER);
    }

    private static String visitKey(String type, String location) {
        return type + "/" + location;
    }

    /** Collects what is taken, in any order; in order of their starts it is quicker. Used by one thread. */
    public static final class Builder {

        private final Map<Resource, Spans> taken = new HashMap<>();
        private final Map<String, Seconds> visits = new HashMap<>();

        private Builder() {}

        /**
         * Takes a resource once for an interval, buffers included. An empty interval takes nothing.
         *
         * @param from the first instant
         * @param until the first instant after it
         * @throws IllegalArgumentException if it ends before it begins
         */
        public Builder take(Resource resource, Instant from, Instant until) {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException(
                        resource.key() + " can't be taken from " + from + " until before, " + until);
            }
            if (until.isAfter(from)) {
                taken.computeIfAbsent(resource, key -> new Spans()).add(from, until);
            }
            return this;
        }

        /** Counts a visit towards the most that a type takes at a location on the local day of its start. */
        public Builder count(String type, String location, Instant start) {
            visits.computeIfAbsent(visitKey(type, location), key -> new Seconds())
                    .add(start.getEpochSecond());
            return this;
        }

        /** Returns what was collected so far. */
        public Occupancy build() {
            Map<Resource, List<long[]>> levels = new HashMap<>();
            taken.forEach((resource, spans) -> levels.put(resource, spans.levels()));
            Map<String, long[]> starts = new HashMap<>();
            visits.forEach((key, seconds) -> starts.put(key, seconds.toArray()));
            return new Occupancy(levels, starts);
        }
    }

    /** Intervals of one resource that may overlap. */
    private static final class Spans {

        private final Seconds starts = new Seconds();
        private final Seconds ends = new Seconds();

        void add(Instant from, Instant until) {
            starts.add(from.getEpochSecond());
            ends.add(until.getEpochSecond() + (until.getNano() > 0 ? 1 : 0));
        }

        /** Walks along the time axis and counts: at each start one more has it, at each end one less. Ends come first. */
        List<long[]> levels() {
            long[] from = sorted(starts);
            long[] until = sorted(ends);
            Seconds[] levels = new Seconds[from.length];
            int count = 0;
            int highest = 0;
            for (int start = 0, end = 0; start < from.length; ) {
                if (until[end] <= from[start]) {
                    levels[--count].add(until[end++]);
                } else {
                    if (count == highest) {
                        levels[highest++] = new Seconds();
                    }
                    levels[count++].begin(from[start++]);
                }
            }
            for (int end = until.length - count; count > 0; end++) {
                levels[--count].add(until[end]);
            }
            return Arrays.stream(levels, 0, highest).map(Seconds::toArray).toList();
        }

        private static long[] sorted(Seconds seconds) {
            long[] sorted = seconds.toArray();
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
