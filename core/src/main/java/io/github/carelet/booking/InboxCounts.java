package io.github.carelet.booking;

import java.util.Map;

/**
 * How many bookings are in each state in which somebody at the clinic may have to do something.
 *
 * @param byStatus the states {@code requested}, {@code suspect}, {@code proposed}, {@code waitlisted}, {@code confirmed} and
 *     {@code arrived}, of those that there are
 * @param late how many of the requests should have been answered by now
 */
public record InboxCounts(Map<BookingStatus, Long> byStatus, long late) {

    /** Copies the map. */
    public InboxCounts {
        byStatus = Map.copyOf(byStatus);
    }

    /** Returns how many are in a state. */
    public long of(BookingStatus status) {
        return byStatus.getOrDefault(status, 0L);
    }
}
