package io.github.carelet.servlet.staff;

/**
 * Something that is known, with its name.
 *
 * @param label its name
 * @param value what is known; may have several lines
 */
public record Fact(String label, String value) {

    /** What is known may be about a patient. */
    @Override
    public String toString() {
        return "Fact[" + label + "]";
    }
}
