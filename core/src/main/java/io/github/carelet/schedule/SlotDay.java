package io.github.carelet.schedule;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * The free times of a local day. They are kept as plain numbers: {@link #slots} makes an object of one when it is looked at.
 * Immutable.
 */
public final class SlotDay {

    private final LocalDate date;
    private final Grid grid;
    private final long[] starts;
    private final int[] left;
    private final Optional<Refusal> reason;

    /** The arrays are not copied: nobody else keeps them. */
    SlotDay(LocalDate date, Grid grid, long[] starts, int[] left, Optional<Refusal> reason) {
        this.date = date;
        this.grid = grid;
        this.starts = starts;
        this.left = left;
        this.reason = reason;
    }

    /** Returns the day at the location. */
    public LocalDate date() {
        return date;
    }

    /**
     * Returns why nothing is free on this day, as a patient may know it; empty if something is. A rule that leaves out part
     * of a day names it only if no later rule left out the rest.
     */
    public Optional<Refusal> reason() {
        return reason;
    }

    /** Returns how many slots there are. */
    public int size() {
        return starts.length;
    }

    /** Returns when a slot begins, in seconds since 1970. */
    public long start(int index) {
        return starts[index];
    }

    /** Returns when a slot is over, in seconds since 1970. */
    public long end(int index) {
        return starts[index] + grid.duration();
    }

    /** Returns how many could still be booked for a slot. */
    public int left(int index) {
        return left[index];
    }

    /** Returns the offset of the location's clocks at an instant of the day, or shortly after, in seconds east of UTC. */
    public int offsetAt(long second) {
        return grid.timeline().offsetAt(second);
    }

    /** Returns the slots in order. The list can't be changed. */
    public List<Slot> slots() {
        return new Slots();
    }

    private final class Slots extends AbstractList<Slot> implements RandomAccess {
        @Override
        public Slot get(int index) {
            return grid.slot(start(index), left(index));
        }

        @Override
        public int size() {
            return starts.length;
        }
    }
}
