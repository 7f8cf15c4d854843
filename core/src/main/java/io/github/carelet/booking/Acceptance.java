package io.github.carelet.booking;

import io.github.carelet.booking.BookingStore.Change;
import io.github.carelet.booking.Changes.Cause;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Lets patients take one of the times that the clinic offers. It is held for them already, so it can't be taken any more;
 * the others are free again.
 */
final class Acceptance implements PatientActions.Action {

    private final Changes changes;

    /**
     * Makes one.
     *
     * @param changes writes it
     */
    Acceptance(Changes changes) {
        this.changes = changes;
    }

    @Override
    public Optional<ChangeOutcome> tryOn(Booking booking, Submission submission, Instant now) {
        FieldReader fields = new FieldReader(submission);
        fields.ignore("token");
        fields.ignore("lang");
        Optional<Instant> wanted = fields.parsed("offer", TimeReader::dateTime).map(OffsetDateTime::toInstant);
        if (wanted.isEmpty()) {
            fields.requireUnlessWrong("offer");
        }
        if (!fields.errors().isEmpty()) {
            return Optional.of(new ChangeOutcome.Invalid(fields.errors()));
        }
        return accept(booking, wanted.orElseThrow(), fields, now);
    }

    private Optional<ChangeOutcome> accept(Booking booking, Instant wanted, FieldReader fields, Instant now) {
        boolean done = booking.status() == BookingStatus.CONFIRMED
                && booking.start().map(OffsetDateTime::toInstant).equals(Optional.of(wanted));
        if (done) {
            return Optional.of(new ChangeOutcome.Changed());
        }
        if (booking.offers().isEmpty()) {
            return Optional.of(new ChangeOutcome.NotPossible(booking.status().shown()));
        }
        Optional<Offer> offer = booking.offers().stream()
                .filter(each -> each.start().toInstant().equals(wanted))
                .findFirst();
        if (offer.isEmpty()) {
            fields.wrong("offer", "unknown");
            return Optional.of(new ChangeOutcome.Invalid(fields.errors()));
        }
        Timing timing =
                Timing.at(booking.location(), offer.get().start(), offer.get().seat());
        Change change = changes.make(
                booking,
                booking.changedTo(BookingStatus.CONFIRMED, timing, now),
                Allowance.PROMISED,
                Cause.patient("booking.confirmed"));
        return change == Change.DONE ? Optional.of(new ChangeOutcome.Changed()) : Optional.empty();
    }
}
