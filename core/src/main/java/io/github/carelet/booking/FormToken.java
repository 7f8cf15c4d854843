package io.github.carelet.booking;

import java.time.Instant;

/**
 * A signed token of a form. It binds a partner and the time of issue, and is the key by which a second sending of the
 * same form is known.
 *
 * <p>Prints when it expires, and not the token.
 *
 * @param value what the form carries; URL-safe
 * @param expires from when on it is not accepted for a new booking
 */
public record FormToken(String value, Instant expires) {

    @Override
    public String toString() {
        return "FormToken[expires " + expires + "]";
    }
}
