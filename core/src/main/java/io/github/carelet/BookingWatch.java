package io.github.carelet;

import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One daemon thread that looks now and then after bookings that have fallen due. Every node may have one. */
final class BookingWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BookingWatch.class);

    private static final long MOST_WAIT_MILLIS = 10_000;

    private final BookingDesk desk;
    private final Duration interval;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private boolean failed;

    BookingWatch(BookingDesk desk, Duration interval) {
        this.desk = desk;
        this.interval = interval;
        this.thread = new Thread(this::watch, "carelet-booking-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What can't be done now is done at a later look; a failure is logged once, until a look succeeds. */
    private void look() {
        try {
            desk.lookAfter();
            failed = false;
        } catch (StoreUnavailableException e) {
            LOG.atLevel(failed ? Level.DEBUG : Level.WARN)
                    .log("Bookings that have fallen due can't be looked after now; that is tried again", e);
            failed = true;
        } catch (RuntimeException e) {
            LOG.error("Looking after bookings that have fallen due failed; that is tried again", e);
        }
    }

    /** Ends the thread, and waits for a look that is under way. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(MOST_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
