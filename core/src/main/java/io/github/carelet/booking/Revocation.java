package io.github.carelet.booking;

import io.github.carelet.booking.BookingStore.Change;
import io.github.carelet.booking.Changes.Cause;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes back what a patient agreed to. Nothing else of the booking changes, whatever its state; the clinic's systems are told,
 * patients get no mail about it.
 */
final class Revocation implements PatientActions.Action {

    private final Changes changes;

    /**
     * Makes one.
     *
     * @param changes writes it
     */
    Revocation(Changes changes) {
        this.changes = changes;
    }

    @Override
    public Optional<ChangeOutcome> tryOn(Booking booking, Submission submission, Instant now) {
        FieldReader fields = new FieldReader(submission);
        fields.ignore("token");
        fields.ignore("lang");
        Optional<ConsentKind> kind = fields.oneOf("what", ConsentKind.class);
        if (kind.isEmpty()) {
            fields.requireUnlessWrong("what");
        } else if (booking.consent().of(kind.get()).isEmpty()) {
            fields.wrong("what", "unknown");
        }
        return fields.errors().isEmpty()
                ? revoke(booking, kind.orElseThrow(), now)
                : Optional.of(new ChangeOutcome.Invalid(fields.errors()));
    }

    /** Whoever sends the same form again has taken it back already. */
    private Optional<ChangeOutcome> revoke(Booking booking, ConsentKind kind, Instant now) {
        boolean done = booking.consent().holding(kind).isEmpty()
                || changes.make(
                                booking,
                                booking.without(kind, now),
                                Allowance.PROMISED,
                                cause(kind, Changes.PATIENT, Optional.empty()))
                        == Change.DONE;
        return done ? Optional.of(new ChangeOutcome.Changed()) : Optional.empty();
    }

    /** Takes one back for a patient who told the clinic. */
    static ClinicOutcome revoke(DeskTurn desk, ClinicAction action, ConsentKind kind) {
        return desk.on(
                action,
                booking -> booking.consent().holding(kind).isPresent(),
                (booking, now) -> desk.write(
                        booking,
                        booking.without(kind, now),
                        Allowance.PROMISED,
                        cause(kind, action.actor(), action.note())));
    }

    private static Cause cause(ConsentKind kind, String actor, Optional<String> note) {
        return new Cause(actor, note, BookingEvent.CONSENT_REVOKED, kind.revocation());
    }
}
