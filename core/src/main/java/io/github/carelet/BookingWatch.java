package io.github.carelet;

import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.StoreUnavailableException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One daemon thread that looks now and then after bookings that have fallen due. Every node may have one. */
final class BookingWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BookingWatch.class);

    private final BookingDesk desk;
    private final Recurring looks;
    private boolean failed;

    BookingWatch(BookingDesk desk, Duration interval) {
        this.desk = desk;
        this.looks = Recurring.start("carelet-booking-watch", interval, this::look);
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

    @Override
    public void close() {
        looks.close();
    }
}
