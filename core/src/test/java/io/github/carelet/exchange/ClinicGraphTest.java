package io.github.carelet.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.carelet.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClinicGraphTest {

    private static final String HEAD = """
            {"clinic": {"id": "m", "name": "Maple", "phone": "+16265550100", "timeZone": "America/Los_Angeles", "languages": ["en", "es"]},
            """;
    private static final String PLACE = """
            "locations": [{"id": "l", "name": "Arcadia", "address": {"street": "1 Elm St", "unit": "B", "city": "Arcadia", "country": "US"},
                           "hours": %s}]}
            """;

    @Test
    void aTreatmentIsToldWithWhatItIsForFromTheOtherEnd() {
        Catalog catalog = GeneratedClinic.read(HEAD + """
                "conditions": [{"id": "c", "name": {"en": "Sciatica", "es": "Ciática"}},
                               {"id": "old", "name": "Old", "review": {"withdrawnOn": "2026-12-01"}}],
                "treatments": [{"id": "t", "kind": "injection", "name": "Nerve <block>", "alsoCalled": ["Shot"], "summary": "Numbs.",
                                "treats": ["c", "old"]}]}
                """);

        String json = graph(catalog, "treatments/t", "es")
                .add(catalog.treatment("t").orElseThrow())
                .asOwner()
                .json();

        String base = "https://clinic.example.org/c/pages/";
        assertThat(json)
                .isEqualTo(("{'@context':'https://schema.org','@graph':["
                                + "{'@type':'MedicalWebPage','@id':'BASEtreatments/t?lang=es#page','url':'BASEtreatments/t?lang=es','inLanguage':'es',"
                                + "'publisher':[{'@id':'BASEclinic#clinic'}],'mainEntity':[{'@id':'BASEtreatments/t#treatment'}]},"
                                + "{'@type':'MedicalTherapy','@id':'BASEtreatments/t#treatment','name':'Nerve \\u003cblock>','url':'BASEtreatments/t?lang=es',"
                                + "'description':'Numbs.','alternateName':['Shot']},"
                                + "{'@type':'MedicalCondition','@id':'BASEconditions/c#condition','name':'Ciática','url':'BASEconditions/c?lang=es',"
                                + "'possibleTreatment':[{'@id':'BASEtreatments/t#treatment'}]},"
                                + "{'@type':'MedicalOrganization','@id':'BASEclinic#clinic','name':'Maple'}]}")
                        .replace("BASE", base)
                        .replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource({
        "therapy, '', MedicalTherapy", "medication, '', MedicalTherapy", "procedure, '', TherapeuticProcedure",
        "injection, '', TherapeuticProcedure", "device, '', TherapeuticProcedure", "other, '', MedicalProcedure",
        "procedure, '\"c\"', MedicalTherapy", "other, '\"c\"', MedicalTherapy"
    })
    void theTypeIsThatOfTheKindUnlessOnlyATherapyMayTreat(String kind, String treats, String type) {
        Catalog catalog = GeneratedClinic.read(HEAD + """
                "conditions": [{"id": "c", "name": "C"}],
                "treatments": [{"id": "t", "kind": "%s", "name": "T", "treats": [%s]}]}
                """.formatted(kind, treats));

        JsonNode graph = Graphs.parse(graph(catalog, "treatments/t", "en")
                .add(catalog.treatment("t").orElseThrow())
                .asOwner());

        assertThat(graph.at("/@graph/1/@type").asText()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "fresh, 2026-03-01, 2027-03-01, 2026-03-01",
        "due, 2026-03-01, 2026-12-15, 2026-03-01",
        "due today, 2026-03-01, 2026-12-01, 2026-03-01",
        "overdue, 2026-03-01, 2026-11-30, ''"
    })
    void aReviewIsClaimedAsLongAsItHolds(String state, String reviewedOn, String dueOn, String claimed) {
        Catalog catalog = GeneratedClinic.read(HEAD + """
                "treatments": [{"id": "t", "name": "T", "review": {"reviewedBy": "Ana Ruiz", "credential": "PT",
                                "reviewedOn": "%s", "dueOn": "%s"}}]}
                """.formatted(reviewedOn, dueOn));

        JsonNode page = Graphs.parse(graph(catalog, "treatments/t", "en")
                        .add(catalog.treatment("t").orElseThrow())
                        .asOwner())
                .at("/@graph/0");

        assertThat(page.path("lastReviewed").asText()).as(state).isEqualTo(claimed);
        assertThat(page.at("/reviewedBy/honorificSuffix").asText()).isEqualTo(claimed.isEmpty() ? "" : "PT");
    }

    @Test
    void aReviewThatIsNotShownIsNotClaimed() {
        Catalog catalog = GeneratedClinic.of(3);
        for (JsonLd graph : Graphs.all(catalog)) {
            JsonNode page = Graphs.parse(graph).at("/@graph/0");
            boolean list = page.at("/mainEntity/@type").asText().equals("ItemList");
            if (list) {
                assertThat(page.has("lastReviewed")).isFalse();
            }
        }
        ClinicGraph card = Graphs.graph(catalog, "treatments/t-0", "en", false);
        catalog.treatments().forEach(card::add);
        assertThat(card.asOwner().json()).doesNotContain("lastReviewed", "possibleTreatment");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'weekly': {'mon': ['08:00-12:00', '13:00-17:00'], 'tue': ['08:00-12:00']}} | Monday Tuesday 08:00 12:00; Monday 13:00 17:00 |",
                "{'weekly': {'fri': ['20:00-02:00']}} | Friday 20:00 02:00 |",
                "{'weekly': {'fri': ['20:00-24:00']}} | Friday 20:00 00:00 |",
                "{'weekly': {'sat': ['00:00-24:00']}} | Saturday 00:00 23:59 |",
                "{'weekly': {'sat': ['08:00-08:00']}} | Saturday 08:00 07:59 |",
                "{'weekly': {}, 'exceptions': [{'from': '2026-12-24', 'closed': true}]} | |",
                "{'weekly': {}, 'exceptions': [{'from': '2026-11-20', 'to': '2026-12-02', 'closed': true}]} | | 2026-12-01 2026-12-02 00:00 00:00",
                "{'weekly': {}, 'exceptions': [{'from': '2026-12-10', 'to': '2027-01-05', 'closed': true}]} | | 2026-12-10 2027-01-05 00:00 00:00",
                "{'weekly': {}, 'exceptions': [{'from': '2026-12-05', 'to': '2026-12-06', 'open': ['09:00-11:00', '22:00-01:00']}]} | "
                        + "| 2026-12-05 2026-12-06 09:00 11:00; 2026-12-05 2026-12-06 22:00 01:00",
                "{'weekly': {}, 'exceptions': [{'from': '2026-12-03', 'closed': true}, {'from': '2026-12-02', 'to': '2026-12-04', 'open': ['09:00-10:00']}]} | "
                        + "| 2026-12-02 2026-12-02 09:00 10:00; 2026-12-03 2026-12-03 00:00 00:00; 2026-12-04 2026-12-04 09:00 10:00"
            })
    void everyIntervalIsASpecificationOfItsOwn(String hours, String weekly, String special) {
        Catalog catalog = GeneratedClinic.read(HEAD + PLACE.formatted(hours.replace('\'', '"')));

        JsonNode place = Graphs.parse(graph(catalog, "locations/l", "en")
                        .add(catalog.location("l").orElseThrow())
                        .asOwner())
                .at("/@graph/1");

        assertThat(spoken(place.path("openingHoursSpecification"))).isEqualTo(weekly == null ? "" : weekly);
        assertThat(spoken(place.path("specialOpeningHoursSpecification"))).isEqualTo(special == null ? "" : special);
    }

    private static String spoken(JsonNode specifications) {
        List<String> all = new ArrayList<>();
        specifications.forEach(each -> {
            List<String> words = new ArrayList<>();
            each.path("dayOfWeek").forEach(day -> words.add(day.asText().replace("https://schema.org/", "")));
            List.of("validFrom", "validThrough", "opens", "closes").stream()
                    .filter(each::has)
                    .forEach(name -> words.add(each.path(name).asText()));
            all.add(String.join(" ", words));
        });
        return String.join("; ", all);
    }

    @Test
    void aReferenceOnlyMentions() {
        Catalog catalog = GeneratedClinic.read(HEAD + "\"treatments\": [{\"id\": \"t\", \"name\": \"T\"}]}");

        String json = graph(catalog, "treatments/t", "en")
                .add(catalog.treatment("t").orElseThrow())
                .asReference()
                .json();

        assertThat(json)
                .isEqualTo("{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebPage\",\"mentions\":"
                        + "[{\"@id\":\"https://clinic.example.org/c/pages/treatments/t#treatment\"}]}]}");
    }

    @Test
    void namesAreTheSameInEveryLanguageAndView() {
        Catalog catalog = GeneratedClinic.of(5);
        List<List<String>> names = new ArrayList<>();
        for (String language : List.of("en", "es")) {
            JsonNode graph = Graphs.parse(graph(catalog, "conditions/c-1", language)
                    .add(catalog.condition("c-1").orElseThrow())
                    .asOwner());
            List<String> ids = new ArrayList<>();
            graph.path("@graph").forEach(node -> ids.add(node.path("@id").asText()));
            names.add(ids.subList(1, ids.size()));
        }
        assertThat(names.get(0)).isEqualTo(names.get(1)).allMatch(each -> each.startsWith("https://"));
    }

    @Test
    void nothingEndsTheElementThatHoldsIt() {
        int tried = 0;
        for (JsonLd graph : Graphs.all(GeneratedClinic.of(7))) {
            assertThat(graph.json())
                    .doesNotContain("<")
                    .doesNotContain("Rating")
                    .doesNotContain("\"review\"");
            assertThat(graph.toString()).isEqualTo(graph.json());
            tried += graph.json().contains("\\u003c/script>") ? 1 : 0;
        }
        System.out.println("graphs with a hostile headline that stayed text: " + tried);
        assertThat(tried).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"owner, OWNER", "reference, REFERENCE", "none, NONE"})
    void theWayToSpeakIsACode(String code, JsonLdRole way) {
        assertThat(JsonLdRole.parse(code)).isEqualTo(way);
    }

    @Test
    void anyOtherCodeIsRefused() {
        assertThatThrownBy(() -> JsonLdRole.parse("Owner"))
                .hasMessage("'Owner' is no role for JSON-LD: expected one of owner, reference, none");
    }

    private static ClinicGraph graph(Catalog catalog, String path, String language) {
        return Graphs.graph(catalog, path, language, true);
    }
}
