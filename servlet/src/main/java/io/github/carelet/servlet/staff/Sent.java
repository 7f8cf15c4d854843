package io.github.carelet.servlet.staff;

import java.util.List;
import java.util.Optional;

/**
 * A message that told of a booking, and what became of it, for {@code staff/sent.jte}.
 *
 * @param what which event it told of
 * @param where to which destination
 * @param state what became of it, as word and shape
 * @param at when that was, or will be
 * @param attempts each attempt, in words
 * @param again where it is sent once more, if that can be asked for
 */
public record Sent(String what, String where, State state, String at, List<String> attempts, Optional<String> again) {

    /** Copies the list. */
    public Sent {
        attempts = List.copyOf(attempts);
    }
}
