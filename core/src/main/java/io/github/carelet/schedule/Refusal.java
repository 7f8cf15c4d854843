package io.github.carelet.schedule;

import java.util.Locale;

/** Why a time, or a whole submission, is refused by rule; in the order in which the rules are asked. */
public enum Refusal {
    /** This type is not offered at this location, or not for this treatment. */
    NOT_OFFERED_HERE,
    /** This type is booked by phone only. */
    PHONE_ONLY,
    /** Nearer than the notice allows. */
    TOO_SOON,
    /** Beyond the window. */
    TOO_FAR,
    /** Not open then. */
    CLOSED,
    /** That day is full. */
    CAP_REACHED,
    /** Somebody else has that time. */
    SLOT_TAKEN,
    /** The same patient has an open booking like this one. */
    DUPLICATE;

    /** Returns the code as it is seen from outside, such as {@code too_soon}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
