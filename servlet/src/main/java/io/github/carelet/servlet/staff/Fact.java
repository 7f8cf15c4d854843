package io.github.carelet.servlet.staff;

import java.util.Optional;

/**
 * Something that is known, with its name.
 *
 * @param label its name
 * @param value what is known; may have several lines
 * @param title what is said of it to whoever points at it
 */
public record Fact(String label, String value, Optional<String> title) {

    Fact(String label, String value) {
        this(label, value, Optional.empty());
    }

    /** What is known may be about a patient. */
    @Override
    public String toString() {
        return "Fact[" + label + "]";
    }
}
