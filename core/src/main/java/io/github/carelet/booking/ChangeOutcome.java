package io.github.carelet.booking;

import io.github.carelet.schedule.Refusal;
import java.util.List;

/** What came of an action on the patient's page. */
public sealed interface ChangeOutcome {

    /** It is done, durably, or was done before. */
    record Changed() implements ChangeOutcome {}

    /** There is no such booking. */
    record Unknown() implements ChangeOutcome {}

    /** The form's token is not one of ours, or is too old. */
    record TokenRefused(boolean expired) implements ChangeOutcome {}

    /** Fields are wrong. */
    record Invalid(List<FieldError> errors) implements ChangeOutcome {

        /** Copies the list. */
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /** The booking is in a state that does not allow it. */
    record NotPossible(BookingStatus status) implements ChangeOutcome {}

    /**
     * Everything is well formed, but a rule refuses it. Nothing has changed.
     *
     * @param refusal the first rule that does
     * @param field where to show that
     * @param alternatives free times instead of the one that was picked: the nearest at its location, then at others
     */
    record Refused(Refusal refusal, String field, List<Alternative> alternatives) implements ChangeOutcome {

        /** Copies the list. */
        public Refused {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** The store can't take it now. */
    record Unavailable() implements ChangeOutcome {}
}
