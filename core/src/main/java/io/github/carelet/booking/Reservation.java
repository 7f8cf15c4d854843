package io.github.carelet.booking;

import java.time.OffsetDateTime;
import java.util.Optional;

/** What came of an attempt to put a booking in the store. */
public sealed interface Reservation {

    /** It is in the store, durably, and its messages with it. */
    record Won() implements Reservation {}

    /**
     * The token was spent before; nothing was stored now. What the first answer was made of.
     *
     * @param bookingId id of the booking that it was spent on
     * @param reference its reference
     * @param status the state that it began in
     * @param start the start that it began with
     * @param location its location
     * @param keyId id of the secret that made the fingerprint and the manage token
     * @param fingerprint by what equal fields are known
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Spent(
            String bookingId,
            String reference,
            BookingStatus status,
            Optional<OffsetDateTime> start,
            String location,
            String keyId,
            byte[] fingerprint)
            implements Reservation {}

    /** Another open booking of the same patient is like this one; nothing was stored. */
    record Duplicate() implements Reservation {}

    /** Somebody else has that time, or the day is full; nothing was stored. */
    record Taken() implements Reservation {}

    /** Another booking has the same id, reference or manage token; nothing was stored. Drawn again, they will do. */
    record DrawnBefore() implements Reservation {}
}
