package io.github.carelet.booking;

import java.time.Instant;
import java.util.Optional;

/**
 * A booking in the inbox.
 *
 * @param booking the booking, with all that the clinic may know of it
 * @param attendAt when somebody is to look at it next: for a request the instant by which an answer is promised, late or not;
 *     for offers the instant at which they run out; for a visit its start; else when it came to be what it is
 * @param recorded whether it was entered in the clinic's own system
 */
public record InboxEntry(Booking booking, Instant attendAt, boolean recorded) {

    /** Returns by when an answer is, or was, promised; empty unless the booking waits for one. */
    public Optional<Instant> answerBy() {
        return booking.status() == BookingStatus.REQUESTED ? Optional.of(attendAt) : Optional.empty();
    }

    /** Returns whether it should have been answered by now. */
    public boolean isLate(Instant now) {
        return answerBy().filter(by -> !by.isAfter(now)).isPresent();
    }
}
