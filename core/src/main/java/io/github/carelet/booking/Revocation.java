package io.github.carelet.booking;

import io.github.carelet.booking.BookingStore.Change;
import io.github.carelet.booking.Changes.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes back what a patient agreed to, in the booking that they or the clinic have before them and in all others that are
 * known to be theirs. Nothing else of a booking changes, whatever its state; the clinic's systems are told of each, patients
 * get no mail about it.
 */
final class Revocation implements PatientActions.Action {

    private static final int TRIES = 10;

    private final Changes changes;
    private final Function<Patient, List<Booking>> ofPatient;

    /**
     * Makes one.
     *
     * @param changes writes it
     * @param ofPatient gives every booking of a patient
     */
    Revocation(Changes changes, Function<Patient, List<Booking>> ofPatient) {
        this.changes = changes;
        this.ofPatient = ofPatient;
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

    /** Whoever sends the same form again has taken it back already, and what they agreed to since then they agreed to. */
    private Optional<ChangeOutcome> revoke(Booking booking, ConsentKind kind, Instant now) {
        Cause cause = cause(kind, Changes.PATIENT, Optional.empty());
        boolean done = booking.consent().holding(kind).isEmpty()
                || (elsewhere(booking, kind, cause, now)
                        && changes.make(booking, booking.without(kind, now), Allowance.PROMISED, cause) == Change.DONE);
        return done ? Optional.of(new ChangeOutcome.Changed()) : Optional.empty();
    }

    /** Takes one back for a patient who told the clinic. */
    ClinicOutcome revoke(DeskTurn desk, ClinicAction action, ConsentKind kind) {
        Cause cause = cause(kind, action.actor(), action.note());
        return desk.on(
                action,
                booking -> booking.consent().holding(kind).isPresent(),
                (booking, now) -> elsewhere(booking, kind, cause, now)
                        ? desk.write(booking, booking.without(kind, now), Allowance.PROMISED, cause)
                        : new ClinicOutcome.Unavailable());
    }

    /**
     * The one that leads to the others goes last: if this ends before, it can be done again. Of a suspect, which may be a
     * machine with somebody's name, nobody hears: it leads to no others.
     */
    private boolean elsewhere(Booking booking, ConsentKind kind, Cause cause, Instant now) {
        return booking.status() == BookingStatus.SUSPECT
                || ofPatient.apply(booking.patient()).stream()
                        .filter(other -> !other.id().equals(booking.id()))
                        .allMatch(other -> takeBack(other, kind, cause, now));
    }

    /** Another change may come between; then it counts, and is read again. */
    private boolean takeBack(Booking found, ConsentKind kind, Cause cause, Instant now) {
        Optional<Booking> other = Optional.of(found);
        for (int i = 0; i < TRIES; i++) {
            if (other.flatMap(each -> each.consent().holding(kind)).isEmpty()) {
                return true;
            }
            Booking before = other.get();
            if (changes.make(before, before.without(kind, now), Allowance.PROMISED, cause) == Change.DONE) {
                return true;
            }
            other = changes.store().findByReference(found.reference());
        }
        return false;
    }

    private static Cause cause(ConsentKind kind, String actor, Optional<String> note) {
        return new Cause(actor, note, BookingEvent.CONSENT_REVOKED, kind.revocation());
    }
}
