package io.github.carelet.delivery;

import java.time.Instant;
import java.util.List;

/**
 * A message and what became of it so far.
 *
 * @param message the message
 * @param state what it is now
 * @param next when it is tried next, if it is {@link State#DUE} or {@link State#RETRYING}; else when it last was due
 * @param attempts every attempt, the first one first
 */
public record MessageStatus(Message message, State state, Instant next, List<Attempt> attempts) {

    /** Copies the list. */
    public MessageStatus {
        attempts = List.copyOf(attempts);
    }

    /** What a message is. */
    public enum State {
        /** It waits for its time, and was not tried yet. */
        DUE,
        /** Somebody sends it at the moment. */
        UNDER_WAY,
        /** It was tried in vain, and will be tried again. */
        RETRYING,
        /** It arrived. */
        DELIVERED,
        /** It did not have to be sent any more. */
        SKIPPED,
        /** It is given up. */
        DEAD
    }
}
