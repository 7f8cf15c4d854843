package io.github.carelet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.ContentHealth.Finding;
import io.github.carelet.catalog.ContentHealth.Kind;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentHealthTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static final String SOUND = """
            {"clinic": {"id": "m", "name": "M", "phone": "+16265550100", "timeZone": "UTC", "languages": ["en", "es"],
              "emergency": {"en": "Call 911.", "es": "Llame al 911."},
              "insuranceAccepted": [{"name": "Medicare", "reviewedOn": "2026-10-01"}]},
             "locations": [{"id": "l", "name": "L", "address": {"street": "1 Elm St", "city": "A"},
               "insuranceAccepted": [{"name": "Aetna", "reviewedOn": "2025-11-23"}]}],
             "treatments": [{"id": "t", "name": {"en": "T", "es": "T"},
               "sections": [{"id": "good", "aspect": "benefits", "heading": {"en": "G", "es": "B"}, "requires": ["between"]},
                            {"id": "between", "aspect": "other", "heading": {"en": "O", "es": "O"}, "requires": ["bad"]},
                            {"id": "bad", "aspect": "risks", "heading": {"en": "R", "es": "R"}}],
               "review": {"reviewedOn": "2026-01-01", "dueOn": "2027-01-01", "sources": [{"title": "A guide"}]}}]}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | '' | ",
                "\"dueOn\": \"2027-01-01\" | \"dueOn\": \"2026-12-01\" | DUE /treatments/t 2026-12-01",
                "\"dueOn\": \"2027-01-01\" | \"dueOn\": \"2026-11-23\" | DUE /treatments/t 2026-11-23",
                "\"dueOn\": \"2027-01-01\" | \"dueOn\": \"2026-11-22\" | OVERDUE /treatments/t 2026-11-22",
                "\"dueOn\": \"2027-01-01\" | \"withdrawnOn\": \"2026-11-23\" | WITHDRAWN /treatments/t 2026-11-23",
                "\"dueOn\": \"2027-01-01\" | \"withdrawnOn\": \"2026-11-24\" | ",
                "\"reviewedOn\": \"2026-01-01\", | '' | NEVER_REVIEWED /treatments/t",
                "{\"title\": \"A guide\"} | '' | WITHOUT_SOURCES /treatments/t",
                "\"aspect\": \"risks\" | \"aspect\": \"other\" | WITHOUT_RISKS /treatments/t",
                "\"requires\": [\"bad\"] | \"requires\": [] | BENEFITS_WITHOUT_RISKS /treatments/t/sections/good",
                "\"Medicare\", \"reviewedOn\": \"2026-10-01\" | \"Medicare\" | INSURANCE_UNDATED /clinic/insuranceAccepted/0",
                "2025-11-23 | 2025-11-22 | INSURANCE_OLD /locations/l/insuranceAccepted/0 2025-11-22",
                ", \"es\": \"R\"} | } | MISSING_TRANSLATION /treatments/t/sections/bad/heading es",
                "{\"en\": \"Call 911.\", | { | MISSING_TRANSLATION /clinic/emergency en"
            })
    void oneThingThatIsWrongIsOneFinding(String sound, String broken, String finding) {
        String json = sound.isEmpty() ? SOUND : SOUND.replace(sound, broken);
        assertThat(json.equals(SOUND)).isEqualTo(sound.isEmpty());
        assertThat(health(json).findings().stream().map(ContentHealthTest::shown))
                .containsExactlyElementsOf(finding == null ? List.of() : List.of(finding));
    }

    @Test
    void itIsCountedByKindAndLanguage() {
        ContentHealth health = health(Catalogs.full());
        assertThat(health.items()).isPositive();
        for (Kind kind : Kind.values()) {
            assertThat(health.count(kind)).isEqualTo((int) health.findings().stream()
                    .map(Finding::kind)
                    .filter(kind::equals)
                    .count());
        }
        assertThat(health.missingTranslations().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(health.count(Kind.MISSING_TRANSLATION));
        assertThat(health(SOUND.replace(", \"es\": \"O\"", "").replace(", \"es\": \"R\"", ""))
                        .missingTranslations())
                .isEqualTo(Map.of("es", 2));
    }

    @Test
    void itHasTheProblemsOfTheReading() {
        CatalogReading reading = Catalogs.read(SOUND.replace(", \"es\": \"R\"", ""));
        ContentHealth health = ContentHealth.of(reading.catalog().orElseThrow(), reading.problems(), DAY);
        assertThat(health.problems()).isEqualTo(reading.problems()).hasSize(1);
    }

    @Test
    void tenThousandItemsAreInspectedInATrice() {
        StringBuilder treatments = new StringBuilder();
        IntStream.range(0, 10_000)
                .forEach(i -> treatments
                        .append(i == 0 ? "" : ",")
                        .append("{\"id\": \"t")
                        .append(i)
                        .append("\", \"name\": \"T\", \"sections\": [{\"id\": \"a\", \"body\": \"<p>x</p>\"}]}"));
        Catalog catalog = Catalogs.readRest("\"treatments\": [" + treatments + "]")
                .catalog()
                .orElseThrow();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        ContentHealth health = ContentHealth.of(catalog, List.of(), DAY);
        long millis = (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
        System.out.println("content health of 10,000 items: "
                + health.findings().size() + " findings in " + millis + " ms of CPU");
        assertThat(health.findings()).hasSize(30_000);
        assertThat(millis).isLessThan(2_000);
    }

    private static ContentHealth health(String json) {
        CatalogReading reading = Catalogs.read(json);
        assertThat(reading.errors()).isEmpty();
        return ContentHealth.of(reading.catalog().orElseThrow(), List.of(), DAY);
    }

    private static String shown(Finding finding) {
        Optional<String> since = finding.since().map(LocalDate::toString);
        return String.join(
                " ",
                List.of(
                                finding.kind().name(),
                                finding.place(),
                                since.orElse(""),
                                finding.language().orElse(""))
                        .stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}
