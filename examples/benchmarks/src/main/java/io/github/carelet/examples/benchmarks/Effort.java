package io.github.carelet.examples.benchmarks;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param quick whether only to see that everything works: its ratios say little
 * @param soak how long the long run is
 */
record Effort(boolean quick, Duration soak) {

    private static final int QUICK_WARM_UP = 20;
    private static final int QUICK_TIMES = 10;
    private static final int QUICK_ROUNDS = 3;

    /** Returns a race of so many runs, or of fewer. */
    Race race(int warmUp, int times, int rounds) {
        return quick
                ? new Race(Math.max(1, warmUp / QUICK_WARM_UP), Math.max(1, times / QUICK_TIMES), rounds(rounds))
                : new Race(warmUp, times, rounds);
    }

    /** Returns so many rounds, or fewer. */
    int rounds(int rounds) {
        return quick ? Math.min(rounds, QUICK_ROUNDS) : rounds;
    }
}
