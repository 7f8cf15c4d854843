package io.github.carelet.booking;

import io.github.carelet.schedule.Refusal;
import java.time.Instant;
import java.util.List;

/** What came of an attempt to hold a time. */
public sealed interface HoldOutcome {

    /**
     * It is held for the form with that token.
     *
     * @param until the instant at which the hold runs out
     */
    record Held(Instant until) implements HoldOutcome {}

    /** It is free, but not held: its type is not settled at once, or as many times of that day are held as may be. */
    record NotHeld() implements HoldOutcome {}

    /**
     * It can't be had.
     *
     * @param refusal why
     * @param alternatives the nearest free times instead
     */
    record Refused(Refusal refusal, List<Alternative> alternatives) implements HoldOutcome {

        /** Copies the list. */
        public Refused {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** The token is none of ours, has expired, or was spent. Another one will do. */
    record TokenRefused() implements HoldOutcome {}

    /** The store can't be asked now. */
    record Unavailable() implements HoldOutcome {}
}
