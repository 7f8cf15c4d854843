package io.github.carelet.booking;

import java.time.Instant;
import java.util.Optional;

/**
 * Lets patients act on their bookings. Another change may come between reading and writing; then it counts, and is read
 * again.
 */
final class PatientActions {

    private static final int TRIES = 10;

    private final Changes changes;
    private final LinkLife links;

    PatientActions(Changes changes, LinkLife links) {
        this.changes = changes;
        this.links = links;
    }

    /** What a patient wants to do. */
    interface Action {

        /** Returns what came of one attempt; empty if another one may do better. */
        Optional<ChangeOutcome> tryOn(Booking booking, Submission submission, Instant now);
    }

    /** Returns the booking that a link leads to. */
    Optional<Booking> find(String manageToken, Instant now) {
        return changes.store()
                .findByManageHash(BookingNames.manageHash(manageToken))
                .filter(booking -> links.isAlive(booking, changes.store()::history, now));
    }

    ChangeOutcome act(String manageToken, Submission submission, Instant now, Action action) {
        try {
            for (int i = 0; i < TRIES; i++) {
                Optional<Booking> booking = find(manageToken, now);
                if (booking.isEmpty()) {
                    return new ChangeOutcome.Unknown();
                }
                Optional<ChangeOutcome> outcome = tryOn(booking.get(), submission, now, action);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
            }
            return new ChangeOutcome.Unavailable();
        } catch (StoreUnavailableException e) {
            return new ChangeOutcome.Unavailable();
        }
    }

    /** Offers that have run out count no longer, even if nobody has looked after them yet. */
    private Optional<ChangeOutcome> tryOn(Booking booking, Submission submission, Instant now, Action action) {
        if (booking.isLapsed(now)) {
            changes.lookAfter(booking, now);
            return Optional.empty();
        }
        return action.tryOn(booking, submission, now);
    }
}
