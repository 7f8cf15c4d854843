package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the payload of a message holds that stays in the house. */
class BookingEventFuzzTest {

    @Test
    void whatIsWrittenIsRead() {
        Booking booking = BookingSamples.booking("a", BookingStatus.CONFIRMED);
        BookingEvent event = BookingEvent.of("booking.confirmed", Optional.empty(), booking);
        assertThat(BookingEvent.parse(event.json())).isEqualTo(event);
    }

    @FuzzTest
    void anEventIsReadOrRefused(FuzzedDataProvider data) {
        try {
            BookingEvent event = BookingEvent.parse(data.consumeRemainingAsString());
            assertThat(BookingEvent.parse(event.json())).isEqualTo(event);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessage("no event of a booking");
        }
    }
}
