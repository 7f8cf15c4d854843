package io.github.carelet.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadabilityTest {

    /** Counted and reckoned by hand. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 0.39 * 6/1 + 11.8 * 6/6 - 15.59; no word of three
                "The cat sat on the mat. | 6 | 1 | 6 | 0 | -1.45 | 3.1291",
                // 0.39 * 8/2 + 11.8 * 13/8 - 15.59; 3.1291 + 1.0430 * sqrt(2 * 15)
                "Physical therapy helps. It can make you stronger. | 8 | 2 | 13 | 2 | 5.145 | 8.8419",
                // 0.39 * 4 + 11.8 * 22/4 - 15.59; 3.1291 + 1.0430 * sqrt(4 * 30)
                "Rehabilitation necessitates multidisciplinary evaluation. | 4 | 1 | 22 | 4 | 50.87 | 14.5547",
                "'' | 0 | 0 | 0 | 0 | 0 | 0",
            })
    void gradesAreThoseOfTheFormulas(
            String text,
            int words,
            int sentences,
            int syllables,
            int polysyllables,
            double fleschKincaid,
            double smog) {
        Readability readability = of(text);
        assertThat(readability).isEqualTo(new Readability(words, sentences, syllables, polysyllables, 0));
        assertThat(readability.fleschKincaid()).isCloseTo(fleschKincaid, within(0.01));
        assertThat(readability.smog()).isCloseTo(smog, within(0.001));
    }

    @Test
    void aTextIsHardByGradeOrByASentenceThatIsTooLong() {
        assertThat(of("It is fine. ".repeat(10)).isHard()).isFalse();
        assertThat(of("Rehabilitation necessitates evaluation. ".repeat(9)).isHard())
                .as("27 words have no grade")
                .isFalse();
        assertThat(of("Rehabilitation necessitates evaluation. ".repeat(10)).isHard())
                .isTrue();
        assertThat(of("go ".repeat(25)).isHard()).isFalse();
        assertThat(of("go ".repeat(26)).isHard()).isTrue();
    }

    @Test
    void onlyTheNumbersThatDecideAreTold() {
        assertThat(of("go ".repeat(26))).hasToString("1 of 1 sentences over 25 words");
        assertThat(of("It is fine. ".repeat(10))).hasToString("Flesch-Kincaid -2.6, SMOG 3.1");
        assertThat(of("It is fine. ".repeat(10) + "Go " + "go ".repeat(25)))
                .hasToString("Flesch-Kincaid -1.8, SMOG 3.1; 1 of 11 sentences over 25 words");
    }

    private static Readability of(String text) {
        return Readability.of(List.copyOf(Sentence.in(text)), new Syllables());
    }
}
