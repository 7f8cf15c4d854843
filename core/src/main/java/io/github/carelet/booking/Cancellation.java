package io.github.carelet.booking;

import io.github.carelet.booking.BookingStore.Change;
import io.github.carelet.booking.Changes.Cause;
import java.time.Instant;
import java.util.Optional;

/**
 * Calls bookings off for their patients.
 */
final class Cancellation implements PatientActions.Action {

    private static final int MAX_REASON = 500;

    private final Changes changes;

    /**
     * Makes one.
     *
     * @param changes writes it
     */
    Cancellation(Changes changes) {
        this.changes = changes;
    }

    /** Returns whether a patient may call off a booking in this state. What looks like a request must be as good as one. */
    static boolean isPossible(BookingStatus status) {
        return switch (status) {
            case REQUESTED, SUSPECT, PROPOSED, WAITLISTED, CONFIRMED -> true;
            case HELD, DECLINED, CANCELLED, EXPIRED, ARRIVED, COMPLETED, NO_SHOW -> false;
        };
    }

    @Override
    public Optional<ChangeOutcome> tryOn(Booking booking, Submission submission, Instant now) {
        FieldReader fields = new FieldReader(submission);
        fields.ignore("token");
        fields.ignore("lang");
        Optional<String> reason = fields.lines("reason", MAX_REASON);
        if (!fields.errors().isEmpty()) {
            return Optional.of(new ChangeOutcome.Invalid(fields.errors()));
        }
        if (booking.status() == BookingStatus.CANCELLED) {
            return Optional.of(new ChangeOutcome.Changed());
        }
        return isPossible(booking.status())
                ? cancel(booking, reason, now)
                : Optional.of(new ChangeOutcome.NotPossible(booking.status()));
    }

    private Optional<ChangeOutcome> cancel(Booking booking, Optional<String> reason, Instant now) {
        Booking cancelled = booking.changedTo(BookingStatus.CANCELLED, now);
        Cause cause = new Cause(Changes.PATIENT, reason, "booking.cancelled");
        Change change = changes.make(booking, cancelled, Allowance.PROMISED, cause);
        return change == Change.DONE ? Optional.of(new ChangeOutcome.Changed()) : Optional.empty();
    }
}
