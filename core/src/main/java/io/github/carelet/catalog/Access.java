package io.github.carelet.catalog;

/**
 * What a visitor with a disability, or with a car, wants to know beforehand.
 *
 * @param stepFree whether one gets in without a step
 * @param parking whether there is parking
 * @param hearingLoop whether there is a hearing loop
 */
public record Access(Known stepFree, Known parking, Known hearingLoop) {

    /** Nothing has been said. */
    public static final Access UNKNOWN = new Access(Known.UNKNOWN, Known.UNKNOWN, Known.UNKNOWN);
}
