package io.github.carelet.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void everyRowSaysWhatWasComparedAndWhatComesOfIt() {
        List<Row> rows = List.of(
                RowTest.row(1.2, 1.3, 1.15, 5).beside(List.of(RowTest.arm("jte", 26.04), RowTest.arm("Naive", 313))),
                RowTest.row(1, 1.3, 1.3, 1.3),
                RowTest.row(0.000011, 0.0001, 0.0001, 1),
                Row.of("shown", "", RowTest.arm("Carelet", 3), RowTest.arm("hello", 1)));
        assertThat(Table.of(rows).lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "| Work | Carelet | Limit or peer | Ratio | Gate | Goal | Verdict | Others | Control, must miss |",
                        Table.of(rows).lines().toList().get(1),
                        "| work | 12.0 us | the limit: 10.0 us | 1.20 | 1.30 | 1.15 | met, goal missed | jte: 26.0, Naive: 313 |"
                                + " wasteful: 5.00 |",
                        "| work | 10.0 us | the limit: 10.0 us | 1.00 | 1.30 | 1.30 | BLIND | | wasteful: 1.30 |",
                        "| work | 0.00011 us | the limit: 10.0 us | 0.000011 | 0.00010 | 0.00010 | met | | wasteful: 1.00 |",
                        "| shown | 30.0 | hello: 10.0 | 3.00 | | | | | |");
        assertThat(Table.of(rows).lines().map(String::length).distinct()).hasSize(1);
    }

    @Test
    void noiseIsSaid() {
        Row noisy = new Row(
                "work",
                "us",
                new Arm("Carelet", new Spread(1, 1, 1), new Spread(1.2, 0.9, 3)),
                RowTest.arm("the limit", 1),
                List.of(),
                Optional.of(new Bar(1.3, 1.3)),
                Optional.empty());
        assertThat(Table.verdict(noisy)).isEqualTo("NOISY");
        assertThat(Table.of(List.of(noisy))).contains("| 1.20 [0.90..3.00] |", "| NOISY ");
    }
}
