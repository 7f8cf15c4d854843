package io.github.carelet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogWriterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void whatIsWrittenReadsAsTheSameButForWhatIsPrivate() throws IOException {
        Catalog full = read(full());
        Catalog again = read(write(full));

        assertThat(again).isEqualTo(read(withoutPrivate(full()))).isNotEqualTo(full);
        assertThat(write(again)).isEqualTo(write(full));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk@example.org",
                "manager@example.org",
                "clinic@example.org",
                "notify",
                "escalateTo",
                "mailFrom",
                "capacity",
                "pool",
                "perDay",
                "buffer",
                "practitioners\":[\"a-example"
            })
    void whatIsPrivateIsNowhereInIt(String secret) throws IOException {
        String source = full().replace(" ", "");
        assertThat(write(read(full()))).doesNotContain(secret);
        assertThat(source).as("the control: it is in the source").contains(secret);
    }

    @Test
    void ofWithdrawnContentOnlyTheNameAndTheDayStay() throws IOException {
        String source = full().replace("\"withdrawnOn\": null", "\"withdrawnOn\": \"2026-11-23\"");
        Treatment gone = read(write(read(source))).treatment("physical-therapy").orElseThrow();
        assertThat(gone.name())
                .isEqualTo(
                        read(full()).treatment("physical-therapy").orElseThrow().name());
        assertThat(gone.review().withdrawnOn()).contains(TODAY);
        assertThat(gone.sections()).isEmpty();
        assertThat(gone.alsoCalled()).isEmpty();
        assertThat(write(read(source))).doesNotContain("Strength").doesNotContain("rehab");

        String dayBefore = new String(CatalogWriter.write(read(source), TODAY.minusDays(1)), StandardCharsets.UTF_8);
        assertThat(dayBefore).contains("Strength").contains("rehab");
    }

    @Test
    void theSmallestCatalogueComesBackTooWithItsDefaultsLeftOut() {
        String small = """
                {"clinic": {"id": "c", "name": "C", "phone": "+16265550100", "timeZone": "UTC", "languages": ["es"], "sample": true}}""";
        Catalog catalog =
                CatalogReader.withSamples().read(files(small)).catalog().orElseThrow();
        String written = write(catalog);
        assertThat(written)
                .isEqualTo("{\"carelet\":1,\"clinic\":{\"id\":\"c\",\"name\":\"C\",\"phone\":\"+16265550100\","
                        + "\"sample\":true,\"timeZone\":\"UTC\",\"languages\":[\"es\"],\"answerWithin\":\"PT24H\"}}");
        assertThat(CatalogReader.withSamples().read(files(written)).catalog()).contains(catalog);
        assertThat(CatalogReader.strict().read(files(written)).catalog()).isEmpty();
    }

    /** Every kind of hostile text is data: what was read is what comes back. */
    @Test
    void hostileTextComesBackAsItWas() {
        long tried = Stream.of(
                        "\u2028\u2029",
                        "\"}],\"x\":[{\"",
                        "</script><script>",
                        "\\u0000\\",
                        "\u202e",
                        "😀",
                        "{\"en\":1}")
                .peek(text -> {
                    Catalog catalog = read("""
                            {"clinic": {"id": "c", "name": %s, "phone": "+16265550100", "timeZone": "UTC", "languages": ["en"]}}""".formatted(quoted(text)));
                    assertThat(read(write(catalog))).isEqualTo(catalog);
                    assertThat(catalog.clinic().name().in("en").value()).isEqualTo(text.strip());
                })
                .count();
        assertThat(tried).isEqualTo(7);
    }

    private static String quoted(String text) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
    }

    /** The same file by hand, without what is between the clinic and its host. */
    private static String withoutPrivate(String source) {
        String stripped = source;
        for (String each : List.of(
                "\"notify\": [\"desk@example.org\"], ",
                "\"escalateTo\": [\"manager@example.org\"], ",
                "\"mailFrom\": \"clinic@example.org\",",
                "\"bufferBefore\": \"PT5M\", ",
                "\"bufferAfter\": \"PT15M\",",
                "\"perDay\": 12, ",
                "\"capacity\": 2, ",
                "\"pool\": \"pt-room\", ",
                ", \"practitioners\": [\"a-example\"]")) {
            assertThat(stripped).contains(each);
            stripped = stripped.replace(each, "");
        }
        return stripped;
    }

    private static String write(Catalog catalog) {
        return new String(CatalogWriter.write(catalog, TODAY), StandardCharsets.UTF_8);
    }

    private static Catalog read(String json) {
        CatalogReading reading = CatalogReader.strict().read(files(json));
        assertThat(reading.errors()).isEmpty();
        return reading.catalog().orElseThrow();
    }

    private static List<CatalogFile> files(String json) {
        return List.of(new CatalogFile("clinic.json", json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String full() throws IOException {
        try (InputStream resource = Objects.requireNonNull(CatalogWriterTest.class.getResourceAsStream("full.json"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
