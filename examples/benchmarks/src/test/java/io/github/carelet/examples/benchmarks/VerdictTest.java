package io.github.carelet.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest
    @CsvSource({
        "1.10, 1.00, 1.20, MET",
        "1.30, 1.20, 1.40, MET",
        "1.31, 1.20, 1.40, MISSED",
        "1.10, 0.40, 1.29, MET",
        "1.10, 0.90, 1.80, NOISY",
        "1.50, 1.00, 2.50, NOISY",
        "5.00, 2.00, 9.00, MISSED"
    })
    void judgesARatioAgainstAGateOfThirteenTenths(double median, double min, double max, Verdict expected) {
        assertThat(Verdict.of(new Spread(median, min, max), 1.3)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.1, MISSED",
        "1.1, 1.2, MET",
        "1.1, 1.1, BLIND",
        "1.3, 2.0, MET",
        "1.3, 1.3, BLIND",
        "1.0, 0.5, MISSED"
    })
    void whatTheControlMeetsTooIsBlindAndWhatIsMissedIsMissed(double gate, double control, Verdict expected) {
        assertThat(RowTest.row(1.1, gate, gate, control).verdict()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "MET, 0", "MET NOISY, 2", "NOISY BLIND, 1", "MISSED NOISY MET, 1", "BLIND MISSED, 1"})
    void aMissedGateIsWorseThanNoise(String verdicts, int exitCode) {
        assertThat(Verdict.worst(Arrays.stream(verdicts.split(" "))
                                .filter(each -> !each.isEmpty())
                                .map(Verdict::valueOf))
                        .exitCode())
                .isEqualTo(exitCode);
    }

    @Test
    void aGoalIsNotBeyondItsGate() {
        assertThatThrownBy(() -> new Bar(1.1, 1.5)).hasMessageStartingWith("goal 1.5 at gate 1.1");
    }
}
