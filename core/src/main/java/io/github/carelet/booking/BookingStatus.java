package io.github.carelet.booking;

import java.util.Locale;

/** The states of a booking. */
public enum BookingStatus {
    /** A time is held while the patient fills in the form. */
    HELD,
    /** The patient asked, the clinic has not answered. */
    REQUESTED,
    /** Probably sent by a machine; holds nothing, tells nobody. */
    SUSPECT,
    /** The clinic offered times. */
    PROPOSED,
    /** The patient waits for a time. */
    WAITLISTED,
    /** It will take place. */
    CONFIRMED,
    /** The clinic said no. */
    DECLINED,
    /** Patient or clinic called it off. */
    CANCELLED,
    /** A hold or an offer ran out. */
    EXPIRED,
    /** The patient is there. */
    ARRIVED,
    /** It took place. */
    COMPLETED,
    /** The patient did not come. */
    NO_SHOW;

    /** Returns the name as it is seen from outside, such as {@code no_show}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
