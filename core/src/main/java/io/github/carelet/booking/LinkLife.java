package io.github.carelet.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

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

    /**
     * Returns whether it leads anywhere.
     *
     * @param history gives what happened to the booking with an id; asked only where its last change is recent
     */
    boolean isAlive(Booking booking, Function<String, List<HistoryEntry>> history, Instant now) {
        return switch (booking.status()) {
            case HELD, REQUESTED, SUSPECT, PROPOSED, WAITLISTED -> true;
            case CONFIRMED, ARRIVED ->
                booking.start().map(start -> isRecent(start.toInstant(), now)).orElse(true);
            case DECLINED, CANCELLED, EXPIRED, COMPLETED, NO_SHOW ->
                isRecent(booking.updatedAt(), now) && isRecent(over(booking, history.apply(booking.id())), now);
        };
    }

    /** What was noted or taken back afterwards left the state as it was. */
    private static Instant over(Booking booking, List<HistoryEntry> history) {
        Instant over = booking.updatedAt();
        for (int i = history.size() - 1; i >= 0 && history.get(i).status() == booking.status(); i--) {
            over = history.get(i).at();
        }
        return over;
    }

    private boolean isRecent(Instant over, Instant now) {
        return now.isBefore(over.plus(after));
    }
}
