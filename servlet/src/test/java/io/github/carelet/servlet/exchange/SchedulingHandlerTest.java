package io.github.carelet.servlet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.carelet.Carelet;
import io.github.carelet.CareletBuilder;
import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.BookingOutcome;
import io.github.carelet.booking.Submission;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.source.FileSource;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulingHandlerTest {

    private static final String MANIFEST = "/fhir/$bulk-publish";
    private static final String SLOTS = "/fhir/slots/main.ndjson";
    private static final String LINK =
            "http://hl7.org/fhir/uv/smart-scheduling-links/StructureDefinition/booking-deep-link";

    private static final String CATALOG = """
            {"carelet": 1,
             "clinic": {"id": "maple", "name": "Maple", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
               "languages": ["en"], "emergency": "In an emergency call 911."},
             "locations": [
               {"id": "main", "name": "Main", "address": {"street": "1 Elm St", "city": "Arcadia", "region": "CA"},
                "hours": {"weekly": {"thu": ["08:00-12:00"]}}},
               {"id": "far", "name": "Far", "address": {"street": "2 Elm St", "city": "Reno", "region": "NV"}}],
             "appointmentTypes": [
               {"id": "visit", "name": "Visit", "mode": "slots", "duration": "PT60M", "locations": ["main"]},
               {"id": "asked", "name": "Asked", "mode": "request", "duration": "PT30M"}]}
            """;

    @TempDir
    Path folder;

    /** A Wednesday. */
    private volatile Instant now = Instant.parse("2026-12-02T18:00:00Z");

    private Carelet carelet;
    private SchedulingHandler handler;

    @BeforeEach
    void open() throws IOException {
        carelet = builder(CATALOG)
                .storage(folder.resolve("data"))
                .keys(KeyRing.ephemeral())
                .publicUrl(URI.create(Clinic.ROOT))
                .build();
        handler = new SchedulingHandler(carelet);
    }

    private CareletBuilder builder(String catalog) throws IOException {
        Path file = Files.writeString(folder.resolve("clinic.json"), catalog);
        return Carelet.builder(FileSource.of(file, CatalogReader.strict())).clock(() -> now);
    }

    @AfterEach
    void close() {
        carelet.close();
    }

    @Test
    void theManifestLeadsToEverythingThatIsPublishedAndSaysForWhichStates() {
        JsonNode manifest = Clinic.json(Clinic.get(handler, MANIFEST));
        assertThat(manifest.path("transactionTime").asText()).isEqualTo("2026-12-02T18:00:00Z");
        assertThat(manifest.path("request").asText()).isEqualTo(Clinic.ROOT + MANIFEST);
        assertThat(manifest.path("error")).isEmpty();
        assertThat(manifest.path("output"))
                .extracting(each ->
                        each.path("type").asText() + " " + each.path("url").asText() + " "
                                + each.path("extension").path("state"))
                .containsExactly(
                        "Location " + Clinic.ROOT + "/fhir/locations.ndjson [\"CA\",\"NV\"]",
                        "Schedule " + Clinic.ROOT + "/fhir/schedules.ndjson [\"CA\",\"NV\"]",
                        "Slot " + Clinic.ROOT + "/fhir/slots/main.ndjson [\"CA\"]");
        manifest.path("output").forEach(each -> {
            Reply reply = Clinic.get(handler, each.path("url").asText().substring(Clinic.ROOT.length()));
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.headers()).containsEntry("Content-Type", "application/fhir+ndjson");
            assertThat(Clinic.text(reply).lines())
                    .allMatch(line -> line.startsWith(
                            "{\"resourceType\":\"" + each.path("type").asText() + "\""))
                    .isNotEmpty();
        });
    }

    /** What is listed can be booked by its link, and is listed no more once the minute is over. */
    @Test
    void aTimeThatIsTakenGoesWithinAMinuteAndNoAnswerIsKeptLonger() {
        Reply before = Clinic.get(handler, SLOTS);
        assertThat(before.headers())
                .containsEntry("Cache-Control", "public, max-age=60")
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Vary", "Accept-Encoding");
        assertThat(slots(before)).hasSize(4 * 5);
        String link = slots(before).get(0);
        assertThat(link).isEqualTo(Clinic.ROOT + "/book?type=visit&location=main&slot=2026-12-03T08%3A00%3A00-08%3A00");
        book(URLDecoder.decode(link.replaceAll(".*slot=", ""), StandardCharsets.UTF_8));

        now = now.plus(Duration.ofSeconds(45));
        Reply meanwhile = Clinic.get(handler, SLOTS);
        assertThat(meanwhile.headers()).containsEntry("Cache-Control", "public, max-age=15");
        assertThat(meanwhile.body()).isEqualTo(before.body());
        assertThat(known(before).status()).isEqualTo(304);

        now = now.plus(Duration.ofSeconds(15));
        assertThat(known(before).status()).isEqualTo(200);
        Reply after = Clinic.get(handler, SLOTS);
        assertThat(slots(after)).hasSize(4 * 5 - 1).doesNotContain(link);
        assertThat(after.headers()).containsEntry("Cache-Control", "public, max-age=60");
        assertThat(known(after).headers()).containsEntry("Cache-Control", "public, max-age=60");
    }

    @Test
    void aNewCatalogueIsToldAtOnce() throws IOException {
        assertThat(Clinic.text(Clinic.get(handler, "/fhir/locations.ndjson"))).contains("\"Far\"");
        Files.writeString(folder.resolve("clinic.json"), CATALOG.replace("\"Far\"", "\"Reno\""));
        carelet.reload();
        assertThat(Clinic.text(Clinic.get(handler, "/fhir/locations.ndjson")))
                .contains("\"Reno\"")
                .doesNotContain("\"Far\"");
    }

    @Test
    void whatIsNotPublishedIsNotThere() {
        for (String path :
                List.of("/fhir", "/fhir/", "/fhir/metadata", "/fhir/slots/nowhere.ndjson", "/fhir/slots/..")) {
            Reply reply = Clinic.get(handler, path);
            assertThat(reply.status()).as(path).isEqualTo(404);
            assertThat(reply.headers()).containsEntry("Access-Control-Allow-Origin", "*");
        }
        Reply post = Clinic.ask(handler, "POST", MANIFEST, Map.of());
        assertThat(post.status()).isEqualTo(405);
        assertThat(post.headers()).containsEntry("Allow", "GET, HEAD");
    }

    @Test
    void whoTakesNoBookingsPublishesLocationsOnly() {
        try (Carelet content = Clinic.published(CareletBuilder::contentOnly)) {
            SchedulingHandler here = new SchedulingHandler(content);
            assertThat(Clinic.json(Clinic.get(here, MANIFEST)).path("output"))
                    .extracting(each -> each.path("type").asText())
                    .containsExactly("Location");
            assertThat(Clinic.text(Clinic.get(here, "/fhir/locations.ndjson"))).contains("\"Arcadia\"");
            assertThat(Clinic.get(here, "/fhir/schedules.ndjson").status()).isEqualTo(404);
            assertThat(Clinic.get(here, "/fhir/slots/arcadia.ndjson").status()).isEqualTo(404);
        }
    }

    @Test
    void withoutAPublicAddressNothingIsPublishedAndThatIsSaid() {
        try (Carelet content = Clinic.open(CareletBuilder::contentOnly)) {
            Reply reply = Clinic.get(new SchedulingHandler(content), MANIFEST);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(Clinic.json(reply).path("code").asText()).isEqualTo("no_public_url");
        }
    }

    private Reply known(Reply reply) {
        return Clinic.ask(
                handler,
                "GET",
                SLOTS,
                Map.of(
                        "If-None-Match",
                        Optional.ofNullable(reply.headers().get("ETag")).orElseThrow()));
    }

    private static List<String> slots(Reply reply) {
        return Clinic.text(reply).lines().map(SchedulingHandlerTest::link).toList();
    }

    private static String link(String line) {
        JsonNode slot = Clinic.json(new Reply(200, Map.of(), line.getBytes(StandardCharsets.UTF_8)));
        return StreamSupport.stream(slot.path("extension").spliterator(), false)
                .filter(each -> each.path("url").asText().equals(LINK))
                .map(each -> each.path("valueUrl").asText())
                .findFirst()
                .orElseThrow();
    }

    private void book(String slot) {
        BookingDesk desk = carelet.bookingDesk().orElseThrow();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("token", List.of(desk.issueToken(Optional.empty()).value()));
        fields.put("type", List.of("visit"));
        fields.put("location", List.of("main"));
        fields.put("slot", List.of(slot));
        fields.put("givenName", List.of("Test"));
        fields.put("familyName", List.of("Patient"));
        fields.put("phone", List.of("+16265550123"));
        fields.put(
                "consent",
                List.of(carelet.publication().catalog().clinic().consent().version()));
        assertThat(desk.book(new Submission(fields), "en")).isInstanceOf(BookingOutcome.Accepted.class);
    }
}
