package io.github.carelet;

import io.github.carelet.booking.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Looks now and then after what falls due by itself. Every node may have one. */
final class BookingWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BookingWatch.class);

    private final List<Runnable> chores;
    private final AutoCloseable looks;
    private boolean failed;

    BookingWatch(List<Runnable> chores, Duration interval, Beat beat) {
        this.chores = List.copyOf(chores);
        this.looks = beat.every("carelet-booking-watch", interval, this::look);
    }

    /** What can't be done now is done at a later look; a failure is logged once, until a look succeeds. */
    private void look() {
        boolean unavailable = false;
        for (Runnable chore : chores) {
            try {
                chore.run();
            } catch (StoreUnavailableException e) {
                unavailable = true;
                LOG.atLevel(failed ? Level.DEBUG : Level.WARN)
                        .log("What has fallen due can't be looked after now; that is tried again", e);
            } catch (RuntimeException e) {
                LOG.error("Looking after what has fallen due failed; that is tried again", e);
            }
        }
        failed = unavailable;
    }

    @Override
    public void close() {
        Closing.all(List.of(looks));
    }
}
