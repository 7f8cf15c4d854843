package io.github.carelet.privacy;

import java.util.Locale;

/** What somebody did with what the clinic has of its patients. */
public enum AuditAction {
    /** Saw bookings in a list. */
    LIST,
    /** Saw bookings that a search found. */
    SEARCH,
    /** Saw the bookings of a day. */
    DAY,
    /** Saw all of one booking. */
    READ,
    /** Entered a booking. */
    ENTER,
    /** Changed a booking. */
    CHANGE,
    /** Took bookings out in a file. */
    EXPORT,
    /** Erased what a booking says of its patient. */
    ERASE,
    /** Closed a place, or opened it again. */
    CLOSURE,
    /** Entered, changed or removed a partner. */
    PARTNER,
    /** Was refused for want of a right. */
    REFUSED;

    /** Returns the name as it is written down, such as {@code read}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the action of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static AuditAction of(String code) {
        for (AuditAction each : values()) {
            if (each.code().equals(code)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no action is called '" + code + "'");
    }
}
