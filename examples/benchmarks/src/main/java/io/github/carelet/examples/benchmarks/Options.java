package io.github.carelet.examples.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What follows a command: flags, and names with one value behind each. */
record Options(Map<String, List<String>> values) {

    /** Reads them; what is not known is refused. */
    static Options of(List<String> arguments, List<String> flags, String... named) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            if (flags.contains(name)) {
                values.put(name, List.of());
            } else if (List.of(named).contains(name) && i + 1 < arguments.size()) {
                values.computeIfAbsent(name, key -> new ArrayList<>()).add(arguments.get(++i));
            } else {
                throw new IllegalArgumentException(
                        "'" + name + "': expected " + flags + ", or some of " + List.of(named) + " with a value");
            }
        }
        return new Options(values);
    }

    /** Returns whether a flag is there. */
    boolean has(String flag) {
        return values.containsKey(flag);
    }

    /** Returns the last value. */
    Optional<String> last(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Returns the last value as a number of at least 0, or what holds without one. */
    double number(String name, double otherwise) {
        String text = last(name).orElse(Double.toString(otherwise));
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " " + text + ": expected a number", e);
        }
        throw new IllegalArgumentException(name + " " + text + ": expected a number of at least 0");
    }

    /** Returns every value. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
