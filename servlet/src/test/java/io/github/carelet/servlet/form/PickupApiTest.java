package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.PickupCredential;
import io.github.carelet.PickupCredential.Scope;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What systems of the clinic fetch and answer, over HTTP. */
class PickupApiTest {

    private static final String OLD = "old-token-of-forty-characters-0123456789";
    private static final String NEW = "new-token-of-forty-characters-0123456789";
    private static final String READER = "reader-token-of-forty-characters-0123456";
    private static final String ANSWERER = "answer-token-of-forty-characters-0123456";
    private static final String TRUSTED = "trusted-token-of-forty-characters-012345";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void start() {
        site = Site.with(
                folder,
                builder -> builder.pickup(PickupCredential.of("ehr", OLD, Scope.READ, Scope.ANSWER))
                        .pickup(PickupCredential.of("ehr", NEW, Scope.READ, Scope.ANSWER))
                        .pickup(PickupCredential.of("reader", READER, Scope.READ))
                        .pickup(PickupCredential.of("trusted", TRUSTED, Scope.READ, Scope.SENSITIVE))
                        .pickup(PickupCredential.of("answerer", ANSWERER, Scope.ANSWER)));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private String book() throws IOException {
        return book("first-visit", "physical-therapy");
    }

    private String book(String type, String treatment) throws IOException {
        JsonNode form =
                JSON.readTree(site.get("/api/token?source=nerve-pain-article").body());
        String body = """
                {"token": "%s", "ref": "%s", "type": "%s", "location": "arcadia", "preferred": ["2026-12-02/morning"],
                 "givenName": "Canary", "familyName": "Planted", "phone": "626 555 0142", "consent": "2026-11",
                 "treatment": "%s", "patientType": "existing"}
                """.formatted(form.get("token").asText(), form.get("ref").asText(), type, treatment);
        HttpResponse<String> answer = site.postJson(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).get("reference").asText();
    }

    private HttpResponse<String> call(String method, String path, String token, String body, String... more) {
        Map<String, String> headers = new HashMap<>();
        if (!token.isEmpty()) {
            headers.put("Authorization", token.contains(" ") ? token : "Bearer " + token);
        }
        if (!body.isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], more[i + 1]);
        }
        return site.send(method, Site.BASE + "/api/bookings/" + path, headers, body);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    @Test
    void aSystemReadsWhatTheThinEventLeavesOut() throws IOException {
        String reference = book();
        HttpResponse<String> answer = call("GET", reference, OLD, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
        JsonNode json = json(answer);
        assertThat(json.path("status").asText()).isEqualTo("requested");
        assertThat(json.path("patient").path("familyName").asText()).isEqualTo("Planted");
        assertThat(json.path("patient").path("phone").asText()).isEqualTo("+16265550142");
        assertThat(json.path("visit").path("treatment").asText()).isEqualTo("physical-therapy");
        assertThat(json.path("preferred").get(0).asText()).isEqualTo("2026-12-02/morning");
        assertThat(json.path("acknowledged").asBoolean()).isFalse();
    }

    @Test
    void whatIsSensitiveIsForWhoMaySeeIt() throws IOException {
        String reference = book("injection", "nerve-block");
        HttpResponse<String> withheld = call("GET", reference, OLD, "");
        assertThat(json(withheld).path("visit").toString()).isEqualTo("{\"withheld\":true}");
        assertThat(withheld.body()).doesNotContain("nerve-").contains("Planted");
        assertThat(json(call("GET", reference, TRUSTED, ""))
                        .path("partnerSource")
                        .asText())
                .isEqualTo("nerve-pain-article");
        assertThat(json(call("GET", reference, TRUSTED, ""))
                        .path("visit")
                        .path("treatment")
                        .asText())
                .isEqualTo("nerve-block");
    }

    /** Nothing was picked, and the type is for nothing else than what is sensitive. */
    @Test
    void aTypeThatIsForSensitiveTreatmentsOnlySaysAsMuchAsThese() throws IOException {
        String reference = book("injection", "");
        HttpResponse<String> withheld = call("GET", reference, OLD, "");
        assertThat(json(withheld).path("visit").toString()).isEqualTo("{\"withheld\":true}");
        assertThat(withheld.body()).doesNotContain("injection").contains("Planted");
        assertThat(json(call("GET", reference, TRUSTED, "")).path("type").asText())
                .isEqualTo("injection");
    }

    @Test
    void duringARotationBothTokensAreGood() throws IOException {
        String reference = book();
        assertThat(call("GET", reference, OLD, "").statusCode()).isEqualTo(200);
        assertThat(call("GET", reference, NEW, "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''
            wrong-token-of-forty-characters-01234567
            Basic b2xkOnRva2Vu
            Bearer
            Bearer a b
            bearer  new-token-of-forty-characters-012345678
            """)
    void aStrangerLearnsNothing(String token) throws IOException {
        String reference = book();
        for (String path : List.of(reference, "XXXX-XXXX", reference + "/status", reference + "/nothing", "a/b/c")) {
            for (String method : List.of("GET", "POST", "PUT", "DELETE", "OPTIONS")) {
                HttpResponse<String> answer = call(method, path, token, "");
                assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                        .startsWith("Bearer");
                assertThat(answer.body()).doesNotContain("Planted").doesNotContain(reference);
            }
        }
    }

    @Test
    void aTokenInTheUrlOrTheBodyIsNone() throws IOException {
        String reference = book();
        assertThat(call("GET", reference + "?access_token=" + OLD, "", "").statusCode())
                .isEqualTo(401);
        assertThat(call("POST", reference + "/acknowledge", "", "{\"access_token\": \"" + OLD + "\"}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aScopeIsAsFarAsATokenGoes() throws IOException {
        String reference = book();
        HttpResponse<String> refused = call("POST", reference + "/acknowledge", READER, "");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                .contains("insufficient_scope")
                .contains("scope=\"answer\"");
        assertThat(call("GET", reference, ANSWERER, "").statusCode()).isEqualTo(403);
        HttpResponse<String> answered = call("POST", reference + "/status", ANSWERER, "{\"status\": \"declined\"}");
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(json(answered).path("status").asText()).isEqualTo("declined");
        assertThat(answered.body()).doesNotContain("Planted");
    }

    @Test
    void whatWasTakenOverIsMarkedOnceHoweverOftenItIsSaid() throws IOException {
        String reference = book();
        assertThat(call("POST", reference + "/acknowledge", OLD, "").statusCode())
                .isEqualTo(200);
        JsonNode again = json(call("POST", reference + "/acknowledge", OLD, "{}"));
        assertThat(again.path("version").asInt()).isEqualTo(2);
        assertThat(again.path("acknowledged").asBoolean()).isTrue();
        JsonNode numbered = json(call("POST", reference + "/acknowledge", OLD, "{\"number\": \"MRN-7\"}"));
        assertThat(numbered.path("number").asText()).isEqualTo("MRN-7");
        assertThat(json(call("POST", reference + "/acknowledge", NEW, "{\"number\": \"MRN-7\"}"))
                        .path("version")
                        .asInt())
                .isEqualTo(numbered.path("version").asInt());
    }

    @Test
    void theClinicsAnswerIsTakenAndThePatientsPageSaysIt() throws IOException {
        String reference = book();
        HttpResponse<String> confirmed = call(
                "POST",
                reference + "/status",
                OLD,
                "{\"status\": \"confirmed\", \"start\": \"2026-12-02T09:00:00-08:00\"}");
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        assertThat(json(confirmed).path("start").asText()).isEqualTo("2026-12-02T09:00-08:00");
        int version = json(confirmed).path("version").asInt();
        JsonNode same = json(call("POST", reference + "/status", OLD, "{\"status\": \"confirmed\"}"));
        assertThat(same.path("version").asInt()).as("said twice").isEqualTo(version);
        JsonNode moved = json(call(
                "POST",
                reference + "/status",
                OLD,
                "{\"status\": \"confirmed\", \"start\": \"2026-12-02T10:00:00-08:00\"}"));
        assertThat(moved.path("start").asText()).isEqualTo("2026-12-02T10:00-08:00");
        HttpResponse<String> impossible = call("POST", reference + "/status", OLD, "{\"status\": \"declined\"}");
        assertThat(impossible.statusCode()).isEqualTo(409);
        assertThat(json(impossible).path("bookingStatus").asText()).isEqualTo("confirmed");
        assertThat(json(call("POST", reference + "/status", OLD, "{\"status\": \"cancelled\", \"note\": \"ill\"}"))
                        .path("status")
                        .asText())
                .isEqualTo("cancelled");
    }

    @Test
    void timesAreProposed() throws IOException {
        String reference = book();
        HttpResponse<String> proposed = call(
                "POST",
                reference + "/status",
                OLD,
                "{\"status\": \"proposed\", \"starts\": [\"2026-12-02T09:00:00-08:00\", \"2026-12-02T10:00:00-08:00\"],"
                        + " \"until\": \"2026-12-01T12:00:00-08:00\"}");
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(200);
        assertThat(json(proposed).path("offers")).hasSize(2);
    }

    @Test
    void ofTwoWhoAnswerOneIsTold() throws IOException {
        String reference = book();
        HttpResponse<String> first =
                call("POST", reference + "/status", OLD, "{\"status\": \"waitlisted\"}", "If-Match", "\"1\"");
        assertThat(first.statusCode()).isEqualTo(200);
        HttpResponse<String> second =
                call("POST", reference + "/status", OLD, "{\"status\": \"declined\"}", "If-Match", "\"1\"");
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(json(second).path("code").asText()).isEqualTo("outdated");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"status": "confirmed"}                                                | 422 | start required
            {"status": "confirmed", "start": "tomorrow"}                           | 422 | start invalid
            {"status": "confirmed", "start": "2026-11-30T09:59:00-08:00"}          | 422 | too_soon
            {"status": "Canary"}                                                   | 422 | status unknown
            {}                                                                     | 422 | status required
            {"status": "proposed", "starts": ["2026-12-02T09:00:00-08:00"]}        | 422 | until required
            {"status": "declined", "Canary": 1}                                    | 422 | form undeclared
            {"status": "completed"}                                                | 409 | not_possible
            {"status": "declined"                                                  | 400 | malformed
            []                                                                     | 400 | malformed
            """)
    void whatIsWrongIsSaidAndNeverRepeated(String body, int status, String said) throws IOException {
        String reference = book();
        HttpResponse<String> answer = call("POST", reference + "/status", OLD, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode error = json(answer).path("errors").path(0);
        String code = error.isMissingNode()
                ? json(answer).path("code").asText()
                : error.path("field").asText() + " " + error.path("code").asText();
        assertThat(code).isEqualTo(said);
        assertThat(answer.body()).doesNotContain("Canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/json;charset=latin1"})
    void aBodyIsJson(String type) throws IOException {
        String reference = book();
        assertThat(call("POST", reference + "/status", OLD, "{\"status\": \"declined\"}", "Content-Type", type)
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void methodsPathsAndSizesHaveTheirAnswers() throws IOException {
        String reference = book();
        assertThat(call("DELETE", reference, OLD, "").headers().firstValue("Allow"))
                .contains("GET, HEAD");
        assertThat(call("GET", reference + "/status", OLD, "").headers().firstValue("Allow"))
                .contains("POST");
        assertThat(call("GET", "XXXX-XXXX", OLD, "").statusCode()).isEqualTo(404);
        assertThat(call("POST", "XXXX-XXXX/status", OLD, "{\"status\": \"declined\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("POST", reference + "/nothing", OLD, "{}").statusCode()).isEqualTo(404);
        assertThat(call("POST", reference + "/status", OLD, "{\"note\": \"" + "x".repeat(16_400) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void everyCallIsInTheAuditTrail() throws IOException {
        String reference = book();
        long before = site.carelet().audit().orElseThrow().verify().last();
        call("GET", reference, OLD, "");
        call("GET", "XXXX-XXXX", READER, "");
        call("POST", reference + "/acknowledge", READER, "");
        call("POST", reference + "/status", NEW, "{\"status\": \"declined\"}");
        List<String> trail = site.carelet().audit().orElseThrow().latest(Long.MAX_VALUE, 10).stream()
                .filter(each -> each.number() > before)
                .map(each -> each.event().actor() + " " + each.event().action().code() + " "
                        + each.event().about() + " " + each.event().detail())
                .toList();
        String booking = "[" + reference + "]";
        assertThat(trail)
                .containsExactly(
                        "api:ehr read " + booking + " ",
                        "api:ehr change " + booking + " declined",
                        "api:ehr read " + booking + " ",
                        "api:reader refused [] answer",
                        "api:reader read [] ",
                        "api:ehr read " + booking + " ");
    }

    @Test
    void whereNothingIsBookedThereIsNothingToPickUp() {
        try (Site other = Site.showing(folder.resolve("other"), builder -> builder)) {
            assertThat(other.send("GET", Site.BASE + "/api/bookings/K7QM-3XWD", Map.of(), "")
                            .statusCode())
                    .isEqualTo(404);
        }
    }
}
