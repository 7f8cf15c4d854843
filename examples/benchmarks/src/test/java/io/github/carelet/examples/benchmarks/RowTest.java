package io.github.carelet.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {

    /** Returns a row of which only these figures matter. */
    static Row row(double ours, double gate, double goal, double control) {
        return Row.of("work", "us", arm("Carelet", ours), arm("the limit", 1))
                .atMost(gate, goal)
                .control(arm("wasteful", control));
    }

    static Arm arm(String name, double ratio) {
        return new Arm(name, Spread.of(List.of(ratio * 10)), Spread.of(List.of(ratio)));
    }

    @Test
    void aRaceIsComparedRoundByRound() {
        Results costs = new Results();
        for (int round = 1; round <= 3; round++) {
            costs.add("limit", new Cost(1_000 * round, 10, 1));
            costs.add("ours", new Cost(2_000 * round, 15, 1));
        }
        Row time = Comparison.ofTime(costs, "limit").row("work", "ours");
        assertThat(time.ours().ratio()).isEqualTo(new Spread(2, 2, 2));
        assertThat(time.ours().cost()).isEqualTo(new Spread(4, 2, 6));
        assertThat(time.verdict()).as("without a gate").isEqualTo(Verdict.MET);
        Row allocated = Comparison.ofAllocation(costs, "limit").row("work", "ours");
        assertThat(allocated.ours().ratio().median()).isEqualTo(1.5);
        assertThat(costs.millis("limit")).containsExactly(0.001, 0.002, 0.003);
    }

    @Test
    void aBudgetIsKeptByEveryRoundOrNot() {
        Budget budget = Budget.cpuMillis(50);
        assertThat(budget.row("page", List.of(4.0, 12.0)).ours().ratio()).isEqualTo(new Spread(0.16, 0.08, 0.24));
        assertThat(budget.row("page", List.of(4.0, 12.0)).verdict()).isEqualTo(Verdict.MET);
        assertThat(budget.row("page", List.of(51.0)).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void theGoalIsJudgedApartFromTheGate() {
        assertThat(row(1.2, 1.3, 1.15, 5).verdict()).isEqualTo(Verdict.MET);
        assertThat(row(1.2, 1.3, 1.15, 5).goalVerdict()).isEqualTo(Verdict.MISSED);
        assertThat(row(1.1, 1.3, 1.15, 5).goalVerdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void aControlNeedsAGateToMiss() {
        Row shown = Row.of("work", "us", arm("Carelet", 1), arm("the limit", 1));
        assertThatThrownBy(() -> shown.control(arm("wasteful", 9))).hasMessageStartingWith("work: a control without");
    }
}
