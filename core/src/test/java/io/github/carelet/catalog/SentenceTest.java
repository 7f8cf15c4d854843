package io.github.carelet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {

    /** Sentences are parted by "|" here, clauses by "/", words by a space. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "Rest. Then walk. # rest|then walk",
                "Does it hurt? Call us! Now…  Then wait. # does it hurt|call us|now|then wait",
                "no capital. no sentence # no capital no sentence",
                "Ask Dr. Example or Mrs. Sample. They know. # ask dr example or mrs sample|they know",
                "See J. Example at 5 p.m. today. # see j example at 5 p m today",
                "So do I. You too. # so do i|you too",
                "Take 2.5 ml, e.g. Tylenol, 1,000 times at 8:30. # take 2.5 ml/e g tylenol/1,000 times at 8:30",
                "In the U.S. Open, approx. Ten won. # in the u s open/approx ten won",
                "She said: “Stop.” Then (as told.) She left. # she said/stop|then/as told|she left",
                "Pain—sharp or dull – comes, goes; stays: # pain/sharp or dull/comes/goes/stays",
                "A well-kept 50/50 plan: 100% or 100 % # a well kept 50 50 plan/100 % or 100 %",
                "Don’t rush; it's the patients' choice. # don't rush/it's the patients choice",
                "La Dra. Ejemplo dice: ¿Duele? Llame. ÑANDÚ corre. # la dra ejemplo dice/duele|llame|ñandú corre",
                "3 days. 4 nights. … # 3 days|4 nights",
                "'  . , ; !' # ``",
            })
    void aParagraphIsSplitSanely(String text, String expected) {
        assertThat(shown(Sentence.in(text))).isEqualTo(expected);
    }

    @Test
    void aQuestionIsKnownByItsMark() {
        assertThat(Sentence.in("Is it safe? Yes. It is!"))
                .extracting(Sentence::question)
                .containsExactly(true, false, false);
    }

    @Test
    void theTurkishDotIsNoTrouble() {
        assertThat(shown(Sentence.in("INJECTION İğne"))).startsWith("injection i");
    }

    @Test
    void whatNoSentenceHasIsReadInTimeAllTheSame() {
        for (String piece :
                List.of("Dr. ", ".", "a'", "1.", "a, ", "A. ", " ", "?!”) ", "é\u0301", "\uD83D\uDE00 ", "\uD800")) {
            String text = piece.repeat(1_000_000 / piece.length());
            int words = Sentence.in(text).stream().mapToInt(Sentence::length).sum();
            assertThat(words).as(piece).isBetween(0, 500_000);
        }
        assertThat(Sentence.in("a ".repeat(1_000)).get(0).clauses()).hasSize(10);
    }

    @Test
    void proseIsItsBlocksAndAHeadingIsNoSentence() {
        RichText text = RichTextCleaner.clean(
                "<h2>How it <em>helps</em></h2><p>One.<br>two</p><ul><li><strong>Strength</strong>:"
                        + " more</li><li>Less<ul><li>pain &amp; fear</li></ul></li></ul><table><tr><td>a</td><td>b</td></tr></table>loose");
        Prose prose = Prose.of(text);
        assertThat(shown(prose.headings())).isEqualTo("how it helps");
        assertThat(shown(prose.sentences())).isEqualTo("one|two|strength/more|less|pain fear|a|b|loose");
        assertThat(prose.all()).hasSize(9);
    }

    private static String shown(List<Sentence> sentences) {
        return sentences.stream()
                .map(sentence -> sentence.clauses().stream()
                        .map(clause -> String.join(" ", clause))
                        .collect(Collectors.joining("/")))
                .collect(Collectors.joining("|"));
    }
}
