package io.github.carelet;

import io.github.carelet.booking.BookingEvent;

/**
 * Hears of what happens to bookings, in the host's own process. At least once for each event and in order for each booking,
 * after it is on disk, also after a crash: an event that comes twice has the same reference, type and version. Called by
 * threads that deliver, never by one that a patient waits for; what it throws is tried again like any other delivery, and
 * disturbs nobody else. It must return within 20 seconds, or it may be called again meanwhile.
 */
@FunctionalInterface
public interface BookingListener {

    /**
     * Hears of an event.
     *
     * @param event what happened; who it is about is told by {@link io.github.carelet.booking.Inbox}
     */
    void onBooking(BookingEvent event);
}
