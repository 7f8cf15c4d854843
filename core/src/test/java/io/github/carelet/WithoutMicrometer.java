package io.github.carelet;

import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.BookingOutcome;
import io.github.carelet.booking.Submission;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.source.FileSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A host that has no Micrometer and counts by itself. Runs in a class loader that has none either, so it must name none. */
public final class WithoutMicrometer {

    static final Instant NOW = Instant.parse("2026-11-30T18:00:00Z");

    private WithoutMicrometer() {}

    /** Takes a booking, and returns how many were counted. */
    public static int run(Path folder) {
        AtomicInteger sent = new AtomicInteger();
        Measures own = new Measures() {
            @Override
            public void stepped(Funnel.Step step, String partner) {
                sent.addAndGet(step == Funnel.Step.SENT ? 1 : 0);
            }
        };
        try (Carelet carelet = Carelet.builder(FileSource.of(folder.resolve("clinic.json"), CatalogReader.strict()))
                .clock(() -> NOW)
                .storage(folder.resolve("without"))
                .keys(KeyRing.ephemeral())
                .measures(own)
                .build()) {
            book(carelet, Optional.empty(), "626-555-0123");
        }
        return sent.get();
    }

    /** Asks for a visit, and returns the reference. */
    static String book(Carelet carelet, Optional<String> partner, String phone) {
        BookingDesk desk = carelet.bookingDesk().orElseThrow();
        BookingOutcome outcome = desk.book(
                new Submission(Map.of(
                        "token", List.of(desk.issueToken(partner).value()),
                        "type", List.of("visit"),
                        "location", List.of("main"),
                        "givenName", List.of("Ada"),
                        "phone", List.of(phone),
                        "preferred", List.of("2026-12-09/any"),
                        "consent", List.of("default-1"))),
                "en");
        return ((BookingOutcome.Accepted) outcome).receipt().reference();
    }
}
