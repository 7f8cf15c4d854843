package io.github.carelet.servlet.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.delivery.WebhookEndpoint;
import io.github.carelet.delivery.WebhookSecret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants 200 strings over HTTP, each once: what patients say in every field of theirs, and what the desk notes, and looks for
 * them wherever they must not be. Where they must be seen, they are.
 */
class CanaryTest {

    private static final int PATIENTS = 25;
    private static final String PREFIX = "qzxv";
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @TempDir
    private Path folder;

    private final List<String> planted = new ArrayList<>();

    /** A word like no other. */
    private String canary() {
        int number = planted.size();
        String word = PREFIX + (char) ('a' + number / 26) + (char) ('a' + number % 26) + "ng";
        planted.add(word);
        return word;
    }

    private List<String> found(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return planted.stream().filter(lower::contains).toList();
    }

    private String files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
            StringBuilder bytes = new StringBuilder();
            all.filter(Files::isRegularFile).forEach(file -> bytes.append(text(file)));
            return bytes.toString();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ask(StaffSite site) {
        String given = canary();
        String reference = site.request(Map.of(
                "type",
                "pt-evaluation",
                "givenName",
                given,
                "familyName",
                canary(),
                "email",
                canary() + "@example.org",
                "insurance",
                canary(),
                "reason",
                "it hurts " + canary(),
                "answers.pain",
                canary(),
                "answers.side",
                "Left"));
        Document page = site.page("ann", "bookings/" + reference);
        assertThat(page.text()).as("who works at the clinic sees it").contains(given);
        site.submit("ann", page, "/contact", Map.of("way", "phone", "result", "no_answer", "note", "rang " + canary()));
        site.submit("ann", site.page("ann", "bookings/" + reference), "/decline", Map.of("note", canary()));
        return reference;
    }

    @Test
    void whatPatientsAndTheDeskSayIsNowhereButWhereItMustBeSeen() throws IOException, SQLException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream watched = new PrintStream(log, true, StandardCharsets.UTF_8);
        Map<String, List<String>> found = new TreeMap<>();
        System.setOut(watched);
        System.setErr(watched);
        try (StaffSite site = new StaffSite(
                folder,
                builder -> builder.webhook(new WebhookEndpoint(
                        "desk", URI.create("https://desk.example/hook"), WebhookSecret.parse(SECRET))))) {
            List<String> references =
                    Stream.generate(() -> ask(site)).limit(PATIENTS).toList();
            found.put("database, log and outbox while open", found(files()));
            found.put("what a stranger gets", found(strangers(site, references)));
            found.put("health, audit trail, deliveries, figures", found(operations(site)));
            String file = site.submit("ann", site.page("ann", "?state=closed"), "/export", Map.of())
                    .body();
            assertThat(found(file)).as("names and contacts are in the file").hasSize(3 * PATIENTS);
            site.setNow(StaffSite.START.plus(Duration.ofDays(400)));
            while (site.carelet().retention().orElseThrow().look() > 0) {
                found.put(
                        "pages after retention",
                        found(site.page("root", "bookings/" + references.get(0)).html()));
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        found.put("database after closing", found(files()));
        found.put("standard output and error", found(log.toString(StandardCharsets.UTF_8)));
        plantInTheClear();
        int control = found(files()).size();
        System.out.println("planted strings found where they must not be: " + found + " of " + planted.size()
                + "; control: " + control + " of 1 written in the clear is found");
        assertThat(planted).hasSize(200);
        assertThat(found)
                .hasSizeGreaterThan(5)
                .allSatisfy((where, what) -> assertThat(what).as(where).isEmpty());
        assertThat(control).isEqualTo(1);
    }

    /** Pages of errors and of whoever has no name at the clinic. */
    private String strangers(StaffSite site, List<String> references) {
        StringBuilder all = new StringBuilder();
        for (String reference : references) {
            for (String path : List.of("/staff/bookings/" + reference, "/api/bookings/" + reference, "/health")) {
                all.append(site.send("GET", StaffSite.BASE + path, Map.of(), "").body());
            }
        }
        all.append(site.send("GET", StaffSite.BASE + "/bookings/" + planted.get(0), Map.of(), "")
                .body());
        Map<String, String> json = Map.of("Content-Type", "application/json");
        all.append(site.send("POST", StaffSite.BASE + "/bookings", json, "{\"" + planted.get(1) + "\": [\"x\"]}")
                .body());
        all.append(site.send("POST", StaffSite.BASE + "/bookings", json, "{\"reason\": " + planted.get(2))
                .body());
        return all.toString();
    }

    private static String operations(StaffSite site) {
        StringBuilder all = new StringBuilder(
                site.send("GET", StaffSite.BASE + "/health", Map.of(), "").body());
        for (String page : List.of("audit", "deliveries", "figures", "count", "closures")) {
            all.append(site.get("root", page).body());
        }
        return all.toString();
    }

    private void plantInTheClear() throws SQLException {
        String file = "jdbc:sqlite:" + folder.resolve("data").resolve("carelet.db");
        try (Connection connection = DriverManager.getConnection(file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update carelet_booking set partner = '" + planted.get(7) + "'");
        }
    }
}
