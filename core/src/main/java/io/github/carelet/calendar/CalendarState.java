package io.github.carelet.calendar;

import java.time.Instant;
import java.util.Optional;

/**
 * How much is known of a practitioner's calendar.
 *
 * @param practitioner their id
 * @param status whether it can be relied upon
 * @param readAt as of when; empty if it was never read
 * @param problems how many entries were not understood, and are not taken into account
 */
public record CalendarState(String practitioner, Status status, Optional<Instant> readAt, int problems) {

    /** Whether a calendar can be relied upon. */
    public enum Status {
        /** The last look has read it. */
        OK,
        /** The last look could not read it: what was read before holds. */
        STALE,
        /** It was never read: no time of the practitioner is offered. */
        UNREAD
    }
}
