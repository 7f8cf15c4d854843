package io.github.carelet.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordListTest {

    private final WordList words = new WordList();

    @ParameterizedTest
    @CsvSource({
        "yes, Yes, true",
        "yes, Sí, true",
        "yes, 'Sí, de su médico', true",
        "yes, si, true",
        "yes, Síntomas, false",
        "yes, No, false",
        "carelet.bring, Qué traer, true",
        "carelet.referral, Necesita una remisión, true"
    })
    void aWordEndsWhereItsLettersEnd(String key, String text, boolean says) {
        assertThat(words.says(key, text)).isEqualTo(says);
    }
}
