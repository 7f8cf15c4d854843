/**
 * What Carelet costs, beside the least that it could cost and beside what else one would use, as ratios within one run.
 * Work is counted and never timed by the clock; contenders take turns, answer alike before they are measured, and a gate
 * has a control arm that must miss it, where one can be had.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.examples.benchmarks;
