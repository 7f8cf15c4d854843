package io.github.carelet.booking;

import java.util.Arrays;
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

    /** Returns the state as the patient may know it: a suspect request looks like any other, so that no machine learns. */
    public BookingStatus shown() {
        return this == SUSPECT ? REQUESTED : this;
    }

    /** Returns whether somebody waits for something with a booking in this state. */
    public boolean isOpen() {
        return in(this, HELD, REQUESTED, PROPOSED, WAITLISTED, CONFIRMED, ARRIVED);
    }

    /** Returns whether a booking in this state takes its time from others, if it has one, and counts for its day. */
    public boolean takes() {
        return switch (this) {
            case HELD, REQUESTED, PROPOSED, WAITLISTED, CONFIRMED, ARRIVED, COMPLETED -> true;
            case SUSPECT, DECLINED, CANCELLED, EXPIRED, NO_SHOW -> false;
        };
    }

    /** Returns whether a booking in this state may go over to another. Staying is no transition. */
    public boolean canBecome(BookingStatus next) {
        return switch (this) {
            case HELD -> in(next, REQUESTED, CONFIRMED, CANCELLED, EXPIRED);
            case REQUESTED -> in(next, PROPOSED, WAITLISTED, CONFIRMED, DECLINED, CANCELLED);
            case SUSPECT -> in(next, REQUESTED, DECLINED, CANCELLED);
            case PROPOSED -> in(next, REQUESTED, CONFIRMED, DECLINED, CANCELLED, EXPIRED);
            case WAITLISTED -> in(next, REQUESTED, PROPOSED, CONFIRMED, DECLINED, CANCELLED, EXPIRED);
            case CONFIRMED -> in(next, REQUESTED, CANCELLED, ARRIVED, NO_SHOW);
            case ARRIVED -> in(next, COMPLETED);
            case DECLINED, CANCELLED, EXPIRED, COMPLETED, NO_SHOW -> false;
        };
    }

    private static boolean in(BookingStatus status, BookingStatus... allowed) {
        return Arrays.asList(allowed).contains(status);
    }
}
