package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.privacy.AuditAction;
import io.github.carelet.privacy.AuditEvent;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.store.SqlStorage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void reportsBadArgumentsOnStandardError() {
        assertThat(run("--limits", "on", "--port", "x")).isEqualTo(Demo.BAD_ARGUMENTS);

        assertThat(text(err))
                .isEqualTo(
                        lines("--limits 'on' is unknown: expected off", "--port 'x' is no port: expected 0 to 65535"));
        assertThat(text(out)).isEmpty();
    }

    @Test
    void explainsItsOptions() {
        assertThat(run("--help")).isEqualTo(Demo.DONE);

        assertThat(text(out)).startsWith("java -jar partner-site.jar [--port N]");
    }

    @Test
    void findsNothingWrongWithTheSampleClinic() {
        Path clinic = Path.of("src/main/resources/clinic");

        assertThat(run("check", clinic.toString())).isEqualTo(Demo.DONE);
        assertThat(text(out)).startsWith("0 errors, ");
    }

    @Test
    void printsWarningsWithTheirPlacesAndCountsThem() throws IOException {
        Path hard = Files.writeString(folder.resolve("clinic.json"), """
                {"clinic": {"id": "c", "name": "C", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
                  "languages": ["en"]},
                 "conditions": [{"id": "a", "name": "A", "summary": "We cure edema.",
                  "review": {"reviewedOn": "2026-01-01"}}]}
                """);

        assertThat(run("check", hard.toString())).isEqualTo(Demo.DONE);
        assertThat(text(out))
                .contains("clinic.json:3 /conditions/0/summary: 'cure' - expected no promise")
                .endsWith("0 errors, 2 warnings (1 jargon, 1 promise)" + System.lineSeparator());
    }

    @Test
    void printsEveryProblemOfACatalogue() throws IOException {
        Path broken = Files.writeString(folder.resolve("clinic.json"), "{\"carelet\": 1, \"clinics\": {}, \"x\": 1}");

        assertThat(run("check", broken.toString())).isEqualTo(Demo.FAILED);
        assertThat(text(out)).contains("error ", "clinics", "/x", " errors, ");
    }

    @Test
    void saysWhetherTheAuditTrailIsAsItWasWritten() throws Exception {
        Path data = folder.resolve("data");
        assertThat(run("audit", data.toString())).as("nothing is there").isEqualTo(Demo.FAILED);
        KeyRing keys = KeyRing.loadOrCreate(data.resolve(DataFolder.KEY_FILE));
        try (SqlStorage storage = SqlStorage.open(data, keys)) {
            for (int i = 0; i < 3; i++) {
                storage.audit()
                        .append(new AuditEvent(
                                Instant.parse("2026-11-23T18:00:00Z"), "Kim", AuditAction.LIST, List.of(), ""));
            }
        }
        assertThat(run("audit", data.toString())).isEqualTo(Demo.DONE);
        assertThat(text(out)).contains("3 entries, the last one is number 3 with mark ", "as it was written");
        out.reset();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("carelet.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("drop trigger carelet_audit_no_update");
            statement.executeUpdate("update carelet_audit set actor = 'Sam' where number = 2");
        }
        assertThat(run("audit", data.toString())).isEqualTo(Demo.FAILED);
        assertThat(text(out)).contains("NOT AS IT WAS WRITTEN: entry 2 ");
    }

    @Test
    void copiesBookingsPutsThemBackAndEncryptsThemAnew() throws IOException {
        Path data = folder.resolve("data");
        Path copy = folder.resolve("copy.db");
        Path back = folder.resolve("back");
        assertThat(run("backup", data.toString(), "--out", copy.toString())).isEqualTo(Demo.FAILED);
        assertThat(run("reencrypt", data.toString())).as("nothing is there").isEqualTo(Demo.FAILED);
        SqlStorage.open(data, KeyRing.loadOrCreate(data.resolve(DataFolder.KEY_FILE)))
                .close();
        assertThat(run("backup", data.toString(), "--out", copy.toString())).isEqualTo(Demo.DONE);
        assertThat(run("restore", copy.toString(), "--out", back.toString()))
                .as("no keys")
                .isEqualTo(Demo.FAILED);
        Files.copy(
                data.resolve(DataFolder.KEY_FILE), Files.createDirectories(back).resolve(DataFolder.KEY_FILE));
        assertThat(run("restore", copy.toString(), "--out", back.toString())).isEqualTo(Demo.DONE);
        assertThat(run("reencrypt", back.toString())).isEqualTo(Demo.DONE);
        assertThat(text(out)).contains("No booking needs another key");
        assertThat(run("restore", copy.toString())).isEqualTo(Demo.BAD_ARGUMENTS);
    }

    @Test
    void doesNotStartWithABrokenCatalogueAndSaysWhatIsWrongWithIt() throws IOException {
        Path broken = Files.writeString(folder.resolve("clinic.json"), "{\"carelet\": 1, \"x\": 1, \"y\": 2}");

        assertThat(serve("--port", "0", "--catalog", broken.toString())).isEqualTo(Demo.FAILED);
        assertThat(text(err)).contains("clinic.json:1 /x", "clinic.json:1 /y").doesNotContain("\tat ");
    }

    @Test
    void doesNotStartOnAPortInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            assertThat(serve("--port", Integer.toString(taken.getLocalPort()))).isEqualTo(Demo.FAILED);

            assertThat(text(err))
                    .startsWith("Port " + taken.getLocalPort() + " can't be used (")
                    .hasLineCount(1);
        }
    }

    @Test
    void doesNotStartOnADataFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");

        assertThat(run("--port", "0", "--data", file.toString())).isEqualTo(Demo.FAILED);
        assertThat(text(err))
                .startsWith("The data folder '" + file + "' can't be written")
                .hasLineCount(1);
    }

    @Test
    void doesNotStartWithABrokenKeyFileAndKeepsIt() throws IOException {
        Path keys = Files.writeString(
                Files.createDirectories(folder.resolve("data")).resolve("keys.json"), "{}");

        assertThat(serve("--port", "0")).isEqualTo(Demo.FAILED);
        assertThat(text(err)).startsWith(keys + " is no key file: ").hasLineCount(1);
        assertThat(keys).hasContent("{}");
    }

    @Test
    void doesNotMakeNewKeysForOldBookings() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("carelet.db"), "");

        assertThat(serve("--port", "0")).isEqualTo(Demo.FAILED);
        assertThat(text(err))
                .startsWith("The key file " + data.resolve("keys.json") + " is missing")
                .hasLineCount(1);
        assertThat(data.resolve("keys.json")).doesNotExist();
    }

    private int serve(String... more) {
        Stream<String> usual = Stream.of("--data", folder.resolve("data").toString());
        return run(Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
    }

    private int run(String... args) {
        return new Demo(stream(out), stream(err)).run(args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String lines(String... lines) {
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }
}
