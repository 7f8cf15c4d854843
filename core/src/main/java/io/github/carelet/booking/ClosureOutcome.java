package io.github.carelet.booking;

import java.util.List;

/** What came of closing something, or of opening it again. */
public sealed interface ClosureOutcome {

    /** It is so, durably; on every node within half a minute. */
    record Done(Closure closure) implements ClosureOutcome {}

    /** There is no such closure. */
    record Unknown() implements ClosureOutcome {}

    /** What was said is wrong; nothing was changed. */
    record Invalid(List<FieldError> errors) implements ClosureOutcome {

        /** Copies the list. */
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /** The store can't take it now; nothing was changed. */
    record Unavailable() implements ClosureOutcome {}
}
