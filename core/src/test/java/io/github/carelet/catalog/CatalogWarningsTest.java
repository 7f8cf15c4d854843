package io.github.carelet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogWarningsTest {

    @Test
    void aCatalogueWithWarningsIsUsed() {
        CatalogReading reading = Catalogs.readRest("\"conditions\": [{\"id\": \"a\", \"name\": \"A\"}]");
        assertThat(reading.catalog()).isPresent();
        assertThat(Catalogs.all(reading))
                .containsExactly(
                        "warning clinic.json:4 /conditions/0: expected a 'review': who checked the text, and when");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "{}|/conditions/0/review: expected a 'reviewedOn': the day on which the text was checked",
                "{\"reviewedOn\": \"2026-01-01\"}|-",
                "{\"reviewedOn\": \"2026-01-01\", \"dueOn\": \"2026-11-24\"}|-",
                "{\"reviewedOn\": \"2026-01-01\", \"dueOn\": \"2026-11-23\"}|-",
                "{\"reviewedOn\": \"2026-01-01\", \"dueOn\": \"2026-11-22\"}"
                        + "|/conditions/0/review/dueOn: '2026-11-22' - expected a review that is not overdue",
                "{\"dueOn\": \"2026-01-01\", \"withdrawnOn\": \"2026-02-01\"}|-"
            })
    void aReviewThatIsMissingOrOverdueIsAWarning(String review, String expected) {
        CatalogReading reading =
                Catalogs.readRest("\"conditions\": [{\"id\": \"a\", \"name\": \"A\", \"review\": " + review + "}]");
        assertThat(Catalogs.all(reading))
                .isEqualTo(expected == null ? List.of() : List.of("warning clinic.json:4 " + expected));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T07:59:59Z, 0", "2026-11-23T08:00:00Z, 1"})
    void todayIsTheDayAtTheClinic(String now, int warnings) {
        CatalogReading reading = Catalogs.reader()
                .clock(InstantSource.fixed(Instant.parse(now)))
                .read(List.of(Catalogs.file("clinic.json", """
                        {"clinic": {"id": "c", "name": "C", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
                          "languages": ["en"]},
                         "conditions": [{"id": "a", "name": "A",
                          "review": {"reviewedOn": "2026-01-01", "dueOn": "2026-11-22"}}]}
                        """)));
        assertThat(reading.problems()).hasSize(warnings);
    }

    @Test
    void aTypeForWhichNoTimeCanBeFoundIsAWarning() {
        CatalogReading reading = Catalogs.read("""
                {"clinic": {"id": "c", "name": "C", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
                  "languages": ["en"]},
                 "locations": [{"id": "a", "name": "A", "address": {"street": "1", "city": "B"}},
                  {"id": "b", "name": "B", "address": {"street": "1", "city": "B"}, "hours": {"weekly": {"mon": []}}}],
                 "practitioners": [{"id": "p", "name": "P", "locations": ["a"]}],
                 "appointmentTypes": [
                  {"id": "one", "name": "One", "mode": "slots", "duration": "PT30M", "practitioners": ["p"]},
                  {"id": "two", "name": "Two", "mode": "slots", "duration": "PT30M", "hours": {"weekly": {"mon": []}}},
                  {"id": "three", "name": "Three", "duration": "PT30M", "locations": ["b"], "practitioners": ["p"]},
                  {"id": "four", "name": "Four", "mode": "phone"}]}
                """);
        assertThat(reading.catalog()).isPresent();
        assertThat(Catalogs.all(reading))
                .containsExactly(
                        "warning clinic.json:7 /appointmentTypes/0: 'one' - expected 'hours' here or of the location 'a':"
                                + " without, no time is offered there",
                        "warning clinic.json:9 /appointmentTypes/2/practitioners: 'p' - expected one who works where the"
                                + " type is offered: without, no time is");
    }

    @Test
    void aMissingTranslationIsAWarningButNotOfANameOfAPersonOrPlace() {
        CatalogReading reading = Catalogs.read("""
                {"clinic": {"id": "c", "name": "C", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
                  "languages": ["en", "es", "zh-hans"], "insuranceAccepted": [{"name": "Medicare"}]},
                 "locations": [{"id": "a", "name": "A", "address": {"street": "1", "city": "B"}}],
                 "practitioners": [{"id": "p", "name": "P", "role": "Therapist"}],
                 "conditions": [{"id": "c", "name": {"EN": "C", "es": " ", "zh-Hans": "丙"},
                  "redFlags": [{"fr": "Seulement"}], "review": {"reviewedOn": "2026-01-01"}}]}
                """);
        assertThat(Catalogs.all(reading))
                .containsExactly(
                        "warning clinic.json:4 /practitioners/0/role: 'Therapist' - expected a translation into es, zh-Hans"
                                + " as well",
                        "warning clinic.json:5 /conditions/0/name: 'C' - expected a translation into es as well",
                        "warning clinic.json:6 /conditions/0/redFlags/0: 'Seulement' - expected a translation into en, es,"
                                + " zh-Hans as well");
        Condition condition = reading.catalog().orElseThrow().conditions().get(0);
        assertThat(condition.name().in("zh-hans-CN")).isEqualTo(new Localized.Value<>("丙", "zh-Hans"));
        assertThat(condition.name().in("es")).isEqualTo(new Localized.Value<>("C", "en"));
        assertThat(condition.redFlags().get(0).in("en")).isEqualTo(new Localized.Value<>("Seulement", "fr"));
    }

    @Test
    void markupThatWasRemovedIsAWarning() {
        CatalogReading reading = Catalogs.readRest("""
                "treatments": [{"id": "t", "name": "T <b>", "review": {"reviewedOn": "2026-01-01"},
                  "sections": [{"id": "s",
                    "body": "<p onclick=x>a</p><script>alert(1)</script><a href='javascript:x'>b</a>"}]}]
                """);
        assertThat(Catalogs.all(reading))
                .containsExactly("warning clinic.json:6 /treatments/0/sections/0/body: '<script> <p onclick> <a href>'"
                        + " - expected markup of the allowed subset only; this was removed from the text in en");
        Treatment treatment = reading.catalog().orElseThrow().treatments().get(0);
        assertThat(treatment.sections().get(0).body().in("en").value().html()).isEqualTo("<p>a</p>b");
        assertThat(treatment.sections().get(0).heading().in("en").value()).isEmpty();
        assertThat(treatment.name().in("en").value()).isEqualTo("T <b>");
    }

    @Test
    void sampleDataIsTakenByAReaderForDemonstrations() {
        String sample = Catalogs.full().replace("\"sample\": false", "\"sample\": true");
        List<CatalogFile> files = List.of(Catalogs.file("clinic.json", sample));
        assertThat(CatalogReader.withSamples().read(files).catalog()).isPresent();
        assertThat(CatalogReader.strict().read(files).catalog()).isEmpty();
    }
}
