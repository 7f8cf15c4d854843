package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.carelet.RateLimits.Rate;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest {

    @ParameterizedTest
    @CsvSource({"0, 1, PT1M", "1, 0, PT1M", "-5, 1, PT1M", "1, 1, PT0.5S", "1, 1, PT-1M"})
    void aRateThatLetsNobodyThroughIsRefusedByItsNumbers(int burst, int refill, Duration period) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rate(burst, refill, period))
                .withMessageContaining(burst + " at once and " + refill + " in each " + period);
    }
}
