package io.github.carelet.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Test
    void everyLanguageHasTheSameKeysAndPlaceholders() {
        Map<String, String> english = Bundles.read("en");
        assertThat(english.size()).isGreaterThan(20);
        for (String language : Bundles.LANGUAGES) {
            Map<String, String> other = Bundles.read(language);
            assertThat(other.keySet()).as(language).isEqualTo(english.keySet());
            english.forEach((key, text) -> assertThat(placeholders(other.getOrDefault(key, "")))
                    .as(language + " " + key)
                    .isEqualTo(placeholders(text)));
        }
    }

    @Test
    void noMessageIsBlank() {
        for (String language : Bundles.LANGUAGES) {
            Bundles.read(language)
                    .forEach((key, text) ->
                            assertThat(text).as(language + " " + key).isNotBlank());
        }
    }

    @ParameterizedTest
    @CsvSource({"en,en", "es,es", "es-MX,es", "ES,es", "fr,en", "zh-Hant-TW,en", "x-private,en"})
    void theNearestLanguageIsFound(String asked, String given) {
        assertThat(Messages.in(asked).language()).isEqualTo(given);
    }

    @Test
    void datesReadAsPeopleWriteThem() {
        Messages english = Messages.in("en");
        Messages spanish = Messages.in("es");
        assertThat(english.longDate(DAY)).isEqualTo("Tuesday, December 1, 2026");
        assertThat(english.date(DAY)).isEqualTo("December 1, 2026");
        assertThat(english.day(DAY)).isEqualTo("Tuesday, December 1");
        assertThat(english.month(YearMonth.from(DAY))).isEqualTo("December 2026");
        assertThat(spanish.longDate(DAY)).isEqualTo("martes, 1 de diciembre de 2026");
        assertThat(spanish.date(DAY)).isEqualTo("1 de diciembre de 2026");
        assertThat(spanish.day(DAY)).isEqualTo("martes, 1 de diciembre");
        assertThat(spanish.month(YearMonth.from(DAY))).isEqualTo("diciembre de 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "00:00,midnight,medianoche",
        "00:05,12:05 AM,12:05 a.\u00a0m.",
        "09:00,9 AM,9 a.\u00a0m.",
        "09:30,9:30 AM,9:30 a.\u00a0m.",
        "12:00,12 PM,12 p.\u00a0m.",
        "17:05,5:05 PM,5:05 p.\u00a0m."
    })
    void timesReadAsPeopleWriteThem(LocalTime time, String english, String spanish) {
        assertThat(Messages.in("en").time(time)).isEqualTo(english);
        assertThat(Messages.in("es").time(time)).isEqualTo(spanish);
    }

    @Test
    void listsReadAsPeopleWriteThem() {
        Messages english = Messages.in("en");
        assertThat(english.list(List.of())).isEmpty();
        assertThat(english.list(List.of("A"))).isEqualTo("A");
        assertThat(english.list(List.of("A", "B"))).isEqualTo("A and B");
        assertThat(english.list(List.of("A", "B", "C"))).isEqualTo("A, B and C");
    }

    @Test
    void anArgumentIsPutInAsItIs() {
        assertThat(Messages.in("en").text("list.and", "$1 {1} \\", "'x'")).isEqualTo("$1 {1} \\ and 'x'");
    }

    @Test
    void anUnknownKeyOrAMissingArgumentIsAnError() {
        Messages english = Messages.in("en");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> english.text("no.such"))
                .withMessage("no message 'no.such' in 'en'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> english.text("list.and", "A"))
                .withMessage("message 'list.and' has {1}, got 1 arguments");
    }

    @ParameterizedTest
    @CsvSource({"en,ltr", "ar,rtl", "he-IL,rtl", "iw,rtl", "fa,rtl", "az-Arab,rtl", "ur-Latn,ltr", "zh-Hant,ltr"})
    void theDirectionIsThatOfTheScript(String tag, String direction) {
        assertThat(Direction.of(tag)).isEqualTo(direction);
    }

    private static TreeSet<String> placeholders(String text) {
        TreeSet<String> found = new TreeSet<>();
        Pattern.compile("\\{[0-9]}").matcher(text).results().forEach(each -> found.add(each.group()));
        return found;
    }
}
