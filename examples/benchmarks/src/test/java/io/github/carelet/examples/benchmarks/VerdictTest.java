package io.github.carelet.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest
    @CsvSource({
        "1.10, 1.00, 1.20, PASS",
        "1.30, 1.20, 1.40, PASS",
        "1.31, 1.20, 1.40, FAIL",
        "1.10, 0.40, 1.29, PASS",
        "1.10, 0.90, 1.80, NOISY",
        "1.50, 1.00, 2.50, NOISY",
        "5.00, 2.00, 9.00, FAIL"
    })
    void judgesARatioAgainstAGateOfThirteenTenths(double median, double min, double max, Verdict expected) {
        assertThat(Verdict.of(new Spread(median, min, max), 1.3)).isEqualTo(expected);
    }

    @Test
    void aControlPassesByMissingItsGate() {
        Results costs = new Results();
        costs.add("limit", new Cost(1_000, 0, 1));
        costs.add("slow", new Cost(2_000, 0, 1));
        Standing slow = Standing.cpu("work", "slow", "limit", costs);
        assertThat(slow.ratio()).isEqualTo(new Spread(2, 2, 2));
        assertThat(slow.atMost(1.3).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(slow.mustMiss(1.3).verdict()).isEqualTo(Verdict.PASS);
        assertThat(slow.mustMiss(2.5).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(slow.verdict()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "0,1,1", "1,2,1", "2,1,1", "0,2,2", "2,2,2"})
    void aMissedGateIsWorseThanNoise(int one, int other, int expected) {
        assertThat(Benchmarks.worse(one, other)).isEqualTo(expected);
    }
}
