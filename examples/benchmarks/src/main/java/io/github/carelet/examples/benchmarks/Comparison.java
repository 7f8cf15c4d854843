package io.github.carelet.examples.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Makes rows of what a race has cost, each arm beside the limit of the same round.
 *
 * @param costs what everybody cost
 * @param unit what is compared
 * @param value how to read it
 * @param limit by whom all are measured
 */
record Comparison(Results costs, String unit, ToDoubleFunction<Cost> value, String limit) {

    /** Compares time, of the CPU or by the clock, as it was taken. */
    static Comparison ofTime(Results costs, String limit) {
        return new Comparison(costs, "us", Cost::micros, limit);
    }

    /** The same of what takes long. */
    static Comparison ofLongTime(Results costs, String limit) {
        return new Comparison(costs, "ms", cost -> cost.micros() / 1_000, limit);
    }

    /** Compares what was allocated on the heap. */
    static Comparison ofAllocation(Results costs, String limit) {
        return new Comparison(costs, "bytes", Cost::allocated, limit);
    }

    /** Returns a row that shows one of them beside the limit. */
    Row row(String work, String ours) {
        return Row.of(work, unit, arm(ours), arm(limit));
    }

    /** Returns one of them. */
    Arm arm(String name) {
        List<Double> mine = values(name);
        return new Arm(name, Spread.of(mine), Spread.ofRatios(mine, values(limit)));
    }

    /** Returns some of them. */
    List<Arm> arms(String... names) {
        return Arrays.stream(names).map(this::arm).toList();
    }

    private List<Double> values(String name) {
        return costs.of(name).stream().mapToDouble(value).boxed().toList();
    }
}
