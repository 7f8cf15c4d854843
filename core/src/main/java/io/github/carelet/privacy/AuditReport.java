package io.github.carelet.privacy;

import java.util.Optional;

/**
 * What came of verifying an audit trail.
 *
 * @param entries how many rows were looked at
 * @param last number of the last row; 0 if there is none
 * @param mark the last row's; empty if there is none
 * @param unverified how many rows at the beginning were sealed with keys that are not here any more: they are there, one after
 *     the other, and what follows holds on to them; but whether they are as they were written can be told only by whoever puts
 *     the key back into the ring. If no key was ever taken out, this is 0, or somebody has been at the trail
 * @param fault where the trail is not as it was written; empty if no such place was found
 */
public record AuditReport(long entries, long last, String mark, long unverified, Optional<Fault> fault) {

    /**
     * The first place at which a trail is not as it was written.
     *
     * @param number of the row that does not follow from those before it
     * @param problem what is wrong there
     */
    public record Fault(long number, String problem) {}

    /** Returns whether the trail is as it was written, all of it. */
    public boolean isWhole() {
        return fault.isEmpty() && unverified == 0;
    }
}
