package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.store.PostgresServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a patient and a monitor see while the whole program runs and its store does not, and what is left of it afterwards. */
class FailingStoreTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    /** Something that keeps a store from working, and what ends that. */
    private interface Harm {
        void change() throws Exception;
    }

    @Test
    void onPostgresqlThatCrashesAndComesBack() throws Exception {
        PostgresServer server = PostgresServer.in(Files.createTempDirectory("carelet-own-postgresql"));
        String url = server.newSchema();
        try (DemoProcess demo = DemoProcess.start(folder.resolve("data"), "--jdbc", url, "--limits", "off")) {
            assertOutage(demo, server::crash, server::comeBack);
            assertThat(bookings(url)).isEqualTo(1);
        }
        server.crash();
    }

    @Test
    void onPostgresqlThatOnlyReads() throws Exception {
        PostgresServer server = PostgresServer.in(Files.createTempDirectory("carelet-own-postgresql"));
        String url = server.newSchema();
        try (DemoProcess demo = DemoProcess.start(folder.resolve("data"), "--jdbc", url, "--limits", "off")) {
            assertOutage(demo, () -> readOnly(server, "on"), () -> readOnly(server, "off"));
            assertThat(bookings(url)).isEqualTo(1);
        }
        server.crash();
    }

    @Test
    void onPostgresqlWhoseDiskIsFull() throws Exception {
        Path home = Files.createTempDirectory("carelet-own-postgresql");
        PostgresServer server = PostgresServer.in(home);
        Path small = home.resolve("small");
        try (SmallDisk disk = SmallDisk.at(small, 8).ownedBy("postgres")) {
            server.admin("create tablespace small location '" + small + "'");
            server.admin("alter database postgres set default_tablespace = small");
            String url = server.newSchema();
            try (DemoProcess demo = DemoProcess.start(folder.resolve("data"), "--jdbc", url, "--limits", "off")) {
                assertOutage(demo, disk::fill, disk::empty);
                assertThat(bookings(url)).isEqualTo(1);
            }
            server.crash();
        }
    }

    @Test
    void onPostgresqlThatCanWriteNothingAhead() throws Exception {
        Path home = Files.createTempDirectory("carelet-own-postgresql");
        PostgresServer server = PostgresServer.in(home);
        Path small = home.resolve("small");
        try (SmallDisk disk = SmallDisk.at(small, 80).ownedBy("postgres")) {
            server.crash();
            server.writeAheadOn(small);
            server.comeBack();
            String url = server.newSchema();
            try (DemoProcess demo = DemoProcess.start(folder.resolve("data"), "--jdbc", url, "--limits", "off")) {
                assertOutage(demo, () -> fillLog(disk, server), () -> {
                    disk.empty();
                    server.crash();
                    server.comeBack();
                });
                assertThat(bookings(url)).isEqualTo(1);
            }
            server.crash();
        }
    }

    /** Goes on to the next file of the log until there is no room for one, whereupon the server gives up. */
    private static void fillLog(SmallDisk disk, PostgresServer server) throws IOException {
        disk.fill();
        int files = 0;
        try {
            while (true) {
                server.admin("begin; create table full_" + files + " (); commit; select pg_switch_wal()");
                assertThat(++files).as("files of a log on a full disk").isLessThan(10);
            }
        } catch (IllegalStateException full) {
            assertThat(full).hasRootCauseInstanceOf(SQLException.class);
        }
    }

    @Test
    void onSqliteWhoseDiskIsFull() throws Exception {
        try (SmallDisk disk = SmallDisk.at(folder.resolve("data"), 4);
                DemoProcess demo = DemoProcess.start(folder.resolve("data"))) {
            assertOutage(demo, disk::fill, disk::empty);
        }
    }

    @Test
    void onSqliteThatMayNotBeWrittenAnyMore() throws Exception {
        try (DemoProcess demo = DemoProcess.start(folder.resolve("data"))) {
            Path written = folder.resolve("data").resolve(database().getFileName() + "-wal");
            try (FrozenFile frozen = FrozenFile.of(written)) {
                assertOutage(demo, frozen::freeze, frozen::thaw);
            }
        }
    }

    @Test
    void onSqliteThatSomebodyElseHasLocked() throws Exception {
        try (DemoProcess demo = DemoProcess.start(folder.resolve("data"))) {
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database())) {
                assertOutage(demo, () -> execute(other, "begin immediate"), () -> execute(other, "rollback"));
            }
        }
    }

    @Test
    void whatIsAnsweredWhileAServerCrashesUnderLoadIsThereAndNothingElse() throws Exception {
        PostgresServer server = PostgresServer.in(Files.createTempDirectory("carelet-own-postgresql"));
        String url = server.newSchema();
        try (DemoProcess demo = DemoProcess.start(folder.resolve("data"), "--jdbc", url, "--limits", "off")) {
            List<String> forms = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                forms.add(DemoPatient.filledIn(demo, "Kim" + i));
            }
            List<Integer> during = sendAll(demo, forms, server);
            long unavailable = during.stream().filter(each -> each == 503).count();
            long accepted = during.stream().filter(each -> each == 303).count();

            server.comeBack();
            long kept = bookings(url);
            // Where the server died between the commit and its word of it, the patient was told to try again.
            System.out.println(accepted + " of " + during.size() + " accepted, " + unavailable
                    + " told to try again while the server crashed; kept after the crash: " + kept);
            assertThat(accepted + unavailable).as("no other answer than these").isEqualTo(during.size());
            assertThat(kept).isBetween(accepted, accepted + unavailable);
            assertThat(unavailable).as("control: the crash was felt").isPositive();
            awaitHealth(demo);
            for (String form : forms) {
                assertThat(DemoPatient.post(demo, form).statusCode()).isEqualTo(303);
            }
            assertThat(bookings(url)).as("each once").isEqualTo(forms.size());
        }
        server.crash();
    }

    @Test
    void aBookingOnPostgresqlIsThereAfterTheProgramWasKilled() throws Exception {
        String url = PostgresServer.shared().newSchema();
        String body;
        HttpResponse<String> first;
        try (DemoProcess demo = DemoProcess.start(folder.resolve("data"), "--jdbc", url, "--limits", "off")) {
            body = DemoPatient.filledIn(demo);
            first = DemoPatient.post(demo, body);
            demo.kill();
        }
        assertThat(first.statusCode()).isEqualTo(303);
        try (DemoProcess demo = DemoProcess.start(folder.resolve("data"), "--jdbc", url, "--limits", "off")) {
            String location = first.headers().firstValue("Location").orElseThrow();
            assertThat(DemoPatient.get(demo, location.substring(0, location.indexOf('#')))
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> again = DemoPatient.post(demo, body);
            assertThat(again.headers().firstValue("Location")).contains(location);
            assertThat(bookings(url)).isEqualTo(1);
        }
    }

    private static List<Integer> sendAll(DemoProcess demo, List<String> forms, PostgresServer server) throws Exception {
        ExecutorService patients = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (String form : forms) {
                answers.add(patients.submit(() -> DemoPatient.post(demo, form).statusCode()));
            }
            answers.get(0).get();
            server.crash();
            List<Integer> codes = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                codes.add(answer.get(5, TimeUnit.MINUTES));
            }
            return codes;
        } finally {
            patients.shutdownNow();
        }
    }

    /** The same form is refused with all that was typed, and accepted when the harm is over, without a restart. */
    private static void assertOutage(DemoProcess demo, Harm harm, Harm end) throws Exception {
        String form = DemoPatient.filledIn(demo, "Kim Kept");
        assertThat(health(demo, 200).path("store").asText()).isEqualTo("ok");
        harm.change();

        HttpResponse<String> page = DemoPatient.post(demo, form);
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        Document kept = Jsoup.parse(page.body());
        assertThat(kept.select("[name=givenName]").val()).isEqualTo("Kim Kept");
        assertThat(kept.select("a[href^=tel:]")).isNotEmpty();
        HttpResponse<String> json = DemoPatient.post(demo, form, "application/json");
        assertThat(json.statusCode()).isEqualTo(503);
        assertThat(json.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JSON.readTree(json.body()).path("code").asText()).isEqualTo("unavailable");
        JsonNode health = health(demo, 503);
        assertThat(health.path("status").asText()).isEqualTo("unavailable");
        assertThat(health.path("store").asText()).isEqualTo("unavailable");

        end.change();
        awaitHealth(demo);
        HttpResponse<String> accepted = DemoPatient.post(demo, form);
        assertThat(accepted.statusCode()).isEqualTo(303);
        assertThat(DemoPatient.post(demo, form).headers().firstValue("Location"))
                .isEqualTo(accepted.headers().firstValue("Location"));
        assertThat(health(demo, 200).path("store").asText()).isEqualTo("ok");
    }

    /** A pool that is used all the time finds out only by use that a connection is dead. */
    private static void awaitHealth(DemoProcess demo) throws IOException, InterruptedException {
        int asked = 0;
        while (DemoPatient.get(demo, "/carelet/health").statusCode() != 200) {
            assertThat(++asked).as("looks at its health until it is well again").isLessThan(50);
        }
    }

    private static JsonNode health(DemoProcess demo, int status) throws IOException, InterruptedException {
        HttpResponse<String> health = DemoPatient.get(demo, "/carelet/health");
        assertThat(health.statusCode()).as(health.body()).isEqualTo(status);
        return JSON.readTree(health.body());
    }

    private static void readOnly(PostgresServer server, String value) {
        server.admin("begin; set transaction read write;"
                + " alter database postgres set default_transaction_read_only = " + value + "; commit");
        server.admin("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where pid <> pg_backend_pid() and backend_type = 'client backend'");
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private static long bookings(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from carelet_booking")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Path database() throws IOException {
        try (var files = Files.list(folder.resolve("data"))) {
            return files.filter(each -> each.toString().endsWith(".db"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
