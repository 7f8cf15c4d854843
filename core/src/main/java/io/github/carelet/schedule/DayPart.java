package io.github.carelet.schedule;

import java.time.LocalTime;

/** A part of a day that a patient may prefer, in wall-clock time of the location. */
public enum DayPart {
    /** Before noon. */
    MORNING(LocalTime.MIN, LocalTime.NOON),
    /** Noon to 5 PM. */
    AFTERNOON(LocalTime.NOON, LocalTime.of(17, 0)),
    /** From 5 PM. */
    EVENING(LocalTime.of(17, 0), LocalTime.MAX),
    /** Any time that day. */
    ANY(LocalTime.MIN, LocalTime.MAX);

    private final LocalTime from;
    private final LocalTime to;

    DayPart(LocalTime from, LocalTime to) {
        this.from = from;
        this.to = to;
    }

    /** Returns when it begins. */
    public LocalTime from() {
        return from;
    }

    /** Returns when it is over, not included; {@link LocalTime#MAX} means midnight. */
    public LocalTime to() {
        return to;
    }

    /** Returns whether a time of day is in it. */
    public boolean contains(LocalTime time) {
        return !time.isBefore(from) && (to.equals(LocalTime.MAX) || time.isBefore(to));
    }
}
