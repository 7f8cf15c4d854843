package io.github.carelet.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    /** What is the same in every language, or happens to be: names, numbers, and words that are spelled alike. */
    private static final Pattern MAY_BE_ALIKE = Pattern.compile(
            "meta\\..*|(date|time|list|zone)\\..*|form\\.title\\.of|.*\\.of|form\\.time\\..*|form\\.slots\\.at|days\\.one|time\\.weekday"
                    + "|search\\.group|review\\.end|es no|es form\\.choice\\.no|es fax");

    @Test
    void everyLanguageSaysEverythingWithTheSamePlaceholders() {
        MessageCheck check = new MessageCheck(Languages.ours("en"));
        int messages = 0;
        for (String language : Languages.OURS) {
            Map<String, String> texts = Languages.ours(language);
            messages += texts.size();
            assertThat(check.problems(texts)).as(language).isEmpty();
        }
        Map<String, String> broken = new HashMap<>(Languages.ours("es"));
        broken.remove("yes");
        broken.put("call", "Llamar");
        assertThat(check.problems(broken)).as("the control").hasSize(2);
        System.out.println("messages compared with the English ones: " + messages + ", wrong: 0; of the control: 2");
    }

    @Test
    void theClinicsPeopleHearTheSameInEachOfTheirLanguages() {
        Map<String, String> english = Languages.ofStaff("en");
        Map<String, String> spanish = Languages.ofStaff("es");
        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) -> {
            String other = spanish.getOrDefault(key, "");
            assertThat(other).as(key).isNotBlank();
            assertThat(placeholders(other)).as(key).isEqualTo(placeholders(text));
        });
        Languages languages = Languages.standard();
        assertThat(languages.forStaff(List.of("fr", "es-MX", "en")).language()).isEqualTo("es");
        assertThat(languages.forStaff(List.of("fa")).language()).isEqualTo("en");
        assertThat(languages.in("en").has("staff.skip")).isFalse();
    }

    private static TreeSet<String> placeholders(String text) {
        TreeSet<String> found = new TreeSet<>();
        Pattern.compile("\\{[0-9]}").matcher(text).results().forEach(each -> found.add(each.group()));
        return found;
    }

    @Test
    void noMessageIsACopyOfTheEnglishOne() {
        Map<String, String> english = Languages.ours("en");
        assertThat(copies("en", english)).as("the control").hasSizeGreaterThan(300);
        for (String language : Languages.OURS.subList(1, Languages.OURS.size())) {
            assertThat(copies(language, Languages.ours(language))).as(language).isEmpty();
        }
    }

    private static List<String> copies(String language, Map<String, String> texts) {
        Map<String, String> english = Languages.ours("en");
        return texts.keySet().stream()
                .filter(key -> texts.getOrDefault(key, "").equals(english.get(key)))
                .filter(key -> !MAY_BE_ALIKE.matcher(key).matches()
                        && !MAY_BE_ALIKE.matcher(language + " " + key).matches())
                .sorted()
                .toList();
    }

    @Test
    void datesReadAsPeopleWriteThem() {
        Messages english = Languages.standard().in("en");
        Messages spanish = Languages.standard().in("es");
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
        assertThat(Languages.standard().in("en").time(time)).isEqualTo(english);
        assertThat(Languages.standard().in("es").time(time)).isEqualTo(spanish);
    }

    @Test
    void listsReadAsPeopleWriteThem() {
        Messages english = Languages.standard().in("en");
        assertThat(english.list(List.of())).isEmpty();
        assertThat(english.list(List.of("A"))).isEqualTo("A");
        assertThat(english.list(List.of("A", "B"))).isEqualTo("A and B");
        assertThat(english.list(List.of("A", "B", "C"))).isEqualTo("A, B and C");
    }

    @Test
    void anArgumentIsPutInAsItIs() {
        assertThat(Languages.standard().in("en").text("list.and", "$1 {1} \\", "'x'"))
                .isEqualTo("$1 {1} \\ and 'x'");
    }

    @Test
    void anUnknownKeyOrAMissingArgumentIsAnError() {
        Messages english = Languages.standard().in("en");
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

    @Test
    void datesAndTimesReadAsPeopleOfEachLanguageWriteThem() {
        assertThat(said("zh-Hans"))
                .containsExactly("2026年12月1日 星期二", "12月1日 星期二", "2026年12月", "早上7:30", "上午9点", "晚上7:05");
        assertThat(said("hy"))
                .containsExactly(
                        "2026 թ. դեկտեմբերի 1, երեքշաբթի",
                        "դեկտեմբերի 1, երեքշաբթի",
                        "2026 թ. դեկտեմբեր",
                        "7:30",
                        "9:00",
                        "19:05");
        assertThat(said("vi"))
                .containsExactly(
                        "Thứ Ba, ngày 1 tháng 12 năm 2026",
                        "Thứ Ba, ngày 1 tháng 12",
                        "tháng 12 năm 2026",
                        "7:30 sáng",
                        "9 giờ sáng",
                        "7:05 tối");
        assertThat(said("ko"))
                .containsExactly("2026년 12월 1일 화요일", "12월 1일 화요일", "2026년 12월", "오전 7:30", "오전 9시", "오후 7:05");
        assertThat(said("fa"))
                .containsExactly(
                        "سه‌شنبه ۱ دسامبر ۲۰۲۶", "سه‌شنبه ۱ دسامبر", "دسامبر ۲۰۲۶", "۷:۳۰ صبح", "۹ صبح", "۷:۰۵ شب");
    }

    private static List<String> said(String language) {
        Messages words = of(language);
        return List.of(
                words.longDate(DAY),
                words.day(DAY),
                words.month(YearMonth.from(DAY)),
                words.time(LocalTime.of(7, 30)),
                words.time(LocalTime.of(9, 0)),
                words.time(LocalTime.of(19, 5)));
    }

    @Test
    void aNumberAmongLettersFromRightToLeftIsNotTorn() {
        assertThat(of("fa").text("call", "(626) 555-0100")).isEqualTo("تماس با \u2068(626) 555-0100\u2069");
        assertThat(of("fa").count("search.count", 12)).isEqualTo("۱۲ نتیجه");
        assertThat(of("vi").text("call", "(626) 555-0100")).isEqualTo("Gọi (626) 555-0100");
    }

    @Test
    void aTimeAmongLettersFromRightToLeftIsSetApartAsAWhole(@TempDir Path folder) throws IOException {
        Map<String, String> own = new TreeMap<>(Languages.ours("en"));
        own.put("call", "اتصل {0}");
        own.put("time.range", "{0} إلى {1}");
        List<String> lines = new ArrayList<>();
        own.forEach((key, text) -> lines.add(key + "=" + text.replace("\\", "\\\\")));
        Files.write(folder.resolve("ar.properties"), lines);
        List<String> problems = new ArrayList<>();
        Messages arabic =
                Languages.read(Optional.of(folder), Set.of("ar"), problems).in("ar");
        assertThat(problems).isEmpty();
        String time = "\u20689:30 AM\u2069";
        assertThat(arabic.time(LocalTime.of(9, 30))).isEqualTo(time);
        assertThat(arabic.text("call", arabic.time(LocalTime.of(9, 30)))).isEqualTo("اتصل " + time);
        String range = arabic.text("time.range", arabic.time(LocalTime.of(9, 30)), arabic.time(LocalTime.of(17, 5)));
        assertThat(range).isEqualTo(time + " إلى \u20685:05 PM\u2069");
        assertThat(arabic.text("call", range)).as("two times are not one").isEqualTo("اتصل \u2068" + range + "\u2069");
        assertThat(of("en").time(LocalTime.of(9, 30))).as("the control").isEqualTo("9:30 AM");
    }

    /** Politeness that only fills a line, and blame; the control is a line that has some. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Invalid phone!|please|invalid|wrong|illegal",
                "es|Por favor, teléfono inválido|por favor|inválid|incorrect|ilegal",
                "zh-Hans|请填写|请|错误的|无效|非法",
                "hy|Խնդրում ենք գրել|խնդրում եմ|խնդրում ենք|անվավեր|սխալ համար",
                "vi|Vui lòng ghi|vui lòng|không hợp lệ|làm ơn|sai",
                "ko|제발 적으세요|제발|부디|잘못된 번호|무효",
                "fa|لطفاً بنویسید|لطفا|لطفاً|نامعتبر|اشتباه",
            })
    void nobodyIsShoutedAtBeggedOrBlamed(
            String language, String control, String first, String second, String third, String fourth) {
        Pattern rude = Pattern.compile(
                "[!¡！]|\\b(" + String.join("|", first, second, third, fourth) + ")",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
        Map<String, String> texts = Languages.ours(language);
        assertThat(rude.matcher(control).find()).as("the control").isTrue();
        assertThat(texts.keySet().stream()
                        .filter(key -> rude.matcher(texts.getOrDefault(key, "")).find()))
                .as("rude of %d messages", texts.size())
                .isEmpty();
    }

    private static Messages of(String language) {
        return Languages.read(Optional.empty(), Set.copyOf(Languages.OURS), new ArrayList<>())
                .in(language);
    }
}
