package io.github.carelet.schedule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One look at the days, from the first to the last: what the hours allow, and what notice, window, the cap of a day and
 * others leave of it. Days and instants are counted from 1970, instants in seconds. Used by one thread; days are looked at
 * in order.
 *
 * @param never why nothing is free at all, if that is so
 * @param grid what the hours allow
 * @param limits notice and window
 * @param full the days that have as many visits as the type takes in one
 * @param lines what is taken
 * @param total how many may be seen at any instant
 */
record Survey(Optional<Refusal> never, Grid grid, Limits limits, Set<Long> full, Lines lines, int total) {

    private static final long DAY = 86_400;
    private static final long[] NO_STARTS = {};
    private static final int[] NONE_LEFT = {};

    /** Returns what is free on a day. Every answer about a time is made of this. */
    SlotDay day(long day) {
        if (never.isPresent()) {
            return empty(day, never.get());
        }
        // Clocks that go back over midnight show yesterday once more.
        if (day < limits.today() - 1) {
            return empty(day, Refusal.TOO_SOON);
        }
        if (day > limits.lastDay()) {
            return empty(day, Refusal.TOO_FAR);
        }
        long[] starts = grid.starts(day);
        int[] met = lines.met(starts);
        boolean capped = full.contains(day);
        int free = 0;
        for (int i = 0; i < starts.length; i++) {
            if (!capped && starts[i] >= limits.earliest() && met[i] < total) {
                starts[free] = starts[i];
                met[free] = total - met[i];
                free++;
            }
        }
        return free == 0
                ? empty(day, reason(day))
                : new SlotDay(
                        LocalDate.ofEpochDay(day),
                        grid,
                        Arrays.copyOf(starts, free),
                        Arrays.copyOf(met, free),
                        Optional.empty());
    }

    /** Returns why a start is not among the slots of its day, by the first rule that applies; empty if it is. */
    Optional<Refusal> refusal(long start) {
        if (never.isPresent()) {
            return never;
        }
        if (start < limits.earliest()) {
            return Optional.of(Refusal.TOO_SOON);
        }
        long day = grid.timeline().dayAt(start);
        SlotDay slots = day(day);
        for (int i = 0; i < slots.size(); i++) {
            if (slots.start(i) == start) {
                return Optional.empty();
            }
        }
        if (day > limits.lastDay()) {
            return Optional.of(Refusal.TOO_FAR);
        }
        if (Arrays.binarySearch(grid.starts(day), start) < 0) {
            return Optional.of(Refusal.CLOSED);
        }
        return Optional.of(full.contains(day) ? Refusal.CAP_REACHED : Refusal.SLOT_TAKEN);
    }

    /** Returns for how many seconds of the local day of an instant a line is taken. */
    long load(long instant, List<long[]> levels) {
        long day = grid.timeline().dayAt(instant);
        long from = grid.timeline().latest(day * DAY);
        long until = grid.timeline().latest((day + 1) * DAY);
        long load = 0;
        for (long[] taken : levels.subList(0, Math.min(1, levels.size()))) {
            for (int i = 0; i < taken.length; i += 2) {
                load += Math.max(0, Math.min(until, taken[i + 1]) - Math.max(from, taken[i]));
            }
        }
        return load;
    }

    /** Returns the first slot of a day or a later one within the window. */
    Optional<Slot> firstFrom(long from) {
        for (long day = Math.max(from, limits.today() - 1); never.isEmpty() && day <= limits.lastDay(); day++) {
            SlotDay slots = day(day);
            if (slots.size() > 0) {
                return Optional.of(slots.slots().get(0));
            }
        }
        return Optional.empty();
    }

    private SlotDay empty(long day, Refusal reason) {
        return new SlotDay(LocalDate.ofEpochDay(day), grid, NO_STARTS, NONE_LEFT, Optional.of(reason));
    }

    private Refusal reason(long day) {
        long[] starts = grid.starts(day);
        if (starts.length == 0) {
            return limits.isOver(grid.timeline(), (day + 1) * DAY) ? Refusal.TOO_SOON : Refusal.CLOSED;
        }
        if (starts[starts.length - 1] < limits.earliest()) {
            return Refusal.TOO_SOON;
        }
        return full.contains(day) ? Refusal.CAP_REACHED : Refusal.SLOT_TAKEN;
    }
}
