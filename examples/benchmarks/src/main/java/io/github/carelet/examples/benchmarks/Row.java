package io.github.carelet.examples.benchmarks;

import java.util.List;
import java.util.Optional;

/**
 * A row of the table: a piece of work, what it costs us, and what it costs others.
 *
 * @param work what was done
 * @param unit in what the cost is counted
 * @param ours what it costs Carelet
 * @param limit the least that it can cost, the most that it may, or a peer: what we are measured by
 * @param peers what else one would use
 * @param bar the most that our ratio may be; without one it is only shown
 * @param control an arm that must miss the gate: if it does not, nobody could
 */
record Row(String work, String unit, Arm ours, Arm limit, List<Arm> peers, Optional<Bar> bar, Optional<Arm> control) {

    Row {
        peers = List.copyOf(peers);
        if (control.isPresent() && bar.isEmpty()) {
            throw new IllegalArgumentException(work + ": a control without a gate, expected both or neither");
        }
    }

    /** Returns a row of two that are only shown. */
    static Row of(String work, String unit, Arm ours, Arm limit) {
        return new Row(work, unit, ours, limit, List.of(), Optional.empty(), Optional.empty());
    }

    /** Returns the same beside what else one would use. */
    Row beside(List<Arm> others) {
        return new Row(work, unit, ours, limit, others, bar, control);
    }

    /** Returns the same with the most that our ratio may be, and shall be. */
    Row atMost(double gate, double goal) {
        return new Row(work, unit, ours, limit, peers, Optional.of(new Bar(gate, goal)), control);
    }

    /** Returns the same with an arm that must miss the gate. */
    Row control(Arm arm) {
        return new Row(work, unit, ours, limit, peers, bar, Optional.of(arm));
    }

    /** Returns what comes of the gate. */
    Verdict verdict() {
        if (bar.isEmpty()) {
            return Verdict.MET;
        }
        double gate = bar.get().gate();
        boolean blind = control.filter(arm -> arm.ratio().median() <= gate).isPresent();
        Verdict verdict = Verdict.of(ours.ratio(), gate);
        return blind && verdict.compareTo(Verdict.BLIND) < 0 ? Verdict.BLIND : verdict;
    }

    /** Returns what comes of the goal. */
    Verdict goalVerdict() {
        return bar.map(each -> Verdict.of(ours.ratio(), each.goal())).orElse(Verdict.MET);
    }
}
