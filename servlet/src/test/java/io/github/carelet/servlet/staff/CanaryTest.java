package io.github.carelet.servlet.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.source.FileSource;
import jakarta.mail.internet.MimeMessage;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants 200 strings over HTTP, each once: what patients say in every field of theirs, and what the desk notes, and looks for
 * them wherever they must not be: in what is kept, what is shown, and each byte of what goes out. Where they must be seen,
 * they are.
 */
class CanaryTest {

    private static final int PATIENTS = 25;
    private static final String PREFIX = "qzxv";
    private static final int FIELDS = 8;

    @TempDir
    private Path folder;

    private final List<String> planted = new ArrayList<>();

    /** Who came, how to reach them, and why, where that is not sensitive: what the clinic's own records are told. */
    private final List<String> told = new ArrayList<>();

    private final Map<String, List<String>> found = new TreeMap<>();
    private final Map<String, Integer> controls = new TreeMap<>();

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

    /** Who asked, and every word of theirs and about them. */
    private record Case(String reference, List<String> said) {}

    private Case ask(StaffSite site) {
        boolean sensitive = planted.size() / FIELDS % 5 == 4;
        List<String> said = Stream.generate(this::canary).limit(FIELDS).toList();
        told.addAll(said.subList(0, sensitive ? 3 : 4));
        String reference = site.request(Map.of(
                "type",
                sensitive ? "block-evaluation" : "pt-evaluation",
                "givenName",
                said.get(0),
                "familyName",
                said.get(1),
                "email",
                said.get(2) + "@example.org",
                "reason",
                "it hurts " + said.get(3),
                "insurance",
                said.get(4),
                "answers.pain",
                said.get(5),
                "answers.side",
                "Left"));
        return new Case(reference, said);
    }

    private static void answer(StaffSite site, Case each) {
        String place = "bookings/" + each.reference();
        Document page = site.page("ann", place);
        assertThat(page.text())
                .as("who works at the clinic sees it")
                .contains(each.said().get(0));
        Map<String, String> call = Map.of(
                "way",
                "phone",
                "result",
                "no_answer",
                "note",
                "rang " + each.said().get(6));
        assertThat(site.submit("ann", page, "/contact", call).statusCode()).isEqualTo(303);
        Map<String, String> note = Map.of("note", each.said().get(7));
        assertThat(site.submit("ann", site.page("ann", place), "/decline", note).statusCode())
                .isEqualTo(303);
    }

    private StaffSite site(Outside outside) throws IOException {
        return new StaffSite(
                folder,
                FileSource.of(catalog(), CatalogReader.withSamples()),
                builder -> builder.webhook(outside.hook())
                        .fhir(outside.fhir())
                        .mail(outside.smtp())
                        .egress(outside.rules())
                        .publicUrl(URI.create("https://clinic.example" + StaffSite.BASE)));
    }

    /** Returns the usual clinic, which gets mails here, and where the same can be asked for a sensitive treatment. */
    private Path catalog() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode catalog =
                (ObjectNode) mapper.readTree(CanaryTest.class.getClassLoader().getResourceAsStream(StaffSite.CATALOG));
        ((ObjectNode) catalog.get("clinic")).putArray("notify").add("desk@example.org");
        ArrayNode types = (ArrayNode) catalog.get("appointmentTypes");
        ObjectNode sensitive = types.get(0).deepCopy();
        sensitive.put("id", "block-evaluation").putArray("treatments").add("nerve-block");
        types.add(sensitive);
        return Files.writeString(folder.resolve("clinic.json"), catalog.toString());
    }

    @Test
    void whatPatientsAndTheDeskSayIsNowhereButWhereItMustBeSeen() throws IOException, SQLException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream watched = new PrintStream(log, true, StandardCharsets.UTF_8);
        System.setOut(watched);
        System.setErr(watched);
        try (Outside outside = new Outside()) {
            try (StaffSite site = site(outside)) {
                live(site, outside);
            }
            lookOutside(outside);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        found.put("database after closing", found(files()));
        found.put("standard output and error", found(ours(log.toString(StandardCharsets.UTF_8))));
        plantInTheClear();
        int control = found(files()).size();
        System.out.println("planted strings found where they must not be: " + found + " of " + planted.size()
                + "; controls: " + control + " of 1 written in the clear is found, and " + controls);
        assertThat(planted).hasSize(200);
        assertThat(found)
                .hasSize(10)
                .allSatisfy((where, what) -> assertThat(what).as(where).isEmpty());
        assertThat(control).isEqualTo(1);
    }

    /** What the mail server, which is only here for the test, says of its own users is not for us to keep quiet. */
    private static String ours(String log) {
        return log.lines()
                .filter(line -> !line.contains(" com.icegreen.greenmail."))
                .collect(Collectors.joining("\n"));
    }

    private void live(StaffSite site, Outside outside) throws IOException {
        List<Case> cases = Stream.generate(() -> ask(site)).limit(PATIENTS).toList();
        outside.await(PATIENTS, PATIENTS, 2 * PATIENTS);
        cases.forEach(each -> answer(site, each));
        outside.await(2 * PATIENTS, 2 * PATIENTS, 3 * PATIENTS);
        List<String> references = cases.stream().map(Case::reference).toList();
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
    }

    /** Webhooks say nothing, mails to whom they go, and FHIR what a disclosure permits; each of them could say more. */
    private void lookOutside(Outside outside) {
        assertThat(outside.hooks())
                .hasSize(2 * PATIENTS)
                .allSatisfy(each -> assertThat(each).contains("Webhook-signature: [v1,", "\"reference\""));
        found.put("webhooks", found(outside.hooks().toString()));
        String appointments = outside.resources().toString();
        assertThat(outside.resources()).hasSize(2 * PATIENTS);
        assertThat(found(appointments)).as("what is in appointments").containsExactlyElementsOf(told);
        found.put(
                "appointments",
                found(appointments).stream()
                        .filter(each -> !told.contains(each))
                        .toList());
        found.put("questions to the FHIR server", found(outside.questions().toString()));
        assertThat(outside.mails()).hasSize(3 * PATIENTS);
        found.put("mails, but for their own address", found(mails(outside, true)));
        List<String> addresses = found(mails(outside, false));
        assertThat(addresses).hasSize(PATIENTS);
        new Leak(outside, "Grüße an " + planted.get(3)).run();
        controls.put(
                "of 1 in a webhook that tells",
                found(outside.hooks().toString()).size());
        controls.put("of 1 in a mail that tells", found(mails(outside, true)).size());
        controls.put("in appointments, as permitted", told.size());
        controls.put("addresses of mails", addresses.size());
        assertThat(controls.values()).containsExactlyInAnyOrder(1, 1, 4 * PATIENTS - PATIENTS / 5, PATIENTS);
    }

    private static String mails(Outside outside, boolean withoutTheirs) {
        StringBuilder all = new StringBuilder();
        for (MimeMessage mail : outside.mails()) {
            String read = Outside.read(mail);
            assertThat(read).contains(Outside.recipient(mail));
            all.append(withoutTheirs ? read.replace(Outside.recipient(mail), "") : read);
        }
        return all.toString();
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
