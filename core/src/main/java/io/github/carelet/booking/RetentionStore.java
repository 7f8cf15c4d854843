package io.github.carelet.booking;

import java.time.Instant;

/**
 * Forgets patients, and keeps what happened. A port; every method is one transaction, with its row in the audit trail. Safe
 * for use by many threads and processes at once. Every method may throw {@link StoreUnavailableException}.
 *
 * <p>Forgotten are who the patient is, what they came for, every note, by what they are found, and what their form token and
 * link lead to. The booking keeps its reference, state, type, place and time, and its history.
 */
public interface RetentionStore {

    /** What came of erasing one booking. */
    enum Erasure {
        /** The patient is forgotten. */
        DONE,
        /** There is no such booking. */
        UNKNOWN,
        /** It is open: it has to be declined or called off first, so that nobody waits for a patient who is not known. */
        OPEN
    }

    /**
     * Forgets patients whose bookings were closed, or whose visits were, by an instant.
     *
     * @param closedBy the last instant
     * @param now when this happens
     * @param limit the most bookings to look after in this call
     * @return how many were forgotten
     */
    int purge(Instant closedBy, Instant now, int limit);

    /**
     * Forgets the patient of one booking at once.
     *
     * @param actor who wants that
     */
    Erasure erase(String reference, String actor, Instant now);
}
