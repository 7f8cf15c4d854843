package io.github.carelet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Condition;
import io.github.carelet.exchange.CodeIndex.Match;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeIndexTest {

    private static final Catalog CATALOG = GeneratedClinic.read("""
            {"clinic": {"id": "m", "name": "M", "phone": "+16265550100", "timeZone": "America/Los_Angeles", "languages": ["en"]},
             "conditions": [
               {"id": "left", "name": "L", "codes": [{"system": "ICD-10-CM", "code": "M54.32"}, {"system": "ICD-10-CM", "code": "m54.32"}]},
               {"id": "right", "name": "R", "codes": [{"system": "icd10cm", "code": "M54.31"}]},
               {"id": "neck", "name": "N", "codes": [{"system": "2.16.840.1.113883.6.90", "code": "M542"}]},
               {"id": "arthritis", "name": "A", "codes": [{"system": "ICD-10-CM", "code": "M19"}]},
               {"id": "strange", "name": "S", "codes": [{"system": "ICD-10-CM", "code": "no code at all"}]}]}
            """);
    private static final CodeIndex INDEX = CodeIndex.of(CATALOG);

    @ParameterizedTest
    @CsvSource({
        "M5432, EXACT, left", "M542, EXACT, neck", "M543, NARROWER, 'right,left'", "M54, NARROWER, 'neck,right,left'",
        "M5430, RELATED, 'right,left'", "M54301, RELATED, 'right,left'", "M5421, BROADER, neck",
                "M1990, BROADER, arthritis",
        "M545, NONE, ''", "M5, NONE, ''", "M, NONE, ''", "Z99, NONE, ''"
    })
    void aCodeIsFoundOrWhatIsNearest(String code, Match match, String conditions) {
        CodeIndex.Found found = INDEX.find("ICD-10-CM", code);

        assertThat(found.match()).isEqualTo(match);
        assertThat(found.conditions().stream().map(Condition::id).collect(Collectors.joining(",")))
                .isEqualTo(conditions);
    }

    @ParameterizedTest
    @CsvSource({
        "ICD-10-CM, M54.30, M5430",
        "ICD-10-CM, ' m54.30 ', M5430",
        "ICD-10-CM, M5430, M5430",
        "LOINC, 4548-4, 4548-4",
        "SNOMED CT, 23056005, 23056005",
        "Own, a.b, A.B",
        "ICD-10-CM, '', ",
        "ICD-10-CM, '...', ",
        "ICD-10-CM, 'M54 30', ",
        "ICD-10-CM, M54.30<, ",
        "ICD-10-CM, ı54, ",
        "ICD-10-CM, 123456789012345678901, "
    })
    void aCodeIsComparedWithoutItsPoint(String system, String code, String normal) {
        assertThat(CodeIndex.normal(system, code)).isEqualTo(Optional.ofNullable(normal));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ICD-10-CM",
                "icd10cm",
                "ICD 10 CM",
                "ICD10",
                "2.16.840.1.113883.6.90",
                "urn:oid:2.16.840.1.113883.6.90",
                "http://hl7.org/fhir/sid/icd-10-cm",
                " ICD-10-CM "
            })
    void aSystemGoesByManyNames(String name) {
        assertThat(INDEX.system(name)).contains("ICD-10-CM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ICD", "2.16.840.1.113883.6.9", "ICD-11", "http://hl7.org/fhir/sid/icd-10-cm/x"})
    void anyOtherNameIsNone(String name) {
        assertThat(INDEX.system(name)).isEmpty();
    }

    @Test
    void everyCodeOfAGeneratedClinicFindsItsCondition() {
        int tried = 0;
        for (long seed = 0; seed < 20; seed++) {
            CodeIndex index = CodeIndex.of(GeneratedClinic.of(seed));
            for (Condition condition : GeneratedClinic.of(seed).conditions()) {
                String normal = CodeIndex.normal(
                                "ICD-10-CM", condition.codes().get(0).code())
                        .orElseThrow();
                assertThat(index.find("ICD-10-CM", normal))
                        .isEqualTo(new CodeIndex.Found(Match.EXACT, List.of(condition)));
                tried++;
            }
        }
        System.out.println("codes that did not find their condition: 0 of " + tried);
        assertThat(tried).isEqualTo(80);
    }

    @FuzzTest(maxDuration = "20s")
    void anyTextIsACodeOrNone(FuzzedDataProvider data) {
        String system = data.pickValue(INDEX.systems().toArray(String[]::new));
        String text = data.consumeRemainingAsString();
        Optional<String> normal = CodeIndex.normal(system, text);
        normal.ifPresent(code -> {
            assertThat(code).matches("[A-Z0-9.-]{1,20}");
            assertThat(CodeIndex.normal(system, code)).contains(code);
            assertThat(INDEX.find(system, code).conditions().isEmpty())
                    .isEqualTo(INDEX.find(system, code).match() == Match.NONE);
        });
        assertThat(INDEX.system(text).stream()).allMatch(INDEX.systems()::contains);
    }
}
