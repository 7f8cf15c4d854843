package io.github.carelet.servlet.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.privacy.AuditAction;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
