package io.github.carelet.booking;

import io.github.carelet.catalog.AppointmentType;
import java.util.OptionalInt;

/**
 * How much may be taken at once, by the catalogue in force when a booking takes its time.
 *
 * @param capacity how many may have the booking's resource at any instant, this one included
 * @param perDay how many visits of its type its location takes on the local day of its start; empty means as many as fit
 */
public record Allowance(int capacity, OptionalInt perDay) {

    /** One at a time: the strictest there is. */
    public static final Allowance ONE = new Allowance(1, OptionalInt.empty());

    /** Whatever was promised: for what a booking has already, and keeps while it gives back the rest. */
    public static final Allowance PROMISED = new Allowance(100_000, OptionalInt.empty());

    /** Checks the numbers. */
    public Allowance {
        if (capacity < 1 || perDay.orElse(1) < 1) {
            throw new IllegalArgumentException(
                    "capacity " + capacity + " and " + perDay + " a day: expected 1 or more of each");
        }
    }

    /** Returns what a type of the catalogue allows. A practitioner sees one patient at a time. */
    public static Allowance of(AppointmentType type) {
        return new Allowance(type.practitioners().isEmpty() ? type.capacity() : 1, type.perDay());
    }

    /** Returns this without a cap of the day: the clinic may overstep its own. */
    Allowance uncapped() {
        return new Allowance(capacity, OptionalInt.empty());
    }
}
