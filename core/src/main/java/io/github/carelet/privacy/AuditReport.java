package io.github.carelet.privacy;

import java.util.Optional;

/**
 * What came of verifying an audit trail.
 *
 * @param entries how many rows were looked at
 * @param last number of the last row; 0 if there is none
 * @param mark the last row's; empty if there is none
 * @param fault where the trail is not as it was written; empty if it is whole
 */
public record AuditReport(long entries, long last, String mark, Optional<Fault> fault) {

    /**
     * The first place at which a trail is not as it was written.
     *
     * @param number of the row that does not follow from those before it
     * @param problem what is wrong there
     */
    public record Fault(long number, String problem) {}

    /** Returns whether the trail is as it was written. */
    public boolean isWhole() {
        return fault.isEmpty();
    }
}
