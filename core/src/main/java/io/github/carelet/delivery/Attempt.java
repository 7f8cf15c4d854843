package io.github.carelet.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * One try at delivering a message, or the wish that it be tried again.
 *
 * @param at when it ended
 * @param node which process tried
 * @param outcome what came of it
 * @param detail what was seen, such as {@code HTTP 503}; never a payload, never personal data
 * @param next when to try again; present only for {@link Outcome#RETRY}
 */
public record Attempt(Instant at, String node, Outcome outcome, String detail, Optional<Instant> next) {

    /** Checks that a next time goes with {@link Outcome#RETRY}, and with nothing else. */
    public Attempt {
        if (next.isPresent() != (outcome == Outcome.RETRY)) {
            throw new IllegalArgumentException("an attempt that ended as " + outcome + " and is next made at " + next);
        }
    }

    /** What came of an attempt. */
    public enum Outcome {
        /** It arrived. */
        DELIVERED,
        /** It did not have to be sent any more. */
        SKIPPED,
        /** It may arrive later. */
        RETRY,
        /** It is given up. */
        DEAD,
        /** It is given up, and nothing is sent there any more until somebody enables the destination. */
        GONE,
        /** No attempt: somebody, who stands in the place of the node, asked that it be sent once more. */
        REPLAYED
    }
}
