package io.github.carelet.booking;

import io.github.carelet.booking.BookingDesk.Identity;
import io.github.carelet.booking.BookingOutcome.Accepted;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.delivery.Message;
import io.github.carelet.privacy.KeyRing;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A desk with a clock that can be turned, and patients who are all different. */
final class Lives {

    /** A Monday, 10 AM in Los Angeles. */
    static final Instant NOW = Instant.parse("2026-11-23T18:00:00.123Z");

    static final String TUESDAY_AT_8 = "2026-12-01T08:00:00-08:00";
    static final String TUESDAY_AT_9 = "2026-12-01T09:00:00-08:00";
    static final String TUESDAY_AT_10 = "2026-12-01T10:00:00-08:00";

    final MemoryBookingStore store = new MemoryBookingStore();
    Instant now = NOW;
    Catalog catalog = SlotBookingTest.catalog();
    final BookingDesk desk = BookingDesk.of(
            () -> catalog, store, () -> now, new Identity(KeyRing.ephemeral(), new SecureRandom(), List.of("clinic")));
    final ClinicDesk clinic = desk.clinic();
    private final AtomicInteger patients = new AtomicInteger();

    Forms form(String type) {
        return Forms.valid()
                .without("preferred")
                .with("type", type)
                .with("familyName", "Number " + patients.incrementAndGet());
    }

    Receipt slot(String type, String slot) {
        return book(form(type).with("slot", slot));
    }

    Receipt wish(String type, String preferred) {
        return book(form(type).with("preferred", preferred));
    }

    Receipt book(Forms form) {
        return ((Accepted) desk.book(form.submission(token()), "en")).receipt();
    }

    FormToken token() {
        return desk.issueToken(Optional.empty());
    }

    ChangeOutcome reschedule(Receipt receipt, String field, String... values) {
        return desk.reschedule(
                receipt.manageToken(), Forms.empty().with(field, values).submission(token()));
    }

    ChangeOutcome accept(Receipt receipt, String offer) {
        return desk.accept(
                receipt.manageToken(), Forms.empty().with("offer", offer).submission(token()));
    }

    ChangeOutcome cancel(Receipt receipt) {
        return desk.cancel(receipt.manageToken(), Forms.empty().submission(token()));
    }

    ManagedBooking page(Receipt receipt) {
        return desk.find(receipt.manageToken()).orElseThrow();
    }

    Booking booking(Receipt receipt) {
        return clinic.find(receipt.reference()).orElseThrow();
    }

    /** What somebody does who has just looked at the booking. */
    ClinicAction by(Receipt receipt) {
        return new ClinicAction(receipt.reference(), booking(receipt).version(), "Kim", Optional.of("said so"));
    }

    ClinicOutcome propose(Receipt receipt, Duration within, String... starts) {
        return clinic.propose(by(receipt), instants(starts), now.plus(within));
    }

    static List<Instant> instants(String... starts) {
        return List.of(starts).stream().map(Lives::instant).toList();
    }

    static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** The events of which somebody was told, with the state that each says. */
    List<String> events() {
        return store.messages().stream()
                .map(Message::payload)
                .map(payload -> payload.replaceAll(".*\"type\":\"([a-z_.]+)\".*\"status\":\"([a-z_]+)\".*", "$1 $2"))
                .toList();
    }
}
