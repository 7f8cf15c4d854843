package io.github.carelet.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {

    @ParameterizedTest
    @CsvSource({
        "2026-12-01/morning, 2026-12-01, MORNING",
        "2028-02-29/afternoon, 2028-02-29, AFTERNOON",
        "2026-12-31/evening, 2026-12-31, EVENING",
        "2026-01-01/any, 2026-01-01, ANY"
    })
    void aDayAndItsPartAreReadAndWrittenBack(String text, LocalDate date, DayPart part) {
        assertThat(Preference.parse(text)).isEqualTo(new Preference(date, part)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "2026-12-01",
                "2026-12-01/",
                "2026-12-01/Morning",
                "2026-12-01/MORNING",
                "2026-12-01/night",
                "2026-12-01/morning/any",
                " 2026-12-01/morning",
                "2026-12-01/morning\n",
                "2026-13-01/any",
                "2026-02-29/any",
                "2026-1-1/any",
                "+12026-12-01/any",
                "٢٠٢٦-12-01/any"
            })
    void anythingElseIsRefusedAndNotQuoted(String text) {
        assertThatThrownBy(() -> Preference.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        text.matches("2026-(13-01|02-29)/any") ? "a preference is for" : "no preference: ")
                .satisfies(e -> assertThat(e.getMessage()).isNotEqualTo(text));
    }

    @FuzzTest
    void whateverIsReadIsWrittenBackTheSame(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        try {
            assertThat(Preference.parse(text)).hasToString(text);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("preference");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "00:00, MORNING",
        "11:59:59.999999999, MORNING",
        "12:00, AFTERNOON",
        "16:59, AFTERNOON",
        "17:00, EVENING",
        "23:59:59.999999999, EVENING"
    })
    void everyTimeIsInOnePartAndInAny(LocalTime time, DayPart part) {
        assertThat(Arrays.stream(DayPart.values()).filter(each -> each.contains(time)))
                .containsExactly(part, DayPart.ANY);
    }
}
