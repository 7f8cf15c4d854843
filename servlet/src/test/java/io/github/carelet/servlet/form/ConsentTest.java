package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.PickupCredential;
import io.github.carelet.PickupCredential.Scope;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.HistoryEntry;
import io.github.carelet.booking.OpenedBooking;
import io.github.carelet.privacy.AuditEntry;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What patients agree to, word for word, and how they take it back. */
@TestInstance(Lifecycle.PER_CLASS)
class ConsentTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SYSTEM = "system-token-of-forty-characters-0123456";
    private static final String SPANISH = "La clínica puede usar lo que escribo aquí para responderme.";

    private Site site;
    private int patients;

    @BeforeAll
    void open(@TempDir Path folder) {
        site = Site.with(folder, builder -> builder.pickup(PickupCredential.of("ehr", SYSTEM, Scope.READ)));
    }

    @AfterAll
    void close() {
        site.close();
    }

    private record Booked(String reference, String page) {}

    private HttpResponse<String> send(String language, Map<String, String> agreed) throws IOException {
        ObjectNode fields = JSON.createObjectNode()
                .put("token", site.token())
                .put("type", "first-visit")
                .put("location", "arcadia")
                .put("lang", language)
                .put("givenName", "Canary")
                .put("familyName", "Planted")
                .put("phone", "626 555 01" + (10 + patients++));
        fields.putArray("preferred").add("2026-12-02/morning");
        agreed.forEach(fields::put);
        return site.postJson(fields.toString());
    }

    private Booked book(String language, Map<String, String> agreed) throws IOException {
        HttpResponse<String> answer = send(language, agreed);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode json = JSON.readTree(answer.body());
        String page = json.get("manageUrl").asText();
        return new Booked(
                json.get("reference").asText(),
                page.substring(Site.BASE.length()).replaceFirst("\\?.*", ""));
    }

    private Booked agreeing() throws IOException {
        return book("es", Map.of("consent", "2026-11", "smsConsent", "sms-1", "marketingConsent", "news-1"));
    }

    private JsonNode told(Booked booked) throws IOException {
        HttpResponse<String> answer = site.send(
                "GET",
                Site.BASE + "/api/bookings/" + booked.reference(),
                Map.of("Authorization", "Bearer " + SYSTEM),
                "");
        return JSON.readTree(answer.body()).path("consent");
    }

    private OpenedBooking opened(Booked booked) {
        return site.carelet()
                .inbox()
                .orElseThrow()
                .of("test")
                .open(booked.reference())
                .orElseThrow();
    }

    private static String sha256(String language, String text) throws Exception {
        byte[] bytes = (language + "\n" + text).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void theTokenTellsEachTextByItself() throws IOException {
        JsonNode token = JSON.readTree(site.get("/api/token?lang=es").body());

        assertThat(token.path("consent").path("text").asText()).isEqualTo(SPANISH);
        assertThat(token.path("smsConsent").path("version").asText()).isEqualTo("sms-1");
        assertThat(token.path("marketingConsent").path("version").asText()).isEqualTo("news-1");
    }

    @Test
    void theFormAsksForEachByItselfAndTicksNothing() {
        Document form = Filled.parse(site.lastStep("/book?type=first-visit&location=arcadia"));

        for (String name : List.of("consent", "smsConsent", "marketingConsent")) {
            assertThat(form.select("input[type=checkbox][name=" + name + "]"))
                    .as(name)
                    .hasSize(1);
            assertThat(form.select("input[name=" + name + "][checked]"))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void theHashIsThatOfTheWordsThatWereShownAndTheWordsAreFoundByIt() throws Exception {
        Booked booked = agreeing();
        JsonNode told = told(booked);

        assertThat(told.path("version").asText()).isEqualTo("2026-11");
        assertThat(told.path("sha256").asText()).isEqualTo(sha256("es", SPANISH));
        assertThat(told.path("smsSha256").asText())
                .isEqualTo(sha256("es", "La clínica puede enviarme mensajes de texto sobre esta visita."));
        assertThat(told.path("marketingSha256").asText())
                .isEqualTo(sha256("es", "La clínica puede enviarme novedades y ofertas."));
        JsonNode file = JSON.readTree(site.carelet()
                .patientRights()
                .orElseThrow()
                .file(booked.reference(), "ann")
                .orElseThrow()
                .toJson());
        assertThat(file.path("agreedTo")).hasSize(3);
        assertThat(file.path("agreedTo").get(0).path("sha256")).isEqualTo(told.path("sha256"));
        assertThat(file.path("agreedTo").get(0).path("text").asText()).isEqualTo(SPANISH);
    }

    @Test
    void inAnotherLanguageTheHashIsAnother() throws Exception {
        JsonNode told = told(book("en", Map.of("consent", "2026-11")));

        assertThat(told.path("sha256").asText())
                .isEqualTo(sha256("en", "The clinic may use what I write here to answer my request."));
        assertThat(told.has("smsVersion")).isFalse();
        assertThat(told.has("marketingVersion")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"smsConsent, sms-0", "marketingConsent, news-0", "marketingConsent, sms-1"})
    void nobodyAgreesToWhatTheyWereNotShown(String field, String version) throws IOException {
        HttpResponse<String> answer = send("en", Map.of("consent", "2026-11", field, version));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(answer.body()).at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(JSON.readTree(answer.body()).at("/errors/0/code").asText()).isEqualTo("outdated");
    }

    @Test
    void thePatientTakesBackOneThingOnceAndNothingElse() throws IOException {
        Booked booked = agreeing();
        Document page = Filled.parse(site.get(booked.page()).body());
        assertThat(page.select("form[action*=/revoke] button[name=what]"))
                .extracting(button -> button.val())
                .containsExactly("sms", "marketing");
        assertThat(page.text()).doesNotContain("Planted", "Canary");
        Map<String, List<String>> fields = Map.of(
                "token",
                        List.of(page.expectFirst("form[action*=/revoke] [name=token]")
                                .val()),
                "what", List.of("sms"));

        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = site.post(booked.page() + "/revoke", fields);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains(Site.BASE + booked.page() + "#top");
        }

        Document after = Filled.parse(site.get(booked.page()).body());
        assertThat(after.select("form[action*=/revoke] button[name=what]"))
                .extracting(button -> button.val())
                .containsExactly("marketing");
        assertThat(after.text())
                .contains(
                        "Mensajes de texto: retiró su consentimiento, para esta cita y para otras con el mismo nombre");
        assertThat(after.select("form[action*=/cancel]"))
                .as("the request can still be called off")
                .hasSize(1);
        JsonNode told = told(booked);
        assertThat(told.has("smsVersion")).isFalse();
        assertThat(told.path("smsRevoked").path("version").asText()).isEqualTo("sms-1");
        assertThat(told.path("smsRevoked").path("at").asText()).isEqualTo(Site.START.toString());
        assertThat(told.path("marketingVersion").asText()).isEqualTo("news-1");
        OpenedBooking opened = opened(booked);
        assertThat(opened.history())
                .extracting(HistoryEntry::kind)
                .containsExactly(HistoryEntry.Kind.CHANGE, HistoryEntry.Kind.SMS_REVOKED);
        assertThat(opened.history().get(1).actor()).isEqualTo("patient");
        assertThat(site.carelet().audit().orElseThrow().about(booked.reference(), 100))
                .extracting(AuditEntry::event)
                .anySatisfy(event -> {
                    assertThat(event.actor()).isEqualTo("patient");
                    assertThat(event.detail()).isEqualTo("sms_revoked");
                });
    }

    @Test
    void aLookAndAForeignTokenTakeNothingBack() throws IOException {
        Booked booked = agreeing();
        Booking before = opened(booked).booking();

        assertThat(site.get(booked.page() + "/revoke?what=sms").statusCode()).isEqualTo(405);
        for (String token : List.of("", "x", site.token() + "x")) {
            HttpResponse<String> answer =
                    site.post(booked.page() + "/revoke", Map.of("token", List.of(token), "what", List.of("sms")));
            assertThat(answer.statusCode()).as(token).isEqualTo(403);
            assertThat(answer.body()).contains("No recibir más mensajes").doesNotContain("Planted");
        }
        assertThat(opened(booked).booking()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"''", "marketing", "request", "SMS", "<script>"})
    void whatWasNeverAgreedToCannotBeTakenBack(String what) throws IOException {
        Booked booked = book("en", Map.of("consent", "2026-11", "smsConsent", "sms-1"));
        Booking before = opened(booked).booking();

        HttpResponse<String> answer =
                site.post(booked.page() + "/revoke", Map.of("token", List.of(site.token()), "what", List.of(what)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("<script>");
        assertThat(opened(booked).booking()).isEqualTo(before);
    }
}
