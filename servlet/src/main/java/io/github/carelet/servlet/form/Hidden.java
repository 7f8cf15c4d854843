package io.github.carelet.servlet.form;

import java.util.List;
import java.util.Map;

/**
 * A field that the form carries along.
 *
 * @param name its name
 * @param value its value
 */
public record Hidden(String name, String value) {

    /** Returns one field for each entry, in its order. */
    static List<Hidden> all(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> new Hidden(each.getKey(), each.getValue()))
                .toList();
    }

    /** Tokens are not for logs. */
    @Override
    public String toString() {
        return "Hidden[" + name + "]";
    }
}
