package io.github.carelet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "120 | PT2M",
                "' 120 ' | PT2M",
                "00000000000000120 | PT2M",
                "86400 | PT24H",
                "86401 | PT24H",
                "99999999999999999999999999 | PT24H",
                "Mon, 23 Nov 2026 10:05:00 GMT | PT5M",
                "Monday, 23-Nov-26 10:05:00 GMT | PT5M",
                "Mon, 23 Nov 2026 09:00:00 GMT | PT0S",
                "Wed, 25 Nov 2026 10:00:00 GMT | PT24H"
            })
    void secondsAndDatesAreRead(String value, Duration pause) {
        assertThat(RetryAfter.parse(value, NOW)).contains(pause);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+5",
                "1.5",
                "5s",
                "soon",
                "2026-11-23T10:05:00Z",
                "٣",
                "0x10",
                "1e3",
                "Mon Nov 23 10:05:00 2026",
                "120, 240"
            })
    void whatIsNeitherIsPassedOver(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEmpty();
    }
}
