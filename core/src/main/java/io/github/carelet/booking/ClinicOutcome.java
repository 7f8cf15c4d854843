package io.github.carelet.booking;

import io.github.carelet.schedule.Refusal;
import java.util.List;
import java.util.Optional;

/** What came of something that the clinic did with a booking. */
public sealed interface ClinicOutcome {

    /**
     * It is in the store, durably, and its messages with it.
     *
     * @param booking as it is now
     * @param warning what a patient would have been refused for, where the clinic may do as it likes
     */
    record Done(Booking booking, Optional<Refusal> warning) implements ClinicOutcome {

        /** Nothing to warn of. */
        public Done(Booking booking) {
            this(booking, Optional.empty());
        }
    }

    /** Returns the same, with a warning if it was done. */
    default ClinicOutcome warning(Optional<Refusal> warning) {
        return this instanceof Done done ? new Done(done.booking(), warning) : this;
    }

    /** There is no such booking. */
    record Unknown() implements ClinicOutcome {}

    /** Somebody else changed the booking first; nothing was changed. It has to be read again. */
    record Outdated() implements ClinicOutcome {}

    /** The booking is in a state that does not allow it. */
    record NotPossible(BookingStatus status) implements ClinicOutcome {}

    /** What was said is wrong; nothing was changed. */
    record Invalid(List<FieldError> errors) implements ClinicOutcome {

        /** Copies the list. */
        public Invalid {
            errors = List.copyOf(errors);
        }

        Invalid(FieldError error) {
            this(List.of(error));
        }
    }

    /** A time can't be had; nothing was changed. */
    record Refused(Refusal refusal) implements ClinicOutcome {}

    /** The store can't take it now; nothing was changed. */
    record Unavailable() implements ClinicOutcome {}
}
