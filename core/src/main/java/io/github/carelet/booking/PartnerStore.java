package io.github.carelet.booking;

import java.time.Instant;
import java.util.List;

/**
 * Where the partners are kept that an administrator entered. A port; every method is one transaction, with its row in the
 * audit trail if it changes something. Safe for use by many threads. Every method may throw
 * {@link StoreUnavailableException}.
 */
public interface PartnerStore {

    /** Returns all of them, by their ids. */
    List<PartnerSite> all();

    /** Keeps a partner, in place of the one that has the same id. */
    void save(PartnerSite partner);

    /**
     * Removes a partner.
     *
     * @param actor who does
     * @return whether it was there
     */
    boolean remove(String id, String actor, Instant at);
}
