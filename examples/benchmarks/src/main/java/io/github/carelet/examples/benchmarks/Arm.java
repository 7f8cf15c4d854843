package io.github.carelet.examples.benchmarks;

/**
 * One who did the work.
 *
 * @param name who it was
 * @param cost what it cost, to orient
 * @param ratio the same in relation to the limit of the same round
 */
record Arm(String name, Spread cost, Spread ratio) {}
