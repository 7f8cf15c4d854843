package io.github.carelet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
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

        assertThat(again.clinic()).isEqualTo(withoutPrivate(full.clinic()));
        assertThat(again.locations()).isEqualTo(full.locations());
        assertThat(again.conditions()).isEqualTo(full.conditions());
        assertThat(again.treatments()).isEqualTo(full.treatments());
        assertThat(again.practitioners()).isEqualTo(full.practitioners());
        assertThat(again.articles()).isEqualTo(full.articles());
        assertThat(again.appointmentTypes())
                .isEqualTo(full.appointmentTypes().stream()
                        .map(CatalogWriterTest::withoutPrivate)
                        .toList());
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

    private static Clinic withoutPrivate(Clinic clinic) {
        return new Clinic(
                clinic.id(),
                clinic.name(),
                clinic.url(),
                clinic.phone(),
                clinic.fax(),
                clinic.sample(),
                clinic.timeZone(),
                clinic.languages(),
                clinic.emergency(),
                clinic.answerWithin(),
                List.of(),
                List.of(),
                Optional.empty(),
                clinic.consent(),
                clinic.smsConsent(),
                clinic.insuranceAccepted());
    }

    private static AppointmentType withoutPrivate(AppointmentType type) {
        return new AppointmentType(
                type.id(),
                type.name(),
                type.isDefault(),
                type.treatments(),
                type.locations(),
                type.mode(),
                type.duration(),
                type.step(),
                java.time.Duration.ZERO,
                java.time.Duration.ZERO,
                type.notice(),
                type.windowDays(),
                OptionalInt.empty(),
                1,
                type.id(),
                List.of(),
                type.patients(),
                type.hours(),
                type.ask(),
                type.questions());
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
