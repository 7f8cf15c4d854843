package io.github.carelet.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemmerTest {

    @ParameterizedTest
    @CsvSource({
        "injections, injection", "knees, knee", "injuries, injury", "crutches, crutch", "boxes, box",
                "exercises, exercise",
        "moving, move", "moves, move", "swelling, swell", "swells, swell", "stiffness, stiff", "numbness, numb",
        "stopped, stop", "stopping, stop", "blocks, block", "blocked, block", "nerves, nerve"
    })
    void englishFormsMeet(String one, String other) {
        assertThat(Stemmer.ENGLISH.stem(one)).isEqualTo(Stemmer.ENGLISH.stem(other));
    }

    @ParameterizedTest
    @CsvSource({
        "dolores, dolor",
        "rodillas, rodilla",
        "nervios, nervio",
        "nerviosa, nervioso",
        "articulaciones, articulacion",
        "veces, vez",
        "inyecciones, inyeccion",
        "pies, pie",
        "adormecida, adormecidos"
    })
    void spanishFormsMeet(String one, String other) {
        assertThat(Stemmer.SPANISH.stem(one)).isEqualTo(Stemmer.SPANISH.stem(other));
    }

    @ParameterizedTest
    @CsvSource({"pelvis", "virus", "press", "bus", "red", "ring", "arthritis", "is", "a", "e", "s"})
    void leavesAloneWhatOnlyLooksLikeAnEnding(String word) {
        assertThat(Stemmer.ENGLISH.stem(word)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"en-US, ENGLISH", "ES, SPANISH", "es-419, SPANISH"})
    void isChosenByTheLanguageOfTheText(String tag, Stemmer expected) {
        assertThat(Stemmer.of(tag)).contains(expected);
    }

    @Test
    void otherLanguagesHaveNone() {
        assertThat(Stemmer.of("zh-Hans")).isEmpty();
        assertThat(Stemmer.of("eno")).isEmpty();
    }
}
