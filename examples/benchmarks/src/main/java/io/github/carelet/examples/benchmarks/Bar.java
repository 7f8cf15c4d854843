package io.github.carelet.examples.benchmarks;

/**
 * The most that a ratio may be.
 *
 * @param gate above it a run fails
 * @param goal where it shall come to; at most the gate
 */
record Bar(double gate, double goal) {

    Bar {
        if (!(goal > 0 && goal <= gate)) {
            throw new IllegalArgumentException(
                    "goal " + goal + " at gate " + gate + ": expected above 0, and at most it");
        }
    }
}
