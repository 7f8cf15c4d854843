package io.github.carelet.examples.benchmarks;

import java.util.List;

/**
 * A limit that nobody has to reach, but all have to keep.
 *
 * @param name what it is called
 * @param unit in what it is counted
 * @param most so much
 */
record Budget(String name, String unit, double most) {

    /** Returns CPU time that may be used. */
    static Budget cpuMillis(double millis) {
        return new Budget("budget", "ms CPU", millis);
    }

    /** Returns a row of what we have used of it, round by round. */
    Row row(String work, List<Double> used) {
        Arm all = arm(name, List.of(most));
        return Row.of(work, unit, arm("Carelet", used), all).atMost(1, 1);
    }

    /** Returns somebody else who has used so much of it. */
    Arm arm(String who, List<Double> used) {
        return new Arm(
                who,
                Spread.of(used),
                Spread.of(used.stream().map(each -> each / most).toList()));
    }
}
