package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.privacy.AuditAction;
import io.github.carelet.privacy.AuditEvent;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.store.SqlStorage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clinic that has replaced its key, and has thrown the old one away: what it is told of its audit trail. */
class ReplacedKeyTest {

    private static final int NOT_ALL = 3;

    @TempDir
    private Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void whatTheOldKeySealedIsSaidToBeUnverifiedByTheCommandAndByHealth() throws Exception {
        keep("old", "old");
        note(3);
        assertThat(run("audit")).isEqualTo(Demo.DONE);
        keep("new", "old", "new");
        assertThat(run("reencrypt")).isEqualTo(Demo.DONE);
        note(2);
        assertThat(run("audit")).as("with both keys").isEqualTo(Demo.DONE);
        assertThat(health().path("unverified").asInt(-1)).as("with both keys").isZero();

        keep("new", "new");
        assertThat(run("audit")).isEqualTo(NOT_ALL);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("5 entries", "NOT ALL VERIFIED: 3 entries name a key")
                .doesNotContain("NOT AS IT WAS WRITTEN", "as it was written.");
        JsonNode audit = health();
        assertThat(audit.path("unverified").asInt()).isEqualTo(3);
        assertThat(audit.path("verified").asInt()).as("looked at").isEqualTo(5);
        assertThat(audit.path("whole").asBoolean()).as("three are not verified").isFalse();
        assertThat(audit.path("faultless").asBoolean()).as("no fault was found").isTrue();
        assertThat(audit.has("faultAt")).isFalse();
    }

    private void keep(String current, String... ids) throws IOException {
        String keys = Stream.of(ids)
                .map(id -> "{\"id\": \"" + id + "\", \"secret\": \"" + secret(id) + "\"}")
                .collect(Collectors.joining(", "));
        Files.writeString(
                data.resolve(DataFolder.KEY_FILE), "{\"keys\": [" + keys + "], \"current\": \"" + current + "\"}");
    }

    private static String secret(String id) {
        byte[] secret = String.format(Locale.ROOT, "%-32s", id).getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(secret);
    }

    private void note(int times) {
        try (SqlStorage storage = SqlStorage.open(data, KeyRing.load(data.resolve(DataFolder.KEY_FILE)))) {
            for (int i = 0; i < times; i++) {
                storage.audit()
                        .append(new AuditEvent(
                                Instant.parse("2026-11-23T18:00:00Z"), "Kim", AuditAction.LIST, List.of(), ""));
            }
        }
    }

    private int run(String command) {
        out.reset();
        PrintStream said = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Demo(said, said).run(command, data.toString());
    }

    /** Serves the folder, and returns what health says of the trail. */
    private JsonNode health() throws Exception {
        Command.Serve serve = new Command.Serve(
                0, data, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), false);
        try (DemoServer server = DemoServer.start(serve, System.err)) {
            URI health = URI.create(server.address() + DemoServer.MOUNT + "/health");
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return new ObjectMapper().readTree(answer.body()).path("audit");
        }
    }
}
