package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.BookingDesk.Identity;
import io.github.carelet.booking.BookingOutcome.Accepted;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.privacy.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManageLinksTest {

    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
    private static final String ONE = "{\"id\": \"k1\", \"secret\": \"" + "A".repeat(43) + "=\"}";
    private static final String TWO = "{\"id\": \"k2\", \"secret\": \"B" + "A".repeat(42) + "=\"}";

    private final MemoryBookingStore store = new MemoryBookingStore();

    @TempDir
    private Path folder;

    @Test
    void theTokenOfABookingIsToldAgainAlsoAfterAnotherKeyBecameTheCurrentOne() throws IOException {
        Receipt old = book(ring(ONE, "k1"));
        Booking first = store.bookings().get(0);
        KeyRing rotated = ring(ONE + ", " + TWO, "k2");
        Receipt young = book(rotated);
        Booking second = store.bookings().stream()
                .filter(each -> !each.equals(first))
                .findFirst()
                .orElseThrow();
        ManageLinks links = new ManageLinks(rotated, store);

        assertThat(links.tokenOf(first)).contains(old.manageToken());
        assertThat(links.tokenOf(second)).contains(young.manageToken());
        assertThat(old.manageToken()).isNotEqualTo(young.manageToken());
    }

    @Test
    void withoutItsKeyOrItsBookingThereIsNoToken() throws IOException {
        book(ring(ONE, "k1"));
        Booking booking = store.bookings().get(0);

        assertThat(new ManageLinks(ring(ONE, "k1"), store).tokenOf(booking)).isPresent();
        assertThat(new ManageLinks(ring(TWO, "k2"), store).tokenOf(booking)).isEmpty();
        assertThat(new ManageLinks(ring(ONE, "k1"), new MemoryBookingStore()).tokenOf(booking))
                .isEmpty();
    }

    private Receipt book(KeyRing keys) {
        Catalog catalog = Clinics.catalog();
        BookingDesk desk =
                BookingDesk.of(() -> catalog, store, () -> NOW, new Identity(keys, new SecureRandom(), List.of()));
        Submission form = Forms.valid()
                .with("familyName", "Number" + store.bookings().size())
                .submission(desk.issueToken(Optional.empty()));
        return ((Accepted) desk.book(form, "en")).receipt();
    }

    private KeyRing ring(String keys, String current) throws IOException {
        return KeyRing.load(Files.writeString(
                folder.resolve("keys.json"), "{\"keys\": [" + keys + "], \"current\": \"" + current + "\"}"));
    }
}
