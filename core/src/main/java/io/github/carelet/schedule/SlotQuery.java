package io.github.carelet.schedule;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Which times are asked for.
 *
 * @param from the first local day
 * @param to the last local day, included
 * @param now when that is asked
 * @param taken what is taken from the first day to the end of the window, buffers beyond both included; see
 *     {@link SlotFinder#reach}
 */
public record SlotQuery(LocalDate from, LocalDate to, Instant now, Occupancy taken) {

    /** Checks the order of the days. */
    public SlotQuery {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("days from " + from + " can't end before, on " + to);
        }
    }
}
