package io.github.carelet.examples.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each contender cost, round by round. */
final class Results {

    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    /** Adds what a contender cost in its next round. */
    void add(String name, Cost cost) {
        costs.computeIfAbsent(name, key -> new ArrayList<>()).add(cost);
    }

    /** Returns what a contender cost, by rounds. */
    List<Cost> of(String name) {
        return Optional.ofNullable(costs.get(name))
                .map(List::copyOf)
                .orElseThrow(() -> new IllegalArgumentException("no '" + name + "' among " + costs.keySet()));
    }

    /** Returns how many milliseconds one run of a contender took, by rounds. */
    List<Double> millis(String name) {
        return of(name).stream().map(cost -> cost.micros() / 1_000).toList();
    }
}
