package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class SubmitHandlerTest {

    private static final String FIRST = "/book?type=first-visit&location=arcadia&condition=sciatica";
    private static final String PT = "/book?type=pt-evaluation&location=arcadia";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Site site;

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
    void sendingTheSameFormTwiceGivesTheSameAnswerTwice() {
        Map<String, List<String>> form = site.patient(FIRST).fields();
        HttpResponse<String> first = site.post("/bookings", form);
        HttpResponse<String> second = site.post("/bookings", form);
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(second.statusCode()).isEqualTo(303);
        assertThat(second.headers().map().get("Location"))
                .isEqualTo(first.headers().map().get("Location"));
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(first.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox ");
    }

    @Test
    void jsonIsAnsweredWithJsonAndTheSameBytesAgain() throws IOException {
        String body = site.patient(FIRST).json();
        HttpResponse<String> first = site.postJson(body);
        HttpResponse<String> second = site.postJson(body);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        JsonNode answer = JSON.readTree(first.body());
        assertThat(answer.fieldNames()).toIterable().containsExactly("reference", "status", "location", "manageUrl");
        assertThat(answer.get("status").asText()).isEqualTo("requested");
        assertThat(answer.get("location").asText()).isEqualTo("arcadia");
        String manage = answer.get("manageUrl").asText();
        assertThat(first.headers().firstValue("Location")).contains(manage);
        assertThat(site.get(manage.substring(Site.BASE.length())).statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void theSameTokenWithOtherFieldsIsNoSecondBooking() throws IOException {
        Filled form = site.patient(FIRST);
        assertThat(site.post("/bookings", form.fields()).statusCode()).isEqualTo(303);
        String spent = form.value("token");
        form.set("phone", "626 555 0199");
        HttpResponse<String> html = site.post("/bookings", form.fields());
        assertThat(html.statusCode()).isEqualTo(422);
        assertThat(html.body()).contains("This form was sent before with other answers.");
        assertThat(Filled.from(html.body()).value("token")).isNotEmpty().isNotEqualTo(spent);
        HttpResponse<String> json = site.postJson(form.json());
        assertThat(json.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(json.body()).get("code").asText()).isEqualTo("idempotency_mismatch");
    }

    @Test
    void jsonNamesEveryErrorByFieldAndCode() throws IOException {
        HttpResponse<String> answer = site.postJson("{\"token\":\"" + site.token() + "\",\"type\":\"first-visit\","
                + "\"location\":\"arcadia\",\"phone\":\"12\",\"oops\":\"<script>\"}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        List<String> errors = JSON.readTree(answer.body()).get("errors").findValuesAsText("field");
        assertThat(errors).containsExactlyInAnyOrder("givenName", "phone", "preferred", "consent", "oops");
        assertThat(answer.body()).doesNotContain("<script>");
    }

    @Test
    void whatLooksLikeAMachineGetsTheAnswerOfEverybody() {
        HttpResponse<String> answer = site.post(
                "/bookings",
                site.patient(FIRST).set("website", "http://x.example").fields());
        assertThat(answer.statusCode()).isEqualTo(303);
        String page = answer.headers().firstValue("Location").orElseThrow().replaceAll("#.*", "");
        assertThat(site.get(page.substring(Site.BASE.length())).body()).contains("Your request has been sent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | application/x-www-form-urlencoded | html",
                "- | application/json | json",
                "*/* | application/x-www-form-urlencoded | html",
                "*/* | application/json | json",
                "text/html | application/json | html",
                "application/json | application/x-www-form-urlencoded | json",
                "application/problem+json | application/x-www-form-urlencoded | json",
                "application/json;q=0.5, text/html;q=0.6 | application/json | html",
                "text/html;q=0.1, application/json | application/x-www-form-urlencoded | json",
                "text/html, application/json | application/x-www-form-urlencoded | html",
                "text/html, application/json | application/json | json",
                "image/png | application/json | json",
                "application/json;q=0 | application/json | html",
                "text/html;q=0 | application/x-www-form-urlencoded | json",
                "text/html;q=0, application/json;q=0 | application/json | json",
                "*/*;q=0 | application/x-www-form-urlencoded | html",
                "- | text/plain | html",
            })
    void theAnswerIsWhatTheClientAcceptsElseWhatItSent(String accept, String type, String expected) {
        Map<String, String> headers =
                accept == null ? Map.of("Content-Type", type) : Map.of("Content-Type", type, "Accept", accept);
        String body = type.endsWith("json") ? "{}" : "token=x";
        HttpResponse<String> answer = site.send("POST", Site.BASE + "/bookings", headers, body);
        assertThat(answer.statusCode()).isIn(403, 415);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith(expected.equals("json") ? "application/problem+json" : "text/html");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox ");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | { | 400 | malformed",
                "application/json | [] | 400 | malformed",
                "application/json | `` | 400 | malformed",
                "application/json | \"\" | 400 | malformed",
                "application/x-www-form-urlencoded | token=%zz | 400 | malformed",
                "application/x-www-form-urlencoded | token=%ff | 400 | malformed",
                "text/plain | token=x | 415 | unsupported_type",
                "multipart/form-data; boundary=x | --x-- | 415 | unsupported_type",
                "application/json; charset=utf-16 | {} | 415 | unsupported_type",
                "nonsense | {} | 415 | unsupported_type",
            })
    void aBodyThatCannotBeReadIsRefused(String type, String body, int status, String code) throws IOException {
        Map<String, String> headers = Map.of("Content-Type", type, "Accept", "application/json");
        HttpResponse<String> answer = site.send("POST", Site.BASE + "/bookings", headers, body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).get("code").asText()).isEqualTo(code);
        HttpResponse<String> html =
                site.send("POST", Site.BASE + "/bookings", Map.of("Content-Type", type, "Accept", "text/html"), body);
        assertThat(html.statusCode()).isEqualTo(status);
        assertThat(Filled.parse(html.body()).select("a[href^=tel:]")).isNotEmpty();
    }

    @Test
    void moreThanSixteenKilobytesAreTooMuch() {
        Map<String, String> headers = Map.of("Content-Type", FORM);
        String fits = "token=" + "x".repeat(16 * 1024 - 6);
        assertThat(site.send("POST", Site.BASE + "/bookings", headers, fits).statusCode())
                .isEqualTo(403);
        assertThat(site.send("POST", Site.BASE + "/bookings", headers, fits + "x")
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void onlyPostIsAllowed(String method) {
        HttpResponse<String> answer = site.send(method, Site.BASE + "/bookings", Map.of(), "");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void aFormThatAFilterOfTheHostHasReadIsNotLost(@TempDir Path other) {
        Filter curious = (request, response, chain) -> {
            request.setCharacterEncoding("UTF-8");
            request.getParameter("_csrf");
            chain.doFilter(request, response);
        };
        try (Site behind = Site.behind(other, curious)) {
            Filled form = behind.form(FIRST).asPatient();
            assertThat(behind.post("/bookings?lang=es", form.fields()).statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void ofAPublicAddressOnlyThePathIsInTheAnswer(@TempDir Path other) {
        URI address = URI.create("https://clinic.example/care");
        try (Site open = Site.with(other, builder -> builder.publicUrl(address))) {
            String page = open.lastStep(FIRST);
            assertThat(Filled.parse(page).expectFirst("form").attr("action"))
                    .isEqualTo("/care/bookings?when=chosen#top");
            HttpResponse<String> answer =
                    open.post("/bookings", Filled.from(page).asPatient().fields());
            assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("/care/bookings/");
        }
    }
}
