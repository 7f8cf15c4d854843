package io.github.carelet.servlet.form;

import java.util.List;
import java.util.Map;

/**
 * A field that the form carries along.
 *
 * @param name its name
 * @param value its value
 * @param typed whether the visitor typed it in another step: then it is not left to whoever uses the machine next
 */
public record Hidden(String name, String value, boolean typed) {

    /** Makes a field that nobody typed. */
    public Hidden(String name, String value) {
        this(name, value, false);
    }

    /** Returns one field for each entry, in its order. */
    static List<Hidden> all(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> new Hidden(each.getKey(), each.getValue()))
                .toList();
    }

    /** Tokens are not for logs, and what was typed is not either. */
    @Override
    public String toString() {
        return "Hidden[" + name + "]";
    }
}
