package io.github.carelet.booking;

import java.time.Duration;
import java.time.Instant;

/**
 * How long the patient's link to a booking leads anywhere: as long as the booking is open, and for some time after it is
 * over. From then on it is as good as unknown; the booking itself stays.
 *
 * @param after how long after the visit, or after the booking was declined, called off or ran out
 */
record LinkLife(Duration after) {

    static final LinkLife DEFAULT = new LinkLife(Duration.ofDays(90));

    LinkLife {
        if (after.isNegative()) {
            throw new IllegalArgumentException("links for " + after + " after the visit: expected no time or more");
        }
    }

    boolean isAlive(Booking booking, Instant now) {
        return switch (booking.status()) {
            case HELD, REQUESTED, SUSPECT, PROPOSED, WAITLISTED -> true;
            case CONFIRMED, ARRIVED ->
                booking.start().map(start -> isRecent(start.toInstant(), now)).orElse(true);
            case DECLINED, CANCELLED, EXPIRED, COMPLETED, NO_SHOW -> isRecent(booking.updatedAt(), now);
        };
    }

    private boolean isRecent(Instant over, Instant now) {
        return now.isBefore(over.plus(after));
    }
}
