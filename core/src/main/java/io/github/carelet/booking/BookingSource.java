package io.github.carelet.booking;

import java.util.Locale;

/** How a booking came in. */
public enum BookingSource {
    /** The patient filled in the form. */
    WEB,
    /** The patient called, and somebody at the clinic entered it. */
    PHONE;

    /** Returns the name as it is seen from outside, such as {@code phone}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
