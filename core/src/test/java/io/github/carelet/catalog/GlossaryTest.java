package io.github.carelet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossaryTest {

    private static final List<PlainWord> CLINICS = List.of(
            word(
                    "nerve block",
                    "a shot that numbs a nerve",
                    "bloqueo nervioso",
                    "una inyección que adormece un nervio"),
            word("edema", "puffiness", "edema", "inflado"),
            new PlainWord(Localized.of("de", "Ödem"), Localized.of("de", "Schwellung")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | You may get edemas. | edema (puffiness)",
                "en | Edema is puffiness. | ``",
                "en | You may get edema. That is puffiness. | ``",
                "en | Puffiness may come. Doctors call it edema. | ``",
                "en | Edema may come. It may go. Puffiness is common. | edema (puffiness)",
                "en | Edema means puffiness. It may go. Edema is rare. | ``",
                "en | Nerve blocks and a radiculopathy | nerve block (a shot that numbs a nerve); radiculopathy (pinched nerve)",
                "en | A radiculopathy is a pinched nerve. | ``",
                "en | An analgesic, a painkiller, can help. | ``",
                "en | Anti-inflammatory drugs | anti inflammatory (calms swelling)",
                "en | Ödem | ``",
                "en | blocked nerves, edematous | ``",
                "es | Los bloqueos nerviosos y un edema | bloqueo nervioso (una inyección que adormece un nervio); edema (inflado)",
                "es | Un analgésico es una medicina para el dolor. | ``",
                "de | Ein Ödem | Ödem (Schwellung)",
                "de | Ein Ödem, eine Schwellung | ``",
                "fr | Un œdème, une radiculopathie, edema | ``",
            })
    void aTermWithoutAPlainWordBesideItIsFound(String tag, String text, String expected) {
        assertThat(unexplained(tag, text, List.of())).isEqualTo(expected);
    }

    @Test
    void theNameOfWhatATextIsAboutNeedsNoExplanation() {
        assertThat(unexplained("en", "Nerve blocks ease edema.", List.of("Nerve Block", "Shot")))
                .isEqualTo("edema (puffiness)");
    }

    @Test
    void everyTermOfTheBuiltInListsHasAPlainWordThatIsNotItself() {
        for (String language : List.of("en", "es")) {
            List<Map.Entry<String, String>> list = WordList.read("plain-words-" + language + ".txt");
            assertThat(list).hasSizeGreaterThan(45);
            assertThat(list).extracting(Map.Entry::getKey).doesNotHaveDuplicates();
            assertThat(list)
                    .allSatisfy(each -> assertThat(each.getValue()).isNotBlank().isNotEqualTo(each.getKey()));
        }
    }

    private static PlainWord word(String term, String plain, String termo, String llano) {
        return new PlainWord(
                new Localized<>(Map.of("en", term, "es", termo), "en"),
                new Localized<>(Map.of("en", plain, "es", llano), "en"));
    }

    private static String unexplained(String tag, String text, List<String> names) {
        return Glossary.of(CLINICS)
                .getOrDefault(tag, Glossary.builtInFor(tag))
                .unexplained(Sentence.in(text), names)
                .stream()
                .map(each -> each.term() + " (" + each.plain().get(0) + ")")
                .collect(Collectors.joining("; "));
    }
}
