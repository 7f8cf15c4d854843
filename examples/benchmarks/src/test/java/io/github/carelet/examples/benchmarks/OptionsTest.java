package io.github.carelet.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void flagsStandAloneAndNamesHaveValues() {
        Options options = options("--url", "a", "--quick", "--url", "b", "--rate", "2.5");
        assertThat(options.has("--quick")).isTrue();
        assertThat(options.all("--url")).containsExactly("a", "b");
        assertThat(options.last("--url")).contains("b");
        assertThat(options.number("--rate", 1)).isEqualTo(2.5);
        assertThat(options().has("--quick")).isFalse();
        assertThat(options().last("--url")).isEmpty();
        assertThat(options().number("--rate", 1)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rates 1", "--url", "quick", "--rate x", "--rate -1", "--rate NaN"})
    void whatIsNotUnderstoodIsRefusedWithWhatIs(String words) {
        assertThatThrownBy(() -> options(words.split(" ")).number("--rate", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected");
    }

    private static Options options(String... words) {
        return Options.of(List.of(words), List.of("--quick"), "--url", "--rate");
    }
}
