package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table by which every channel is judged. */
@TestInstance(Lifecycle.PER_CLASS)
class DisclosureTest {

    private static final String CATALOG = """
            {"carelet": 1,
             "clinic": {"id": "maple", "name": "Maple", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
               "languages": ["en"], "emergency": "In an emergency call 911."},
             "locations": [{"id": "arcadia", "name": "Arcadia", "address": {"street": "1 Elm St", "city": "Arcadia"}}],
             "conditions": [{"id": "sprain", "name": "Sprain", "summary": "Pain"},
               {"id": "both", "name": "Both", "summary": "Pain"},
               {"id": "private", "name": "Private", "summary": "Pain"},
               {"id": "untreated", "name": "Untreated", "summary": "Pain"}],
             "treatments": [
               {"id": "plain", "kind": "therapy", "name": "Plain", "summary": "Exercise", "treats": ["sprain", "both"]},
               {"id": "secret", "kind": "therapy", "name": "Secret", "summary": "Exercise", "sensitivity": "sensitive",
                "treats": ["both", "private"]}],
             "appointmentTypes": [
               {"id": "any", "name": "Any", "duration": "PT45M"},
               {"id": "mixed", "name": "Mixed", "duration": "PT45M", "treatments": ["plain", "secret"]},
               {"id": "plain-only", "name": "Plain only", "duration": "PT45M", "treatments": ["plain"]},
               {"id": "secret-only", "name": "Secret only", "duration": "PT45M", "treatments": ["secret"]}]}
            """;

    private Catalog catalog;

    @BeforeAll
    void read(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("clinic.json"), CATALOG);
        catalog = CatalogReader.strict().read(file).catalog().orElseThrow();
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource(textBlock = """
            any,         plain,  ,          TOLD
            any,         secret, ,          WITHHELD
            any,         gone,   ,          UNKNOWN
            any,         ,       ,          TOLD
            mixed,       ,       ,          TOLD
            mixed,       secret, ,          WITHHELD
            plain-only,  ,       ,          TOLD
            secret-only, ,       ,          WITHHELD
            secret-only, plain,  ,          WITHHELD
            secret-only, gone,   ,          WITHHELD
            gone,        ,       ,          UNKNOWN
            gone,        plain,  ,          UNKNOWN
            gone,        secret, ,          WITHHELD
            any,         ,       sprain,    TOLD
            any,         ,       both,      TOLD
            any,         ,       untreated, TOLD
            any,         ,       private,   WITHHELD
            any,         plain,  private,   WITHHELD
            any,         ,       gone,      UNKNOWN
            any,         plain,  gone,      UNKNOWN
            any,         secret, sprain,    WITHHELD
            """)
    void whatIsNamedIsToldUnlessSomethingOfItIsOrMayBeSensitive(
            String type, String treatment, String condition, Disclosure disclosure) {
        Booking booking = BookingSamples.about(type, Optional.ofNullable(treatment), Optional.ofNullable(condition));

        assertThat(Disclosure.of(catalog, booking)).isEqualTo(disclosure);
    }
}
