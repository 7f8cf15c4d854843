package io.github.carelet.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of handing a message over. Each outcome says what was seen, such as {@code HTTP 503}: a status or the name of an
 * exception's class; never a payload, never personal data.
 */
public sealed interface Delivery {

    /** The longest pause that a receiver may ask for. */
    Duration LONGEST_PAUSE = Duration.ofHours(24);

    /**
     * It arrived.
     *
     * @param detail what was seen
     */
    record Delivered(String detail) implements Delivery {}

    /**
     * It may arrive later.
     *
     * @param reason what was seen
     * @param after how long the receiver asks to be left alone; up to {@link #LONGEST_PAUSE}
     */
    record Retry(String reason, Optional<Duration> after) implements Delivery {

        /** Checks the pause. */
        public Retry {
            if (after.filter(pause -> pause.isNegative() || pause.compareTo(LONGEST_PAUSE) > 0)
                    .isPresent()) {
                throw new IllegalArgumentException(
                        "a pause of " + after.get() + " before a retry: expected PT0S to " + LONGEST_PAUSE);
            }
        }

        /** It may arrive later, and the receiver did not say when. */
        public Retry(String reason) {
            this(reason, Optional.empty());
        }
    }

    /**
     * There is nothing to send any more.
     *
     * @param reason why, such as {@code cancelled meanwhile}
     */
    record NotNeeded(String reason) implements Delivery {}

    /**
     * It never will.
     *
     * @param reason what was seen
     */
    record Dead(String reason) implements Delivery {}

    /**
     * It never will, and nothing else may be sent to where it went.
     *
     * @param reason what was seen
     */
    record Gone(String reason) implements Delivery {}
}
