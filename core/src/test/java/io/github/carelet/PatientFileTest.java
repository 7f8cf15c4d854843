package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.BookingOutcome.Accepted;
import io.github.carelet.booking.Submission;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.source.FileSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientFileTest {

    private static final String WORDS = "You may use what I write here.";

    @TempDir
    Path folder;

    /** Who agreed twice to the same words, under two versions, agreed to both. */
    @Test
    void itShowsTheWordsOnceForEachVersionThatThePatientAgreedTo() throws IOException {
        agreeing("1");
        try (Carelet carelet = Carelet.builder(FileSource.of(folder.resolve("clinic.json"), CatalogReader.strict()))
                .clock(() -> Instant.parse("2026-11-30T18:00:00Z"))
                .storage(folder.resolve("data"))
                .keys(KeyRing.ephemeral())
                .build()) {
            BookingDesk desk = carelet.bookingDesk().orElseThrow();
            String first = book(desk, "1", "2026-12-02/any");
            agreeing("2");
            assertThat(carelet.reload().isNewest()).isTrue();
            book(desk, "2", "2026-12-03/any");
            book(desk, "2", "2026-12-04/any");

            byte[] file = carelet.patientRights()
                    .orElseThrow()
                    .file(first, "ann")
                    .orElseThrow()
                    .toJson();

            JsonNode agreed = new ObjectMapper().readTree(file).path("agreedTo");
            assertThat(agreed.findValuesAsText("version")).containsExactlyInAnyOrder("1", "2");
            assertThat(agreed.findValuesAsText("text")).containsExactly(WORDS, WORDS);
            assertThat(agreed.findValuesAsText("sha256")).hasSize(2);
        }
    }

    private void agreeing(String version) {
        Clinics.write(
                folder.resolve("clinic.json"),
                Clinics.agreeing(Clinics.named("Maple"), version, WORDS)
                        .replace(
                                "\"id\": \"main\"",
                                "\"id\": \"main\", \"hours\": {\"weekly\": {\"wed\": [\"08:00-12:00\"], \"thu\": [\"08:00-12:00\"], \"fri\": [\"08:00-12:00\"]}}"));
    }

    private static String book(BookingDesk desk, String version, String wish) {
        Map<String, List<String>> fields = Map.of(
                "token", List.of(desk.issueToken(Optional.empty()).value()),
                "type", List.of("visit"),
                "location", List.of("main"),
                "preferred", List.of(wish),
                "givenName", List.of("Ada"),
                "phone", List.of("626-555-0142"),
                "consent", List.of(version));
        return ((Accepted) desk.book(new Submission(fields), "en")).receipt().reference();
    }
}
