package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.BookingEvent;
import io.github.carelet.booking.BookingOutcome;
import io.github.carelet.booking.Submission;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.delivery.MessageStatus.State;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.source.FileSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BookingListenerTest {

    private final LinkedBlockingQueue<BookingEvent> heard = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    @Test
    void itHearsOfABookingOnAThreadOfItsOwnAndOfNoPatient() throws Exception {
        try (Carelet carelet = builder().onBooking(heard::add).build()) {
            String reference = book(carelet);
            BookingEvent event = heard.poll(30, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            assertThat(event.type()).isEqualTo("booking.requested");
            assertThat(event.reference()).isEqualTo(reference);
            assertThat(event.toString()).doesNotContain("Ada", "555");
        }
    }

    @Test
    void whatItThrowsIsTriedAgainAndDisturbsNoOther() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        BookingListener broken = event -> {
            calls.incrementAndGet();
            throw new IllegalStateException("broken on purpose");
        };
        try (Carelet carelet = builder().onBooking(broken).onBooking(heard::add).build()) {
            book(carelet);
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isNotNull();
            while (carelet.deliveries().orElseThrow().troubled(9).isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(carelet.deliveries().orElseThrow().troubled(9))
                    .extracting(each -> each.message().destination() + " " + each.state())
                    .containsExactly("host-1 " + State.RETRYING);
            assertThat(calls).hasPositiveValue();
        }
    }

    @Test
    void whatItHasNotHeardItHearsAfterARestart() throws Exception {
        String reference;
        BookingListener dead = event -> {
            throw new LinkageError("gone");
        };
        try (Carelet carelet = builder().onBooking(dead).build()) {
            reference = book(carelet);
        }
        try (Carelet carelet = builder().onBooking(heard::add).build()) {
            BookingEvent event = heard.poll(50, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            assertThat(event.reference()).isEqualTo(reference);
            assertThat(carelet.health().ok()).isTrue();
        }
    }

    private CareletBuilder builder() {
        Clinics.written(folder, "Maple");
        return Carelet.builder(FileSource.of(folder.resolve("clinic.json"), CatalogReader.strict()))
                .storage(folder.resolve("data"))
                .keys(KeyRing.loadOrCreate(folder.resolve("keys.json")));
    }

    private static String book(Carelet carelet) {
        var desk = carelet.bookingDesk().orElseThrow();
        String day = carelet.clock()
                .instant()
                .atZone(java.time.ZoneId.of("America/Los_Angeles"))
                .toLocalDate()
                .plusDays(9)
                .toString();
        BookingOutcome outcome = desk.book(
                new Submission(Map.of(
                        "token", List.of(desk.issueToken(Optional.empty()).value()),
                        "type", List.of("visit"),
                        "location", List.of("main"),
                        "givenName", List.of("Ada"),
                        "phone", List.of("626-555-0123"),
                        "preferred", List.of(day + "/any"),
                        "consent", List.of("default-1"))),
                "en");
        return ((BookingOutcome.Accepted) outcome).receipt().reference();
    }
}
