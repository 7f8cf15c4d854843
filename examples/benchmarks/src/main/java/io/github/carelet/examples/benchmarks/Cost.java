package io.github.carelet.examples.benchmarks;

/**
 * What a number of runs cost.
 *
 * @param nanos time in nanoseconds: of the CPU, user and system, or by the clock where the row says so
 * @param allocatedBytes bytes allocated on the heap; 0 where that can't be seen from outside
 * @param times how many runs it was
 */
record Cost(long nanos, long allocatedBytes, int times) {

    Cost {
        if (times <= 0) {
            throw new IllegalArgumentException("a cost of " + times + " runs is none: expected at least 1");
        }
    }

    /** Returns the time of one run in microseconds. */
    double micros() {
        return nanos / 1000.0 / times;
    }

    /** Returns the allocated bytes of one run. */
    double allocated() {
        return (double) allocatedBytes / times;
    }
}
