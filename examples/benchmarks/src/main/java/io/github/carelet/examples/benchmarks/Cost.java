package io.github.carelet.examples.benchmarks;

/**
 * What a number of runs cost.
 *
 * @param cpuNanos CPU time in nanoseconds, user and system
 * @param allocatedBytes bytes allocated on the heap; 0 where that can't be seen from outside
 * @param times how many runs it was
 */
record Cost(long cpuNanos, long allocatedBytes, int times) {

    Cost {
        if (times <= 0) {
            throw new IllegalArgumentException("a cost of " + times + " runs is none: expected at least 1");
        }
    }

    /** Returns the CPU time of one run in microseconds. */
    double cpuMicros() {
        return cpuNanos / 1000.0 / times;
    }

    /** Returns the allocated bytes of one run. */
    double allocated() {
        return (double) allocatedBytes / times;
    }
}
