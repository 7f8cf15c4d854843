package io.github.carelet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.CatalogProblem.Check;
import io.github.carelet.catalog.CatalogProblem.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofreaderTest {

    private static final String REVIEW = "\"review\": {\"reviewedOn\": \"2026-01-01\"}";

    @Test
    void eachKindOfProblemIsToldOnceATextWithItsPlace() {
        CatalogReading reading = Catalogs.read("""
                {"clinic": {"id": "c", "name": "C", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
                  "languages": ["en", "es"], "plainWords": [{"term": {"en": "Zygapophysis", "es": "Cigapófisis"},
                    "plain": {"en": "small joint", "es": "articulación pequeña"}}]},
                 "treatments": [{"id": "t", "kind": "injection", "name": {"en": "Painless shot", "es": "Inyección"},
                  "summary": {"en": "An edema cure.",
                    "es": "Sin riesgo."},
                  "sections": [
                   {"id": "a", "heading": {"en": "Guaranteed", "es": "Ayuda"}, "body": {
                    "en": "<h2>100 %</h2><p>The zygapophyses, the zygapophysis and the edema: a cure, a cure.</p>",
                    "es": "<p>La cigapófisis, una articulación pequeña, se cura.</p>"}},
                   {"id": "b", "body": {"en": "LONG LONG", "es": "LONG LONG"}}],
                  "whatToBring": {"en": "A miracle", "es": "Nada"}, REVIEW}]}
                """.replace("REVIEW", REVIEW)
                .replace("LONG", "Comprehensive rehabilitation necessitates considerable determination ".repeat(6)));
        assertThat(Catalogs.errors(reading)).isEmpty();
        assertThat(reading.problems())
                .extracting(each -> each.check() + " " + each.line() + " " + each.pointer() + " " + each.value())
                .containsExactlyInAnyOrder(
                        "PROMISE 4 /treatments/0/name/en painless",
                        "PROMISE 5 /treatments/0/summary/en cure",
                        "JARGON 5 /treatments/0/summary/en edema",
                        "PROMISE 6 /treatments/0/summary/es sin riesgo",
                        "PROMISE 8 /treatments/0/sections/0/heading/en guaranteed",
                        "PROMISE 9 /treatments/0/sections/0/body/en 100 %, cure",
                        "JARGON 9 /treatments/0/sections/0/body/en Zygapophysis, edema",
                        "PROMISE 10 /treatments/0/sections/0/body/es cura",
                        "READABILITY 11 /treatments/0/sections/1/body/en Flesch-Kincaid 64.5, SMOG 47.4; 1 of 1 sentences"
                                + " over 25 words",
                        "PROMISE 12 /treatments/0/whatToBring/en miracle",
                        "RISKS 4 /treatments/0 t",
                        "SOURCES 12 /treatments/0/review t");
        assertThat(reading.problems()).extracting(CatalogProblem::severity).containsOnly(Severity.WARNING);
        assertThat(reading.catalog()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "therapy | 0",
                "other | 0",
                "procedure | 2",
                "injection | 2",
                "medication | 2",
                "device | 2",
            })
    void whatGoesUnderTheSkinOrIsTakenSaysItsRisksAndSources(String kind, int warnings) {
        String treatment = "\"treatments\": [{\"id\": \"t\", \"kind\": \"" + kind + "\", \"name\": \"T\", ";
        assertThat(checks(treatment + REVIEW + "}]")).hasSize(warnings);
        String sources = "\"review\": {\"reviewedOn\": \"2026-01-01\", \"sources\": [{\"title\": \"S\"}]}";
        String risks = "\"sections\": [{\"id\": \"r\", \"aspect\": \"risks\", \"body\": \"<p>It may bleed.</p>\"}], ";
        assertThat(checks(treatment + risks + sources + "}]")).isEmpty();
        assertThat(checks(treatment + risks.replace("It may bleed.", " ") + sources + "}]"))
                .hasSize(warnings / 2);
    }

    @Test
    void conditionsAndArticlesAreReadAsWell() {
        assertThat(checks("\"conditions\": [{\"id\": \"c\", \"name\": \"C\", \"summary\": \"We cure it.\", " + REVIEW
                        + "}]," + "\"articles\": [{\"id\": \"a\", \"headline\": \"A cure\", " + REVIEW + "}]"))
                .containsExactly(Check.PROMISE, Check.PROMISE);
    }

    @Test
    void aTreatmentMayUseItsOwnNameWithoutExplainingIt() {
        String treatment = "\"treatments\": [{\"id\": \"t\", \"name\": \"NAME\", \"alsoCalled\": [\"ALSO\"],"
                + " \"summary\": \"A radiofrequency ablation.\", " + REVIEW + "}]";
        assertThat(checks(treatment.replace("NAME", "Radiofrequency ablation").replace("ALSO", "RFA")))
                .isEmpty();
        assertThat(checks(treatment.replace("NAME", "RFA").replace("ALSO", "Radiofrequency ablation")))
                .isEmpty();
        assertThat(checks(treatment.replace("NAME", "RFA").replace("ALSO", "Therapy")))
                .containsExactly(Check.JARGON);
    }

    @Test
    void sectionsThatAreNoObjectsLeaveTheOthersTheirPlaces() {
        CatalogReading reading = Catalogs.readRest("\"treatments\": [{\"id\": \"t\", \"name\": \"T\", " + REVIEW
                + ", \"sections\": [7, {\"id\": \"s\", \"body\": {\"EN\": \"<p>A cure</p>\"}}]}]");
        assertThat(Catalogs.all(reading))
                .containsExactlyInAnyOrder(
                        "error clinic.json:4 /treatments/0/sections/0: '7' - expected an object",
                        "warning clinic.json:4 /treatments/0/sections/1/body/EN: 'cure' - expected no promise like this: say"
                                + " what the treatment can do, and for whom");
    }

    @Test
    void aWordOfTheGlossaryNeedsBothSides() {
        assertThat(Catalogs.errors(Catalogs.read("""
                {"clinic": {"id": "c", "name": "C", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
                  "languages": ["en"], "plainWords": [{"term": "edema", "x": 1}, {"term": {"xx-": "a"}, "plain": 7}, 8]}}
                """)))
                .containsExactly(
                        "error clinic.json:2 /clinic/plainWords/2: '8' - expected an object",
                        "error clinic.json:2 /clinic/plainWords/0: expected 'plain', which is missing",
                        "error clinic.json:2 /clinic/plainWords/0/x: 'x' - expected one of the keys [plain, term]",
                        "error clinic.json:2 /clinic/plainWords/1/term/xx-: 'xx-' - expected a BCP 47 language tag, like es or"
                                + " zh-Hans",
                        "error clinic.json:2 /clinic/plainWords/1/term: '{…}' - expected a text in at least one language",
                        "error clinic.json:2 /clinic/plainWords/1/plain: '7' - expected a text that is not blank, or an"
                                + " object of language tag to text");
    }

    private static List<Check> checks(String rest) {
        CatalogReading reading = Catalogs.readRest(rest);
        assertThat(reading.errors()).isEmpty();
        return reading.problems().stream().map(CatalogProblem::check).toList();
    }
}
