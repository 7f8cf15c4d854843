package io.github.carelet.privacy;

import java.util.Optional;

/**
 * What came of verifying an audit trail.
 *
 * @param entries how many rows were looked at
 * @param last number of the last row; 0 if there is none
 * @param mark the last row's; empty if there is none
 * @param unverified how many rows name a key that is not here, wherever they stand. None of them is missing, and the next row
 *     of a key that is here holds on to their seals; but whether they are as they were written can't be told. A key that was
 *     replaced and taken out of the ring leaves such rows, and so does somebody without a key who changes a row and gives it
 *     the name of one. An auditor puts every key that was ever used back into a copy of the ring and verifies with that: then
 *     this is 0, and each row that is still unverified was not written by Carelet. Once keys are replaced no more, this never
 *     grows
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
