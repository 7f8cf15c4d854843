package io.github.carelet.servlet.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.privacy.AuditAction;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What patients may ask of the clinic, as an administrator does it. */
class RightsHandlerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PHONE = "626 555 0199";

    @TempDir
    private Path folder;

    private StaffSite site;
    private String first;
    private String second;
    private String spouse;

    @BeforeEach
    void start() {
        site = new StaffSite(folder);
        first = site.request(
                Map.of("phone", PHONE, "email", "ada@example.org", "preferred", List.of("2026-12-02/any")));
        second = site.request(Map.of("givenName", "ADA", "phone", "626 555 0142", "email", "Ada@Example.org"));
        spouse = site.request(Map.of("givenName", "Sam", "phone", PHONE));
        site.request(Map.of("givenName", "Ada", "phone", "626 555 0133"));
        site.submit(
                "ann", page("ann", first), "/contact", Map.of("way", "phone", "result", "no_answer", "note", "rang"));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Document page(String user, String reference) {
        return site.page(user, "bookings/" + reference);
    }

    private static List<String> references(JsonNode file) {
        return file.path("bookings").findValuesAsText("reference");
    }

    @Test
    void allThatIsKeptAboutAPatientIsTakenOutAndNothingOfWhoSharesTheirPhone() throws IOException {
        HttpResponse<String> answer = site.submit("root", page("root", first), "/file", Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"patient.json\"");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        JsonNode file = JSON.readTree(answer.body());
        assertThat(references(file)).containsExactlyInAnyOrder(first, second);
        assertThat(answer.body()).doesNotContain(spouse, "Sam");
        JsonNode booking = file.path("bookings").path(references(file).indexOf(first));
        assertThat(booking.path("patient").path("phone").asText()).isEqualTo("+16265550199");
        assertThat(booking.path("consent").path("version").asText()).isEqualTo("2026-11");
        assertThat(booking.path("history").path(1).path("note").asText()).isEqualTo("rang");
        assertThat(booking.path("seenBy").findValuesAsText("by")).contains("ann", "root");
        assertThat(site.carelet().audit().orElseThrow().latest(Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(last -> {
                    assertThat(last.event().action()).isEqualTo(AuditAction.EXPORT);
                    assertThat(last.event().about()).containsExactlyInAnyOrder(first, second);
                });
    }

    @Test
    void nobodyIsForgottenWhileSomebodyWaitsForThemAndThenInAllTheirBookings() {
        Document page = page("root", first);
        assertThat(site.submit("root", page, "/forget", Map.of("sure", "yes")).statusCode())
                .isEqualTo(409);
        for (String each : List.of(first, second)) {
            site.submit("ann", page("ann", each), "/decline", Map.of("note", "moved away"));
        }
        assertThat(site.submit("root", page, "/forget", Map.of()).statusCode())
                .as("unsure")
                .isEqualTo(422);
        HttpResponse<String> done = site.submit("root", page, "/forget", Map.of("sure", "yes"));

        assertThat(done.statusCode()).isEqualTo(303);
        for (String each : List.of(first, second)) {
            assertThat(page("root", each).text())
                    .doesNotContainIgnoringCase("Ada")
                    .doesNotContain("moved away", "rang");
        }
        assertThat(page("root", spouse).text()).contains("Sam");
        assertThat(site.submit("root", page, "/file", Map.of()).statusCode()).isEqualTo(404);
    }

    /** Whatever of the others were opened would not be what was sealed, and nothing would come of it. */
    @Test
    void whoForgetsOnePatientOpensNothingOfTheOthers() throws SQLException {
        List<String> others = Stream.concat(
                        Stream.of(spouse),
                        IntStream.range(0, 20).mapToObj(i -> site.request(Map.of("givenName", "Other" + i))))
                .toList();
        for (String each : List.of(first, second)) {
            site.submit("ann", page("ann", each), "/decline", Map.of("note", "moved away"));
        }
        // Whoever is not yet in the index is opened once, to be put there.
        site.submit("ann", site.page("ann", ""), "/search", Map.of("q", "Ada"));
        Document page = page("root", first);
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/carelet.db"));
                PreparedStatement breakNote = database.prepareStatement("""
                        insert into carelet_history (booking_id, version, at, actor, status, note, kind)
                        select id, version + 1, updated_at, 'Kim', status, x'00', 'note' from carelet_booking where reference = ?
                        """);
                PreparedStatement breakPatient = database.prepareStatement(
                        "update carelet_booking set identity = x'00', medical = x'00' where reference = ?")) {
            for (String each : others) {
                breakNote.setString(1, each);
                assertThat(breakNote.executeUpdate()).isEqualTo(1);
            }
            long histories = others.stream().filter(this::isBroken).count();
            for (String each : others) {
                breakPatient.setString(1, each);
                assertThat(breakPatient.executeUpdate()).isEqualTo(1);
            }
            HttpResponse<String> done = site.submit("root", page, "/forget", Map.of("sure", "yes"));

            System.out.println("others of whom something was opened when one was forgotten: "
                    + (done.statusCode() == 303 ? 0 : "some") + " of " + others.size()
                    + "; control, whose opened history breaks: " + histories);
            assertThat(histories).isEqualTo(others.size());
            assertThat(done.statusCode()).isEqualTo(303);
        }
        assertThat(page("root", second).text()).contains("No name given");
    }

    private boolean isBroken(String reference) {
        return site.get("root", "bookings/" + reference).statusCode() != 200;
    }

    @Test
    void itIsForAdministratorsWhoMeanIt() {
        assertThat(page("ann", first).select("form[action*=/file]")).isEmpty();
        String path = StaffSite.BASE + "/staff/bookings/" + first;
        for (String what : List.of("/file", "/forget")) {
            assertThat(site.post("ann", path + what, Map.of("sure", List.of("yes")))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(site.post("root", path + what, Map.of("sure", List.of("yes")))
                            .statusCode())
                    .as("without a token")
                    .isEqualTo(403);
        }
    }
}
