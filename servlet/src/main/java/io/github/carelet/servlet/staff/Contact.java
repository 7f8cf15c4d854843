package io.github.carelet.servlet.staff;

import java.util.List;
import java.util.Optional;

/**
 * How a patient is reached.
 *
 * @param ways links to call or to write, the one that the patient wants first
 * @param message whether a message may be left, in words
 * @param language the language that the patient used, and the interpreter that they want, in words
 */
public record Contact(List<Way> ways, String message, String language, Optional<String> interpreter) {

    /** Copies the list. */
    public Contact {
        ways = List.copyOf(ways);
    }

    /**
     * A way to reach the patient.
     *
     * @param text number or address, as people write it
     * @param href {@code tel:} or {@code mailto:}
     * @param wanted whether the patient wants to be reached this way
     */
    public record Way(String text, String href, boolean wanted) {

        @Override
        public String toString() {
            return "Way[…]";
        }
    }

    @Override
    public String toString() {
        return "Contact[…]";
    }
}
