package io.github.carelet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is emitted, schema.org 30 allows: types, which properties they have, and what those lead to. */
class VocabularyTest {

    private static final Path SAMPLE = Path.of("..", "examples", "partner-site", "src", "main", "resources", "clinic");

    private final Vocabulary vocabulary = Vocabulary.load();

    @Test
    void everyGraphOfTheSampleAndOfFiftyGeneratedClinicsIsAllowed() {
        List<Catalog> catalogs = new ArrayList<>();
        catalogs.add(CatalogReader.withSamples().read(SAMPLE).catalog().orElseThrow());
        LongStream.range(0, 50).mapToObj(GeneratedClinic::of).forEach(catalogs::add);
        Set<String> used = new TreeSet<>();
        int graphs = 0;
        for (Catalog catalog : catalogs) {
            for (JsonLd graph : Graphs.all(catalog)) {
                JsonNode document = Graphs.parse(graph);
                document.findParents("@type").forEach(node -> node.fieldNames().forEachRemaining(used::add));
                assertThat(vocabulary.problems(document)).as(graph.json()).isEmpty();
                graphs++;
            }
        }
        System.out.println("illegal pairs: 0 in " + graphs + " graphs of " + catalogs.size() + " clinics");
        used.removeIf(term -> term.startsWith("@"));
        assertThat(used)
                .as("the table holds what is emitted and nothing else")
                .containsExactlyElementsOf(vocabulary.properties());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "possibleTreatment\":     | indication\":       | MedicalCondition has no indication",
                "\"MedicalTherapy\"       | \"MedicalProcedure\" | MedicalCondition.possibleTreatment can't be",
                "\"MedicalTherapy\"       | \"MedicalService\"   | no type 'MedicalService'",
                "\"MedicalClinic\"        | \"MedicalCliniq\"    | no type 'MedicalCliniq'",
                "\"MedicalClinic\"        | \"Person\"           | Person has no availableService",
                "\"MedicalClinic\"        | \"MedicalOrganization\" | MedicalOrganization has no availableService",
                "\"MedicalWebPage\"       | \"Article\"          | Article has no lastReviewed",
                "\"2026-03-01\"           | \"2026-3-1\"         | MedicalWebPage.lastReviewed can't be",
                "\"lastReviewed\"         | \"dateReviewed\"     | MedicalWebPage has no dateReviewed",
                "\"reviewedBy\"           | \"review\"           | MedicalWebPage has no review",
                "\"MedicalOrganization\"  | \"CreativeWork\"     | MedicalWebPage.publisher can't be",
                "mainEntity\":[{\"@id\":\"h | mainEntity\":[{\"@id\":\"g | which is not there",
                "\"honorificSuffix\"      | \"worksFor\"         | Person has no worksFor",
                "https://schema.org\"     | https://schema.com\" | no graph of schema.org"
            })
    void anIllegalPairIsSeen(String right, String wrong, String problem) {
        Catalog catalog = GeneratedClinic.read("""
                {"clinic": {"id": "m", "name": "Maple", "phone": "+16265550100", "timeZone": "America/Los_Angeles", "languages": ["en"]},
                 "locations": [{"id": "l", "name": "L", "address": {"street": "1 Elm St", "city": "Arcadia"}}],
                 "conditions": [{"id": "c-0", "name": "C"}],
                 "treatments": [{"id": "t-0", "name": "T", "treats": ["c-0"], "review": {"reviewedBy": "Ana", "credential": "PT",
                                 "reviewedOn": "2026-03-01", "dueOn": "2027-03-01"}}]}
                """);
        String json = Graphs.graph(catalog, "treatments/t-0", "en", true)
                .add(catalog.treatment("t-0").orElseThrow())
                .asOwner()
                .json();
        assertThat(problems(json)).isEmpty();
        assertThat(json).contains(right);

        assertThat(problems(json.replace(right, wrong))).anyMatch(each -> each.contains(problem));
    }

    @Test
    void mostTypesCantTakeEachOthersPlace() {
        int tried = 0;
        int seen = 0;
        for (JsonLd graph : Graphs.all(GeneratedClinic.of(1))) {
            JsonNode document = Graphs.parse(graph);
            for (JsonNode node : document.findParents("@type")) {
                String type = node.path("@type").asText();
                for (String other : vocabulary.types()) {
                    ((ObjectNode) node).put("@type", other);
                    tried++;
                    seen += vocabulary.problems(document).isEmpty() ? 0 : 1;
                }
                ((ObjectNode) node).put("@type", type);
            }
            assertThat(vocabulary.problems(document)).isEmpty();
        }
        System.out.println("exchanged types that were seen: " + seen + " of " + tried);
        assertThat(seen).isGreaterThan(tried / 2).isLessThan(tried);
    }

    private List<String> problems(String json) {
        try {
            return vocabulary.problems(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
