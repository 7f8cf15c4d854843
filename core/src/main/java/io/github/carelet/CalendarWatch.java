package io.github.carelet;

import io.github.carelet.calendar.PractitionerCalendars;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One daemon thread that reads the practitioners' calendars now and then, for the first time at once. */
final class CalendarWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarWatch.class);

    /** Longer than calendars take that are there; those that are not must not keep a host from starting. */
    private static final long FIRST_WAIT_SECONDS = 5;

    private final PractitionerCalendars calendars;
    private final CountDownLatch first = new CountDownLatch(1);
    private final Recurring looks;

    private CalendarWatch(PractitionerCalendars calendars, Duration interval) {
        this.calendars = calendars;
        this.looks = Recurring.startAtOnce("carelet-calendar-watch", interval, this::look);
    }

    /** Starts the thread, and waits a little for its first look, so that the first patient is offered what is free. */
    static CalendarWatch start(PractitionerCalendars calendars, Duration interval) {
        CalendarWatch watch = new CalendarWatch(calendars, interval);
        watch.awaitFirst();
        return watch;
    }

    private void look() {
        try {
            calendars.refresh();
        } catch (RuntimeException | Error e) {
            LOG.error("Reading the practitioners' calendars failed; what was read last holds", e);
        } finally {
            first.countDown();
        }
    }

    private void awaitFirst() {
        try {
            if (!first.await(FIRST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The practitioners' calendars take long to read; until then, no time of theirs is offered,"
                        + " or what was read before the start holds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        calendars.close();
        looks.close();
    }
}
