package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.Audience;
import io.github.carelet.booking.BookingDesk;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.store.SqlStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BookingWatchTest {

    /** Asks what time it is each time that it looks. */
    private static final class Looks implements InstantSource {

        private final CountDownLatch left;

        Looks(int expected) {
            left = new CountDownLatch(expected);
        }

        @Override
        public Instant instant() {
            left.countDown();
            return Instant.EPOCH;
        }
    }

    @Test
    void itLooksUntilItIsClosedAlsoAfterAFailure(@TempDir Path folder) throws Exception {
        Looks looks = new Looks(5);
        SqlStorage storage = SqlStorage.open(folder, KeyRing.ephemeral());
        BookingDesk desk = BookingDesk.of(
                () -> {
                    throw new IllegalStateException("no catalogue is asked for");
                },
                storage.bookings(),
                KeyRing.ephemeral(),
                looks,
                Audience.NOBODY);
        BookingWatch watch = new BookingWatch(List.of(desk::lookAfter), Duration.ofMillis(5), Recurring::start);
        storage.close();
        assertThat(looks.left.await(20, TimeUnit.SECONDS)).isTrue();
        watch.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("carelet-booking-watch"));
    }
}
