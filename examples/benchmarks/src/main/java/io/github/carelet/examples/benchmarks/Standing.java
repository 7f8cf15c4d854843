package io.github.carelet.examples.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A line of the table.
 *
 * @param work what was done
 * @param name who did it
 * @param unit what is compared
 * @param cost the cost itself, for orientation only
 * @param ratio the cost in relation to that of the limit in the same round
 * @param gate the largest ratio that is accepted; empty if it is only shown
 * @param control whether it must miss its gate
 */
record Standing(
        String work, String name, String unit, Spread cost, Spread ratio, OptionalDouble gate, boolean control) {

    /** Compares the CPU time of a contender with that of the limit. */
    static Standing cpu(String work, String name, String limit, Results costs) {
        return of(work, name, limit, costs, "us", Cost::cpuMicros);
    }

    /** Compares the allocation of a contender with that of the limit. */
    static Standing allocation(String work, String name, String limit, Results costs) {
        return of(work, name, limit, costs, "bytes", Cost::allocated);
    }

    private static Standing of(
            String work, String name, String limit, Results costs, String unit, ToDoubleFunction<Cost> value) {
        List<Double> mine = values(costs.of(name), value);
        List<Double> least = values(costs.of(limit), value);
        return new Standing(
                work, name, unit, Spread.of(mine), Spread.ofRatios(mine, least), OptionalDouble.empty(), false);
    }

    private static List<Double> values(List<Cost> costs, ToDoubleFunction<Cost> value) {
        return costs.stream().mapToDouble(value).boxed().toList();
    }

    /** Returns the same line with a gate: the ratio has to be at most that. */
    Standing atMost(double most) {
        return new Standing(work, name, unit, cost, ratio, OptionalDouble.of(most), control);
    }

    /** Returns the same line as a control: its ratio has to be above that. */
    Standing mustMiss(double most) {
        return new Standing(work, name, unit, cost, ratio, OptionalDouble.of(most), true);
    }

    /** Returns what comes of it; a control passes by failing. */
    Verdict verdict() {
        if (gate.isEmpty()) {
            return Verdict.PASS;
        }
        Verdict plain = Verdict.of(ratio, gate.getAsDouble());
        if (!control) {
            return plain;
        }
        return ratio.median() > gate.getAsDouble() ? Verdict.PASS : Verdict.FAIL;
    }

    /** Returns the line as it is printed. */
    String line() {
        String bar =
                gate.isEmpty() ? "" : String.format(Locale.ROOT, "%s%.2f", control ? "> " : "<= ", gate.getAsDouble());
        String end = gate.isEmpty()
                ? ""
                : control ? "control: " + verdict() : verdict().toString();
        return String.format(
                Locale.ROOT, "%-16s %-34s %12.2f %-6s %-26s %-8s %s", work, name, cost.median(), unit, ratio, bar, end);
    }
}
