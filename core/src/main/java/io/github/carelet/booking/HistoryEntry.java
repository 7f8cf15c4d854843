package io.github.carelet.booking;

import java.time.Instant;
import java.util.Optional;

/**
 * A change of a booking. Appended, never altered.
 *
 * @param version the version that the change made
 * @param at when
 * @param actor who: {@code patient}, {@code system}, or the name of somebody at the clinic
 * @param status the state afterwards
 * @param note why, if that was said; encrypted wherever it is kept
 */
public record HistoryEntry(int version, Instant at, String actor, BookingStatus status, Optional<String> note) {

    @Override
    public String toString() {
        return "HistoryEntry[v" + version + " " + status + " by " + actor + "]";
    }
}
