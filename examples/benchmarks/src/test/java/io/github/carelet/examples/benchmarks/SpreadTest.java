package io.github.carelet.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void theMedianOfAnOddNumberIsTheMiddleValue() {
        assertThat(Spread.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 9));
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(new Spread(3, 1, 100));
    }

    @Test
    void oneValueIsItsOwnSpread() {
        assertThat(Spread.of(List.of(7.0))).isEqualTo(new Spread(7, 7, 7));
        assertThat(Spread.of(List.of(7.0)).width()).isZero();
    }

    @Test
    void nothingHasNoSpread() {
        assertThatThrownBy(() -> Spread.of(List.of())).hasMessageContaining("at least one");
    }

    @Test
    void ratiosAreTakenWithinARound() {
        // The machine was ten times slower in the second round, for both: the ratio of medians would be 11.
        Spread ratio = Spread.ofRatios(List.of(2.0, 20.0, 2.2), List.of(1.0, 10.0, 1.0));
        assertThat(ratio).isEqualTo(new Spread(2, 2, 2.2));
        assertThat(ratio.width()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void valuesWithoutAPartnerAreRefused() {
        assertThatThrownBy(() -> Spread.ofRatios(List.of(1.0, 2.0), List.of(1.0)))
                .hasMessageContaining("2 values against 1");
    }

    @Test
    void isPrintedWithADotEverywhere() {
        assertThat(new Spread(1.5, 1, 2.25)).hasToString("1.50 [1.00..2.25]");
    }
}
