package io.github.carelet.booking;

import io.github.carelet.schedule.Refusal;
import java.util.List;

/** What came of a submission. */
public sealed interface BookingOutcome {

    /**
     * The booking is in the store, durably; or it was already, from the same form sent before, and this is the first
     * answer again.
     */
    record Accepted(Receipt receipt) implements BookingOutcome {}

    /** The token was spent on a submission with other fields. */
    record Mismatch() implements BookingOutcome {}

    /** The token is not one of ours, or is too old. */
    record TokenRefused(boolean expired) implements BookingOutcome {}

    /** Fields are wrong; all of them are named. */
    record Invalid(List<FieldError> errors) implements BookingOutcome {

        /** Copies the list. */
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /**
     * Everything is well formed, but a rule refuses it.
     *
     * @param refusal the first rule that does
     * @param field where to show that
     * @param alternatives free times instead of the one that was picked: the nearest at its location, then at others
     */
    record Refused(Refusal refusal, String field, List<Alternative> alternatives) implements BookingOutcome {

        /** Copies the list. */
        public Refused {
            alternatives = List.copyOf(alternatives);
        }

        /** Makes a refusal that has nothing to do with a picked time. */
        public Refused(Refusal refusal, String field) {
            this(refusal, field, List.of());
        }
    }

    /**
     * The form was sent by {@link BookingDesk#rehearse} only to see that it arrives. Nothing was stored.
     *
     * @param whole whether it arrived as it was sent
     */
    record Rehearsed(boolean whole) implements BookingOutcome {}

    /** The store can't take it now. Nothing was stored. */
    record Unavailable() implements BookingOutcome {}
}
