package io.github.carelet.booking;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who a patient is and how to reach them. Encrypted wherever it is kept; prints nothing.
 *
 * @param givenName given name; empty if not said
 * @param familyName family name; empty if not said
 * @param phone E.164, if given
 * @param email the address, if given
 * @param contactBy how they want to be reached
 * @param mayLeaveMessage whether a message may be left
 * @param birthDate date of birth, if asked
 * @param bookingFor whom the booking is for
 */
public record Patient(
        String givenName,
        String familyName,
        Optional<String> phone,
        Optional<String> email,
        Optional<ContactBy> contactBy,
        boolean mayLeaveMessage,
        Optional<LocalDate> birthDate,
        BookingFor bookingFor) {

    /** How a patient wants to be reached. */
    public enum ContactBy {
        /** By phone. */
        PHONE,
        /** By e-mail. */
        EMAIL
    }

    /** Whom a booking is for. */
    public enum BookingFor {
        /** The one who fills in the form. */
        SELF,
        /** Their child. */
        CHILD,
        /** Somebody else. */
        OTHER
    }

    /** Returns whether all of it was forgotten: nobody gets an appointment without a name and a way to be reached. */
    public boolean isForgotten() {
        return givenName.isEmpty() && familyName.isEmpty() && phone.isEmpty() && email.isEmpty();
    }

    @Override
    public String toString() {
        return "Patient[…]";
    }
}
