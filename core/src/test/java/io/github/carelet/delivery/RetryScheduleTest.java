package io.github.carelet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    private static final RandomGenerator NO_JITTER = () -> 0L;
    private static final RandomGenerator FULL_JITTER = () -> -1L;

    @ParameterizedTest
    @CsvSource({"1, PT5S", "2, PT5M", "3, PT30M", "4, PT2H", "5, PT5H", "6, PT10H", "7, PT14H", "8, PT20H", "9, PT24H"})
    void standardPausesAreThoseOfStandardWebhooks(int made, Duration pause) {
        assertThat(RetrySchedule.standard().next(made, Duration.ZERO, NO_JITTER))
                .contains(pause);
    }

    @Test
    void theTenthFailureIsTheLast() {
        assertThat(RetrySchedule.standard().next(10, Duration.ZERO, NO_JITTER)).isEmpty();
        assertThat(RetrySchedule.standard().next(11, Duration.ofHours(1), NO_JITTER))
                .isEmpty();
    }

    @Test
    void jitterLengthensByUpToItsShareAndNeverShortens() {
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofSeconds(100)), 0.5);
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            assertThat(schedule.next(1, Duration.ZERO, random).orElseThrow())
                    .isBetween(Duration.ofSeconds(100), Duration.ofSeconds(150));
        }
        assertThat(schedule.next(1, Duration.ZERO, NO_JITTER)).contains(Duration.ofSeconds(100));
        assertThat(schedule.next(1, Duration.ZERO, FULL_JITTER).orElseThrow()).isGreaterThan(Duration.ofSeconds(149));
    }

    @Test
    void aReceiverMayAskForMoreTimeButNotForLess() {
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofSeconds(100)), 0);
        assertThat(schedule.next(1, Duration.ofSeconds(99), NO_JITTER)).contains(Duration.ofSeconds(100));
        assertThat(schedule.next(1, Duration.ofSeconds(101), NO_JITTER)).contains(Duration.ofSeconds(101));
    }

    @Test
    void nonsenseIsRefusedWithItsValue() {
        assertThatThrownBy(() -> new RetrySchedule(List.of(Duration.ofSeconds(-1)), 0))
                .hasMessageContaining("PT-1S");
        assertThatThrownBy(() -> new RetrySchedule(List.of(), 1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> new RetrySchedule(List.of(), Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> RetrySchedule.standard().next(0, Duration.ZERO, NO_JITTER))
                .hasMessageContaining("0 attempts");
    }
}
