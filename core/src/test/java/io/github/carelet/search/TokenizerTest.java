package io.github.carelet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My back hurts!|my back hurts",
                "L4-L5, A-104|l4 l5 a 104",
                "can't, can’t and cant|cant cant and cant",
                "'quoted' rock 'n' roll|quoted rock n roll",
                "¿Dolor de cabeza?|dolor de cabeza",
                "e\u0301l|el",
                "坐骨神经痛|坐骨 骨神 神经 经痛",
                "痛|痛",
                "PT 理疗 ok|pt 理疗 ok",
                "腰痛です|腰痛 痛で です",
                "\uD842\uDFB7野家|\uD842\uDFB7野 野家",
                "<script>alert(1)</script>|script alert 1 script",
                "...|''"
            })
    void cutsAtWhatIsNoLetterAndPairsWhatHasNoSpaces(String text, String expected) {
        List<String> terms = Tokenizer.tokens(text).stream().map(Token::term).toList();
        assertThat(String.join(" ", terms)).isEqualTo(expected);
    }

    @Test
    void knowsWhereEachWordStands() {
        String text = "Me duele LA rodilla, can’t";
        assertThat(Tokenizer.tokens(text))
                .extracting(token -> text.substring(token.start(), token.end()))
                .containsExactly("Me", "duele", "LA", "rodilla", "can’t");
    }

    @Test
    void cutsAWordThatIsNone() {
        assertThat(Tokenizer.tokens("a".repeat(1_000)))
                .singleElement()
                .extracting(token -> token.term().length())
                .isEqualTo(40);
    }

    @Test
    void aTokenDoesNotPrintItsWord() {
        assertThat(Tokenizer.tokens("canary").toString())
                .doesNotContain("canary")
                .contains("0..6");
    }
}
