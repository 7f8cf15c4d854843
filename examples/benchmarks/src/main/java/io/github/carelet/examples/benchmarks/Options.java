package io.github.carelet.examples.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What follows a command: names, each with one value behind it. */
record Options(Map<String, List<String>> values) {

    /** Reads them; what is not known is refused. */
    static Options of(List<String> arguments, String... known) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!List.of(known).contains(name) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException(
                        "'" + name + "': expected some of " + List.of(known) + ", each with a value");
            }
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(arguments.get(i + 1));
        }
        return new Options(values);
    }

    /** Returns the last value, or what holds without one. */
    String one(String name, String otherwise) {
        List<String> all = all(name);
        return all.isEmpty() ? otherwise : all.get(all.size() - 1);
    }

    /** Returns every value. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
