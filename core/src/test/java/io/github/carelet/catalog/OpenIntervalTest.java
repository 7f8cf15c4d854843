package io.github.carelet.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIntervalTest {

    @ParameterizedTest
    @CsvSource({
        "08:00-12:00, 480, 720, 08:00-12:00",
        "00:00-24:00, 0, 1440, 00:00-24:00",
        "00:00-00:00, 0, 1440, 00:00-24:00",
        "22:00-06:00, 1320, 1800, 22:00-06:00",
        "08:00-08:00, 480, 1920, 08:00-08:00",
        "23:59-24:00, 1439, 1440, 23:59-24:00",
        "23:59-00:00, 1439, 1440, 23:59-24:00"
    })
    void anEndAtOrBeforeTheStartIsOnTheNextDay(String text, int start, int end, String written) {
        OpenInterval interval = OpenInterval.parse(text);
        assertThat(interval).isEqualTo(new OpenInterval(start, end)).hasToString(written);
        assertThat(OpenInterval.parse(written)).isEqualTo(interval);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8:00-12:00",
                "08:00",
                "08:00-",
                "24:00-24:00",
                "08:00-24:01",
                "08:60-09:00",
                "25:00-26:00",
                "08:00 - 12:00",
                "08.00-12.00",
                "08:00–12:00",
                "08:00-12:00,",
                "٠٨:٠٠-١٢:٠٠",
                "08:00-12:00\n"
            })
    void anythingElseIsRefusedWithTheTextItself(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenInterval.parse(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("HH:mm-HH:mm");
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "1440, 1441", "5, 5", "5, 4", "0, 1441"})
    void minutesOutsideADayAreRefused(int start, int end) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OpenInterval(start, end));
    }

    @Test
    void wallClockTimesBelongToTheDayOfTheStart() {
        OpenInterval night = OpenInterval.parse("22:00-06:30");
        LocalDate day = LocalDate.of(2026, 12, 31);
        assertThat(night.start(day)).isEqualTo(LocalDateTime.parse("2026-12-31T22:00"));
        assertThat(night.end(day)).isEqualTo(LocalDateTime.parse("2027-01-01T06:30"));
        assertThat(night.startTime()).isEqualTo(LocalTime.of(22, 0));
        assertThat(night.endTime()).isEqualTo(LocalTime.of(6, 30));
        assertThat(OpenInterval.parse("08:00-24:00").endTime()).isEqualTo(LocalTime.MIDNIGHT);
    }
}
