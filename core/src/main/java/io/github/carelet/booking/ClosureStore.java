package io.github.carelet.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Where closures are kept. A port; every method is one transaction, with its row in the audit trail. Safe for use by many
 * threads. Every method may throw {@link StoreUnavailableException}.
 */
public interface ClosureStore {

    /** Returns the closures that are not over by a day, the earliest first. */
    List<Closure> from(LocalDate day);

    /** Keeps a closure. */
    void add(Closure closure);

    /**
     * Removes a closure.
     *
     * @param actor who does
     * @return whether it was there
     */
    boolean remove(Closure closure, String actor, Instant at);
}
