package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.Audience.Destination;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudienceTest {

    private static final Booking BOOKING = BookingSamples.booking("b1", BookingStatus.REQUESTED);

    /** That nobody has answered changes no appointment. */
    @ParameterizedTest
    @CsvSource({
        "webhook, booking.requested, true",
        "webhook, booking.unanswered, true",
        "listener, booking.unanswered, true",
        "fhir, booking.requested, true",
        "fhir, booking.undone, true",
        "fhir, booking.unanswered, false",
    })
    void aServerOfAppointmentsHearsOfWhatChangesThem(String kind, String event, boolean hears) {
        assertThat(new Destination(kind, "x").hearsOf(BookingEvent.of(event, Optional.empty(), BOOKING)))
                .isEqualTo(hears);
    }

    /** Only a webhook leaves the house as it is kept. */
    @ParameterizedTest
    @CsvSource({"webhook, false", "listener, true", "fhir, true"})
    void aWebhookSaysLeast(String kind, boolean whole) {
        String payload =
                new Destination(kind, "x").payload(BookingEvent.of("booking.confirmed", Optional.empty(), BOOKING));
        assertThat(payload.contains("\"start\"")).isEqualTo(whole);
        assertThat(payload).doesNotContain("Canary", "planted");
    }
}
