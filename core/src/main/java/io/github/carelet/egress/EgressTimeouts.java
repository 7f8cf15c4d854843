package io.github.carelet.egress;

import java.time.Duration;

/**
 * How long the other side of a call has.
 *
 * @param connect to take the connection
 * @param response to begin its answer, and between any two parts of it
 * @param total for all of it
 */
public record EgressTimeouts(Duration connect, Duration response, Duration total) {

    /** Checks that each is a millisecond or more. */
    public EgressTimeouts {
        if (connect.toMillis() < 1 || response.toMillis() < 1 || total.toMillis() < 1) {
            throw new IllegalArgumentException("timeouts " + connect + ", " + response + ", " + total
                    + " of a call: expected a millisecond or more each");
        }
    }

    /** Returns 10, 15 and 20 seconds. */
    public static EgressTimeouts standard() {
        return new EgressTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(20));
    }
}
