package io.github.carelet.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Phone numbers, ids, texts in languages, reviews, places, and a catalogue put together by hand. */
class CatalogValuesTest {

    @ParameterizedTest
    @CsvSource({
        "+16265550100, (626) 555-0100",
        "+442079460958, +44 20 7946 0958",
        "+49301234567, +49 30 1234567",
        "+2901234567, +290 1234567",
        "+9991234567, +9991234567"
    })
    void aPhoneNumberIsShownAsPeopleWriteIt(String e164, String shown) {
        PhoneNumber number = new PhoneNumber(e164);
        assertThat(number.display().replace('\u00a0', ' ')).isEqualTo(shown);
        assertThat(number.link()).isEqualTo(new Link("tel:" + e164));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "6265550100",
                "+1 626 555 0100",
                "+06265550100",
                "+123456",
                "+1234567890123456",
                "+1626555O100",
                "+١٦٢٦٥٥٥٠١٠٠",
                "tel:+16265550100",
                "+16265550100\n"
            })
    void anythingButE164IsNoPhoneNumber(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhoneNumber(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("E.164");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "a b",
                "a_b",
                "é",
                "a/b",
                "ı",
                "a\n",
                "..",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void theseAreNoIds(String text) {
        assertThat(Slug.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Slug.check(text)).withMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "0",
                "-",
                "physical-therapy",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void theseAreIds(String text) {
        assertThat(Slug.check(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "EN, en",
        "en-US, en",
        "es-MX, es",
        "zh-Hant-TW, zh-Hant",
        "zh-Hans-CN, en",
        "zh, en",
        "fr, en",
        "es-x-clinic, es",
        "'', en",
        "-, en",
        "x-, en"
    })
    void aMissingLanguageFallsBackByLookup(String asked, String answered) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("es", "uno");
        values.put("en", "one");
        values.put("zh-Hant", "一");
        Localized<String> text = new Localized<>(values, "en");
        assertThat(text.in(asked).language()).isEqualTo(answered);
        assertThat(text.in(asked).value()).isEqualTo(values.get(answered));
    }

    @Test
    void aTextKeepsTheOrderOfItsLanguagesAndMapsEach() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("es", "uno");
        values.put("en", "one");
        Localized<Integer> lengths = new Localized<>(values, "en").map(String::length);
        assertThat(lengths.values()).containsExactly(Map.entry("es", 3), Map.entry("en", 3));
        values.clear();
        assertThat(lengths.in("es")).isEqualTo(new Localized.Value<>(3, "es"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Localized<>(Map.of("en", "one"), "es"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, 2026-11-23, NONE",
                "2026-01-01, -, -, 2026-11-23, FRESH",
                "2026-01-01, 2027-01-01, -, 2026-12-01, FRESH",
                "2026-01-01, 2027-01-01, -, 2026-12-02, DUE",
                "2026-01-01, 2027-01-01, -, 2027-01-01, DUE",
                "2026-01-01, 2027-01-01, -, 2027-01-02, OVERDUE",
                "-, 2027-01-01, -, 2026-12-15, NONE",
                "-, 2027-01-01, -, 2027-01-02, OVERDUE",
                "2026-01-01, 2027-01-01, 2026-11-24, 2026-11-23, FRESH",
                "2026-01-01, 2027-01-01, 2026-11-23, 2026-11-23, WITHDRAWN",
                "-, -, 2026-11-23, 2026-11-24, WITHDRAWN"
            })
    void theStateOfAReviewFollowsItsDates(
            LocalDate reviewed, LocalDate due, LocalDate withdrawn, LocalDate today, ReviewState state) {
        Review review = new Review(
                "",
                "",
                Optional.ofNullable(reviewed),
                Optional.ofNullable(due),
                Optional.ofNullable(withdrawn),
                List.of());
        assertThat(review.on(today)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"90.1, 0", "-90.1, 0", "0, 180.1", "NaN, 0", "0, Infinity"})
    void thesePlacesAreNotOnEarth(double lat, double lng) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Geo(lat, lng));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 Main St|Suite B|Arcadia|CA|91006|US|1 Main St, Suite B, Arcadia, CA 91006, US",
                "1 Main St|''|Arcadia|''|91006|''|1 Main St, Arcadia, 91006",
                "1 Main St|''|Arcadia|''|''|''|1 Main St, Arcadia"
            })
    void anAddressInOneLineLeavesOutWhatIsNotKnown(
            String street, String unit, String city, String region, String code, String country, String line) {
        assertThat(new Address(street, unit, city, region, code, country).oneLine())
                .isEqualTo(line);
    }

    @Test
    void cataloguesOfTheSameContentAreEqual() {
        Catalog catalog = Catalogs.read(Catalogs.full()).catalog().orElseThrow();
        Catalog other = Catalogs.read(Catalogs.full()).catalog().orElseThrow();
        assertThat(catalog).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(catalog)
                .hasToString(
                        "catalogue of example: 2 locations, 1 conditions, 2 treatments, 1 practitioners, 1 articles,"
                                + " 3 appointment types");
        assertThat(catalog)
                .isNotEqualTo(Catalogs.readRest("\"locations\": []").catalog().orElseThrow());
    }

    @Test
    void aCatalogueRefusesTwoOfOneId() {
        Catalog catalog = Catalogs.read(Catalogs.full()).catalog().orElseThrow();
        List<Location> twice =
                List.of(catalog.locations().get(0), catalog.locations().get(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Catalog(catalog.clinic(), twice, List.of(), List.of(), List.of(), List.of(), List.of()))
                .withMessageContaining("'arcadia'");
    }
}
