package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class ManageHandlerTest {

    private Site site;
    private int patients;

    @BeforeAll
    void open(@TempDir Path folder) {
        site = Site.taking(folder);
    }

    @AfterAll
    void close() {
        site.close();
    }

    @BeforeEach
    void backToMonday() {
        site.setNow(Site.START);
    }

    @Test
    void thePageOfABookingIsSandboxedForItsPartnerAndSpeaksItsLanguage() {
        HttpResponse<String> answer = site.get(book("&partner=foothill&lang=es"));
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox ")
                .contains("https://foothill.example");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        Document page = Filled.parse(answer.body());
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("es");
        assertThat(page.text())
                .contains("Su solicitud se ha enviado")
                .contains("Si es una emergencia, llame al 911.")
                .contains("miércoles, 2 de diciembre, por la mañana");
        assertThat(page.title()).isEqualTo("Su solicitud de cita – Clínica Maple Street");
    }

    @Test
    void aLookChangesNothing() {
        String page = book("");
        for (int i = 0; i < 3; i++) {
            assertThat(site.get(page).body()).contains("Your request has been sent");
            assertThat(site.get(page + "/cancel").statusCode()).isEqualTo(405);
        }
        assertThat(site.send("HEAD", Site.BASE + page, Map.of(), "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theDayOfTheAnswerIsADayOnWhichTheLocationIsOpen() {
        site.setNow(Instant.parse("2026-12-04T18:00:00Z"));
        Document page = Filled.parse(site.get(book("", "2026-12-07/morning")).body());
        assertThat(page.text()).contains("We will answer you by Monday, December 7, 2026.");
    }

    @Test
    void aLateAnswerIsOwnedUpTo() {
        String page = book("");
        site.setNow(Site.START.plus(Duration.ofDays(3)));
        assertThat(Filled.parse(site.get(page).body()).text())
                .contains("We have not answered you in time. Call us and tell us your reference.")
                .doesNotContain("We will answer you by");
    }

    @Test
    void callingOffTwiceIsCallingOffOnce() {
        String page = book("");
        Filled form = site.form(page);
        HttpResponse<String> first = site.post(page + "/cancel", form.fields());
        HttpResponse<String> second = site.post(page + "/cancel", form.fields());
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(second.statusCode()).isEqualTo(303);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
    }

    @Test
    void whatWasCalledOffIsNamedAsWhatItWas(@TempDir Path folder) {
        String request = book("");
        site.post(request + "/cancel", site.form(request).fields());
        assertThat(Filled.parse(site.get(request).body()).text())
                .contains("Your request is canceled", "You don't need to do anything more.")
                .doesNotContain("Your visit is canceled");
        try (Site clinic = Site.of(folder, FreeTimesTest.CLINIC)) {
            clinic.setNow(Instant.parse("2026-11-30T18:00:00Z"));
            Filled form = clinic.form("/book?type=exam&location=arcadia")
                    .asPatient()
                    .set("consent", "1")
                    .without("preferred")
                    .set("slot", "2026-12-01T09:00:00-08:00");
            String visit = clinic.post("/bookings", form.fields())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow()
                    .substring(Site.BASE.length())
                    .replaceAll("#.*", "");
            clinic.post(visit + "/cancel", clinic.form(visit).fields());
            assertThat(Filled.parse(clinic.get(visit).body()).text())
                    .contains("Your visit is canceled", "You don't need to do anything more.")
                    .doesNotContain("Your request is canceled");
        }
    }

    @Test
    void aCancellationWithoutAGoodTokenChangesNothingAndKeepsTheReason() {
        String page = book("");
        HttpResponse<String> answer =
                site.post(page + "/cancel", Map.of("token", List.of("x"), "reason", List.of("\"><script>")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("<script>");
        Filled again = Filled.from(answer.body());
        assertThat(again.value("reason")).isEqualTo("\"><script>");
        assertThat(Filled.parse(answer.body()).expectFirst("h1").text()).isEqualTo("Your request has been sent");
        assertThat(site.post(page + "/cancel", again.fields()).statusCode()).isEqualTo(303);
    }

    @Test
    void aReasonThatIsTooLongIsSaidSo() {
        String page = book("");
        Filled form = site.form(page).set("reason", "x".repeat(501));
        HttpResponse<String> answer = site.post(page + "/cancel", form.fields());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Filled.from(answer.body()).value("reason")).hasSize(501);
        assertThat(Filled.parse(answer.body()).select("#top a").eachAttr("href"))
                .containsExactly("#carelet-reason");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bookings/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "/bookings/x",
                "/bookings/",
                "/bookings/%22%3E%3Cscript%3E",
                "/bookings/x/confirm",
                "/bookings/x/calendar.ics",
                "/bookings/x/y/z"
            })
    void whatIsNotThereLooksTheSameWhateverWasTried(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo(site.get("/bookings/nothing").body());
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox ");
    }

    @Test
    void cancellingWhatIsNotThereIsNotFoundEither() {
        Filled form = Filled.from(site.get(book("")).body());
        assertThat(site.post("/bookings/nothing/cancel", form.fields()).statusCode())
                .isEqualTo(404);
        assertThat(site.post("/bookings/nothing/cancel", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void aTokenComesWithTheTextsToAgreeTo() throws IOException {
        HttpResponse<String> answer = site.get("/api/token?type=first-visit&partner=foothill&lang=es");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode json = new ObjectMapper().readTree(answer.body());
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("token", "expires", "consent", "smsConsent", "marketingConsent");
        assertThat(json.get("expires").asText()).isEqualTo("2026-11-30T20:00:00Z");
        assertThat(json.get("consent").toString())
                .isEqualTo(
                        "{\"version\":\"2026-11\",\"text\":\"La clínica puede usar lo que escribo aquí para responderme.\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"type=x", "partner=stranger", "lang=%3Cscript%3E"})
    void aTokenForNobodyIsRefused(String query) {
        HttpResponse<String> answer = site.get("/api/token?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).doesNotContain("stranger", "script");
    }

    @Test
    void aTokenIsOnlyRead() {
        HttpResponse<String> answer = site.post("/api/token", Map.of());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    private String book(String more, String... preferred) {
        patients++;
        Filled form = site.form("/book?type=first-visit&location=arcadia" + more)
                .asPatient()
                .set("email", "patient" + patients + "@example.org");
        if (preferred.length > 0) {
            form.set("preferred", preferred);
        }
        HttpResponse<String> sent = site.post("/bookings", form.fields());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        return sent.headers()
                .firstValue("Location")
                .orElseThrow()
                .substring(Site.BASE.length())
                .replace("#top", "");
    }
}
