package io.github.carelet.booking;

import io.github.carelet.schedule.Claim;
import io.github.carelet.schedule.Resource;
import io.github.carelet.schedule.Stretch;

/**
 * What a booking takes while its state counts: kept with it, so that a later change of the catalogue frees nothing that was
 * promised.
 *
 * @param resource a place in a pool, or a practitioner
 * @param time from when until when, buffers included
 */
public record Seat(Resource resource, Stretch time) {

    /** Returns what a visit would take. */
    static Seat of(Claim claim) {
        return new Seat(claim.resource(), new Stretch(claim.from(), claim.until()));
    }
}
