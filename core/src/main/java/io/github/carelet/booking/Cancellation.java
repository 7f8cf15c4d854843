package io.github.carelet.booking;

import io.github.carelet.delivery.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Calls bookings off for their patients. */
final class Cancellation {

    private static final int MAX_REASON = 500;
    private static final int TRIES = 10;

    private final BookingStore store;
    private final BookingMessages messages;

    Cancellation(BookingStore store, BookingMessages messages) {
        this.store = store;
        this.messages = messages;
    }

    /** Returns whether a patient may call off a booking in this state. What looks like a request must be as good as one. */
    static boolean isPossible(BookingStatus status) {
        return switch (status) {
            case REQUESTED, SUSPECT, PROPOSED, WAITLISTED, CONFIRMED -> true;
            case HELD, DECLINED, CANCELLED, EXPIRED, ARRIVED, COMPLETED, NO_SHOW -> false;
        };
    }

    ChangeOutcome cancel(byte[] manageHash, Submission submission, Instant now) {
        try {
            // Another change may come between reading and writing; then it counts, and is read again.
            for (int i = 0; i < TRIES; i++) {
                Optional<ChangeOutcome> outcome = tryCancel(manageHash, submission, now);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
            }
            return new ChangeOutcome.Unavailable();
        } catch (StoreUnavailableException e) {
            return new ChangeOutcome.Unavailable();
        }
    }

    private Optional<ChangeOutcome> tryCancel(byte[] manageHash, Submission submission, Instant now) {
        Optional<Booking> found = store.findByManageHash(manageHash);
        if (found.isEmpty()) {
            return Optional.of(new ChangeOutcome.Unknown());
        }
        FieldReader fields = new FieldReader(submission);
        fields.ignore("token");
        fields.ignore("lang");
        Optional<String> reason = fields.lines("reason", MAX_REASON);
        if (!fields.errors().isEmpty()) {
            return Optional.of(new ChangeOutcome.Invalid(fields.errors()));
        }
        return change(found.get(), reason, now);
    }

    private Optional<ChangeOutcome> change(Booking booking, Optional<String> reason, Instant now) {
        if (booking.status() == BookingStatus.CANCELLED) {
            return Optional.of(new ChangeOutcome.Changed());
        }
        if (!isPossible(booking.status())) {
            return Optional.of(new ChangeOutcome.NotPossible(booking.status()));
        }
        Booking cancelled = booking.changedTo(BookingStatus.CANCELLED, now);
        HistoryEntry entry = new HistoryEntry(cancelled.version(), now, "patient", BookingStatus.CANCELLED, reason);
        List<Message> told =
                booking.status() == BookingStatus.SUSPECT ? List.of() : messages.of("booking.cancelled", cancelled);
        return store.tryChange(cancelled, entry, told) ? Optional.of(new ChangeOutcome.Changed()) : Optional.empty();
    }
}
