package io.github.carelet.booking;

import java.util.List;

/**
 * What is wrong with a field.
 *
 * @param field its name, as in the form
 * @param code what is wrong, such as {@code required}, {@code invalid}, {@code too_long}, {@code unknown}, {@code too_many}
 * @param arguments facts for the message, such as the longest length; nothing that the visitor typed
 */
public record FieldError(String field, String code, List<String> arguments) {

    /** Copies the list. */
    public FieldError {
        arguments = List.copyOf(arguments);
    }

    /** Returns an error without further facts. */
    public static FieldError of(String field, String code) {
        return new FieldError(field, code, List.of());
    }
}
