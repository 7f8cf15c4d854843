package io.github.carelet.examples.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Lets contenders take turns. Everything goes by count: a warm-up by the clock means nothing on a busy machine.
 *
 * @param warmUp runs of each contender before anything counts
 * @param times runs of each contender in a round
 * @param rounds how many rounds; each second one goes backwards
 */
record Race(int warmUp, int times, int rounds) {

    private static final int WARM_UP_BLOCKS = 4;
    private static final int MOST_WARM_UPS = 3;
    private static final double STEADY = 0.1;

    /** Warms everybody up and lets them take turns. */
    Results run(List<? extends Contender> contenders) throws Exception {
        Results results = new Results();
        for (Contender contender : contenders) {
            warmUp(contender);
        }
        for (int round = 0; round < rounds; round++) {
            List<Contender> order = new ArrayList<>(contenders);
            if (round % 2 == 1) {
                Collections.reverse(order);
            }
            for (Contender contender : order) {
                results.add(contender.name(), contender.run(times));
            }
        }
        return results;
    }

    /** Warms up until two blocks in a row cost the same, or it was tried often enough. */
    private void warmUp(Contender contender) throws Exception {
        int block = Math.max(1, warmUp / WARM_UP_BLOCKS);
        double last = contender.run(block).micros();
        for (int blocks = 1; blocks < WARM_UP_BLOCKS * MOST_WARM_UPS; blocks++) {
            double next = contender.run(block).micros();
            boolean steady = Math.abs(next - last) <= STEADY * next;
            if (blocks >= WARM_UP_BLOCKS - 1 && steady) {
                return;
            }
            last = next;
        }
    }
}
