package io.github.carelet.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceTest {

    private final List<String> turns = new ArrayList<>();

    private record Fake(String name, List<String> turns, long nanos) implements Contender {

        @Override
        public Cost run(int times) {
            turns.add(name + times);
            return new Cost(nanos * times, 8L * times, times);
        }
    }

    @Test
    void everybodyIsWarmedUpByCountAndThenTakesTurns() throws Exception {
        Results costs = new Race(40, 5, 3).run(List.of(new Fake("a", turns, 10), new Fake("b", turns, 20)));
        assertThat(turns)
                .containsExactly(
                        "a10", "a10", "a10", "a10", "b10", "b10", "b10", "b10", //
                        "a5", "b5", "b5", "a5", "a5", "b5");
        assertThat(costs.of("b")).hasSize(3).allMatch(cost -> cost.micros() == 0.02 && cost.allocated() == 8);
    }

    @Test
    void warmUpGoesOnUntilTwoBlocksCostTheSameButNotForever() throws Exception {
        Contender restless = new Contender() {
            @Override
            public String name() {
                return "restless";
            }

            @Override
            public Cost run(int times) {
                turns.add("block");
                return new Cost(1_000L << turns.size(), 0, times);
            }
        };
        new Race(4, 1, 1).run(List.of(restless));
        assertThat(turns).hasSize(12 + 1);
    }
}
