package io.github.carelet.booking;

import io.github.carelet.booking.RetentionStore.Erasure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * How long the clinic knows its patients: so long after a booking is closed, or its visit was, who it was for and why is
 * forgotten. Of a patient who asks for it, at once. Safe for use by many threads; every node may have one.
 */
public final class Retention {

    /** How long it is where nobody says otherwise. */
    public static final Duration DEFAULT = Duration.ofDays(90);

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int AT_ONCE = 100;

    private final RetentionStore store;
    private final Duration time;
    private final InstantSource clock;
    private volatile Instant next = Instant.MIN;

    /**
     * Makes one.
     *
     * @param store keeps the bookings
     * @param time for how long patients are known after their bookings are closed
     * @param clock by which that is judged
     */
    public Retention(RetentionStore store, Duration time, InstantSource clock) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("patients can't be known for " + time + ": expected PT0S or more");
        }
        this.store = store;
        this.time = time;
        this.clock = clock;
    }

    /**
     * Forgets those whose time is over, some of them at a time; when there is none left it rests for an hour.
     *
     * @return how many were forgotten
     * @throws StoreUnavailableException if the store can't do it now
     */
    public int look() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (now.isBefore(next)) {
            return 0;
        }
        int forgotten = store.purge(now.minus(time), now, AT_ONCE);
        if (forgotten < AT_ONCE) {
            next = now.plus(PAUSE);
        }
        return forgotten;
    }

    /**
     * Forgets the patient of a booking that is closed. Backups made before still know them.
     *
     * @param actor the name of who does it, for the audit trail
     * @throws StoreUnavailableException if the store can't do it now
     */
    public Erasure erase(String reference, String actor) {
        return store.erase(
                reference, ClinicAction.somebody(actor), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
