package io.github.carelet.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @TempDir
    private Path folder;

    private final List<String> problems = new ArrayList<>();

    @Test
    void aClinicSaysOneThingInItsOwnWords() throws IOException {
        write("es.properties", "call=Marque {0}\n");
        Languages languages = read(Set.of());
        assertThat(problems).isEmpty();
        assertThat(languages.in("es").text("call", "1")).isEqualTo("Marque 1");
        assertThat(languages.in("es").text("yes")).isEqualTo("Sí");
        assertThat(languages.in("en").text("call", "1")).isEqualTo("Call 1");
    }

    @Test
    void aClinicAddsALanguageWithItsOwnPluralFormsDigitsAndClock() throws IOException {
        Map<String, String> texts = new HashMap<>(Languages.ours("en"));
        texts.keySet()
                .removeIf(key ->
                        key.matches("search\\.count\\..*|.*answer\\.(days|hours)\\..*|form\\.slots\\.count\\..*"));
        for (String counted : List.of(
                "search.count",
                "known.answer.days",
                "known.answer.hours",
                "form.answer.days",
                "form.answer.hours",
                "form.slots.count")) {
            for (String form : List.of("one", "few", "other")) {
                texts.put(counted + "." + form, form + " {0}");
            }
        }
        texts.putAll(Map.of(
                "meta.name", "Sample",
                "meta.plural", "one: n % 10 = 1; few: n % 10 = 2..4",
                "meta.digits", "०१२३४५६७८९",
                "meta.clock", "24:",
                "time.hour", "{0}h",
                "time.minutes", "{0}h{1}",
                "meta.reviewedBy", "A. Reviewer"));
        write("ne.properties", properties(texts));
        Messages sample = read(Set.of()).in("ne-NP");
        assertThat(problems).isEmpty();
        assertThat(sample.language()).isEqualTo("ne");
        assertThat(sample.count("search.count", 21)).isEqualTo("one २१");
        assertThat(sample.count("search.count", 13)).isEqualTo("few १३");
        assertThat(sample.count("search.count", 5)).isEqualTo("other ५");
        assertThat(sample.time(LocalTime.of(17, 5))).isEqualTo("१७h०५");
        assertThat(sample.time(LocalTime.of(9, 0))).isEqualTo("९h");
        assertThat(sample.text("call", "626")).isEqualTo("Call 626");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithFileKeyAndWhatWasExpected() throws IOException {
        write("es.properties", "call=Marque\nno.such=x\nyes=\nno=No\nno=Non\n");
        write("en.properties", "search.hint={0}\nmeta.plural=one: x\nmeta.clock=noon\nmeta.digits=123\n");
        write("xx_1.properties", "a=b\n");
        Files.write(folder.resolve("ko.properties"), new byte[] {'a', '=', (byte) 0xff});
        write("vi.properties", "yes=\\u00x\n");
        write("tl.properties", "yes=Oo\nmeta.plural=\n");
        read(Set.of("tl"));
        assertThat(problems)
                .contains(
                        folder.resolve("en.properties") + ": 'search.hint' has the placeholders [{0}]: expected []",
                        folder.resolve("en.properties")
                                + ": 'meta.plural': 'x': expected a condition like n % 10 = 2..4",
                        folder.resolve("en.properties")
                                + ": 'meta.digits' is '123': expected ten digits from zero, or nothing",
                        folder.resolve("es.properties") + ": 'no' stands there twice: expected each key once",
                        folder.resolve("ko.properties") + ": is not UTF-8: expected properties in UTF-8",
                        folder.resolve("vi.properties")
                                + ": has a malformed escape: expected \\u and four hexadecimal digits",
                        folder.resolve("xx_1.properties")
                                + ": 'xx_1' is no language: expected a BCP 47 tag with .properties after it",
                        folder.resolve("tl.properties") + ": 'no' is missing: expected what means 'No'");
        assertThat(problems.stream().filter(each -> each.contains("tl.properties")))
                .hasSizeGreaterThan(300);
    }

    @Test
    void aPlaceholderABlankAndAnUnknownKeyAreSeen() throws IOException {
        write("es.properties", "call=Marque\nno.such=x\nyes=\nzone.Europe/Madrid=hora de Madrid\n");
        read(Set.of());
        String file = folder.resolve("es.properties") + ": ";
        assertThat(problems)
                .containsExactlyInAnyOrder(
                        file + "'call' has the placeholders []: expected [{0}]",
                        file + "'no.such' is no message: expected one of the keys of the English messages",
                        file + "'yes' is blank: expected what means 'Yes'");
    }

    @Test
    void aFolderThatIsNotThereAndALanguageWithoutMessagesAreSeen() {
        Languages.read(Optional.of(folder.resolve("nowhere")), Set.of(), problems);
        Languages.read(Optional.empty(), Set.of("tlh"), problems);
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).endsWith("nowhere can't be read: expected a folder of files like es.properties");
        assertThat(problems.get(1))
                .startsWith("unreviewedLanguages 'tlh': there are no messages in it, expected some of [en, es");
    }

    @ParameterizedTest
    @CsvSource({
        "en,en",
        "es,es",
        "es-MX,es",
        "ES,es",
        "fr,en",
        "fa,en",
        "zh,en",
        "zh-Hant-TW,en",
        "zh-TW,en",
        "x-private,en"
    })
    void theNearestLanguageIsSpoken(String asked, String given) {
        assertThat(Languages.standard().in(asked).language()).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource({"fa-IR,fa", "zh,zh-Hans", "zh-CN,zh-Hans", "zh-Hans-SG,zh-Hans", "zh-HK,en", "zh-Hant,en", "ko-KR,ko"})
    void whatNobodyHasReviewedIsSpokenWhereTheHostSaysSo(String asked, String given) {
        Languages languages = Languages.read(Optional.empty(), Set.of("fa", "zh-Hans", "ko"), problems);
        assertThat(problems).isEmpty();
        assertThat(languages.in(asked).language()).isEqualTo(given);
        assertThat(languages.in(asked).isReviewed()).isFalse();
    }

    @Test
    void whatAClinicHasReviewedIsSpoken() throws IOException {
        write("fa.properties", "meta.reviewedBy=A. Reviewer\n");
        Languages languages = read(Set.of());
        assertThat(languages.in("fa").language()).isEqualTo("fa");
        assertThat(languages.in("fa").isReviewed()).isTrue();
        assertThat(languages.in("ko").language()).isEqualTo("en");
    }

    @Test
    void everyLanguageIsCalledAsItCallsItself() {
        Languages languages = Languages.standard();
        assertThat(List.of("en", "es-MX", "zh-CN", "hy", "vi", "ko", "fa", "fr"))
                .map(languages::ownName)
                .containsExactly("English", "Español", "简体中文", "Հայերեն", "Tiếng Việt", "한국어", "فارسی", "français");
    }

    @Test
    void whereALanguageIsNotSpokenTheNextOneThatIsWantedIs() {
        assertThat(Languages.standard().in("fr", "es-US", "en").language()).isEqualTo("es");
    }

    private Languages read(Set<String> unreviewed) {
        return Languages.read(Optional.of(folder), unreviewed, problems);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static String properties(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
