package io.github.carelet.servlet.form;

import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingSource;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.Consents;
import io.github.carelet.booking.Patient;
import io.github.carelet.booking.Referral;
import io.github.carelet.booking.Seat;
import io.github.carelet.booking.SubmissionKey;
import io.github.carelet.booking.Visit;
import io.github.carelet.schedule.Resource;
import io.github.carelet.schedule.Stretch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts bookings that have a time into a store.
 *
 * @param type id of their type
 * @param location id of their location
 * @param duration how long each takes
 */
record TakenSlots(String type, String location, Duration duration) {

    void put(BookingStore store, BookingStatus status, Resource resource, String start) {
        OffsetDateTime from = OffsetDateTime.parse(start);
        String id = resource.key() + " " + start;
        Booking booking = new Booking(
                id,
                "REF-" + id,
                status,
                1,
                type,
                location,
                Optional.of(from),
                Optional.of(new Seat(
                        resource,
                        new Stretch(from.toInstant(), from.plus(duration).toInstant()))),
                List.of(),
                List.of(),
                Optional.empty(),
                BookingSource.WEB,
                Referral.NONE,
                "en",
                new Consents(Consents.Agreement.unseen("2026-11"), Optional.empty(), Optional.empty()),
                false,
                Site.START,
                Site.START,
                new Patient(
                        "Ann",
                        "Example",
                        Optional.of("+16265550142"),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Patient.BookingFor.SELF),
                new Visit(
                        Optional.empty(),
                        Optional.empty(),
                        Visit.PatientType.UNSURE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        store.tryReserve(booking, new SubmissionKey("k1", bytes, bytes, bytes, bytes), List.of());
    }
}
