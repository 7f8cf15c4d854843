package io.github.carelet.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "Sciatica, sciatica",
        "CIÁTICA, ciatica",
        "ciatica, ciatica",
        "niño, nino",
        "TITLE, title",
        "DİZ, diz",
        "dızı, dizi",
        "Straße, strasse",
        "STRASSE, strasse",
        "Œdème, oedeme",
        "Smørrebrød, smorrebrod",
        "Łódź, lodz",
        "ΠΌΝΟΣ, πονοσ",
        "πόνος, πονοσ",
        "Ёлка, елка",
        "ＰＴ, pt",
        "ﬁbro, fibro",
        "坐骨, 坐骨",
        "허리, 허리",
        "がん, がん",
        "اَلَم, الم",
        "12½, 121⁄2"
    })
    void readsAlikeWhatAReaderTakesForTheSame(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
        assertThat(Folding.fold(folded)).as("folding twice").isEqualTo(folded);
    }
}
