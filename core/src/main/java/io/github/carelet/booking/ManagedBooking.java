package io.github.carelet.booking;

import io.github.carelet.schedule.Preference;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What the patient's page shows of a booking: neither name nor treatment.
 *
 * @param reference what it is called
 * @param status its state now
 * @param start when it begins, if that is settled
 * @param preferred when the patient would like to come, otherwise
 * @param location the id of the location
 * @param language the language that the patient used
 * @param partner the id of the partner it came through; empty if none
 * @param requestedAt when the patient asked
 * @param cancellable whether it can still be called off
 */
public record ManagedBooking(
        String reference,
        BookingStatus status,
        Optional<OffsetDateTime> start,
        List<Preference> preferred,
        String location,
        String language,
        Optional<String> partner,
        Instant requestedAt,
        boolean cancellable) {

    /** Copies the list. */
    public ManagedBooking {
        preferred = List.copyOf(preferred);
    }
}
