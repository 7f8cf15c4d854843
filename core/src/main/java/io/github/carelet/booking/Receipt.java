package io.github.carelet.booking;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The answer to an accepted submission. It never changes, whatever becomes of the booking.
 *
 * @param reference what patient and clinic call the booking, such as {@code K7QM-3XWD}
 * @param status the state that it began in
 * @param start when it begins, if a time was picked
 * @param location the id of the location
 * @param manageToken the secret part of the patient's link
 */
public record Receipt(
        String reference, BookingStatus status, Optional<OffsetDateTime> start, String location, String manageToken) {

    @Override
    public String toString() {
        return "Receipt[" + reference + " " + status + "]";
    }
}
