package io.github.carelet.schedule;

import java.time.Instant;

/**
 * A half-open stretch of time.
 *
 * @param from its first instant
 * @param until the first instant after it
 */
public record Stretch(Instant from, Instant until) {

    /** Checks the order. */
    public Stretch {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a stretch from " + from + " can't end before, at " + until);
        }
    }
}
