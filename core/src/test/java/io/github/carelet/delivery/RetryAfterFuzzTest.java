package io.github.carelet.delivery;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

class RetryAfterFuzzTest {

    @FuzzTest
    void everyValueIsPassedOverOrWithinADay(byte[] input) {
        Instant now = Instant.parse("2026-11-23T10:00:00Z");
        Duration pause = RetryAfter.parse(new String(input, StandardCharsets.ISO_8859_1), now)
                .orElse(Duration.ZERO);
        if (pause.isNegative() || pause.compareTo(Delivery.LONGEST_PAUSE) > 0) {
            throw new AssertionError("a pause of " + pause);
        }
    }
}
