package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
class KeptFormTest {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "givenName",
                "familyName",
                "phone",
                "email",
                "reason",
                "insurance",
                "interpreter",
                "birthDate",
                "answers.pain",
                "website"
            })
    void whatWasTypedIsKeptToTheCharacter(String field) {
        for (String hostile : List.of(
                "\"><script>alert(1)</script>",
                "' onfocus='x",
                "</textarea><b>",
                "${7*7} {0} @if",
                "Zoë \uD83E\uDE7A İı",
                "  a\n b ",
                "\n\nx")) {
            Filled form = site.form(PT).set(field, hostile);
            HttpResponse<String> answer = site.post("/bookings", form.fields());
            assertThat(answer.statusCode()).isEqualTo(422);
            Document page = Filled.parse(answer.body());
            assertThat(Filled.from(answer.body()).value(field))
                    .as(answer.body())
                    .isEqualTo(hostile);
            assertThat(page.select("script:not([src]), b, [onfocus]")).isEmpty();
        }
    }

    @Test
    void whatWasTickedIsKept() {
        Filled form = site.form(PT)
                .set("contactBy", "email")
                .set("mayLeaveMessage", "yes")
                .set("bookingFor", "child")
                .set("patientType", "unsure")
                .set("answers.side", "1")
                .set("answers.brace", "no")
                .set("consent", "2026-11")
                .set("smsConsent", "sms-1")
                .set("preferred", "2026-12-02/morning", "2027-01-13/any", "2026-11-20/evening");
        String token = form.value("token");
        HttpResponse<String> answer = site.post("/bookings", form.fields());
        assertThat(answer.statusCode()).isEqualTo(422);
        Filled again = Filled.from(answer.body());
        for (String name : List.of(
                "contactBy",
                "mayLeaveMessage",
                "bookingFor",
                "patientType",
                "answers.side",
                "answers.brace",
                "consent",
                "smsConsent",
                "type",
                "location",
                "lang")) {
            assertThat(again.fields().get(name))
                    .as(name)
                    .isEqualTo(form.fields().get(name));
        }
        assertThat(again.fields().get("preferred"))
                .containsExactlyInAnyOrder("2026-12-02/morning", "2027-01-13/any", "2026-11-20/evening");
        assertThat(again.value("token")).isEqualTo(token);
        assertThat(Filled.parse(answer.body()).expectFirst("details").hasAttr("open"))
                .isTrue();
    }

    @Test
    void aPhoneNumberIsAskedForOnlyOfWhoWantsToBeCalled() {
        Filled form = site.form(PT);
        String either = Filled.parse(site.post("/bookings", form.fields()).body())
                .expectFirst("#carelet-phone-error")
                .text();
        assertThat(either).isEqualTo("To check: Enter a phone number or an email address");
        form.set("contactBy", "phone");
        String called = Filled.parse(site.post("/bookings", form.fields()).body())
                .expectFirst("#carelet-phone-error")
                .text();
        assertThat(called).isEqualTo("To check: Enter a phone number we can reach you at");
    }

    @Test
    void everyErrorIsSaidAtOnceFirstInASummaryThatLeadsToTheFields() {
        Filled form = site.form(PT).set("phone", "12").set("email", "me@").set("birthDate", "2030-01-01");
        HttpResponse<String> answer = site.post("/bookings", form.fields());
        Document page = Filled.parse(answer.body());
        Element summary = page.expectFirst("main [tabindex=-1]:not(button)");
        assertThat(summary.id()).isEqualTo("top");
        assertThat(summary.select("a").eachText())
                .containsExactly(
                        "Choose at least one time when you can come",
                        "Enter a first or a last name",
                        "Enter a phone number we can reach you at, like (626) 555-0100",
                        "Enter an email address we can write to, like name@example.org",
                        "Enter a date of birth that is in the past",
                        "Which side? Answer this question",
                        "Tick the box so that we may use what you write to answer you");
        for (Element link : summary.select("a")) {
            Element field = page.getElementById(link.attr("href").substring(1));
            assertThat(field).as(link.outerHtml()).isNotNull();
        }
        Element phone = page.expectFirst("[name=phone]");
        assertThat(phone.attr("aria-invalid")).isEqualTo("true");
        assertThat(phone.attr("aria-describedby")).isEqualTo("carelet-phone-hint carelet-phone-error");
        assertThat(page.expectFirst("#carelet-phone-error").text())
                .isEqualTo("To check: Enter a phone number we can reach you at, like (626) 555-0100");
        assertThat(page.select("#top")).hasSize(1);
        assertThat(page.title()).isEqualTo("Something to check – Request an appointment – Maple Street Clinic");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void aRuleThatRefusesIsOneErrorBesideTheField() throws IOException {
        Filled form = site.patient(FIRST).set("preferred", "2026-11-30/morning");
        HttpResponse<String> answer = site.post("/bookings", form.fields());
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Filled.parse(answer.body());
        assertThat(page.select("#top a").eachText()).containsExactly("This time is too soon. Choose a later one");
        HttpResponse<String> json = site.postJson(
                site.patient(FIRST).set("preferred", "2026-12-06/any").json());
        assertThat(JSON.readTree(json.body()).get("code").asText()).isEqualTo("closed");
        assertThat(JSON.readTree(json.body()).get("errors")).hasSize(1);
    }

    @Test
    void aBadTokenKeepsTheFormAndGivesAFreshOne() throws IOException {
        Filled form = site.patient(FIRST).set("token", "\"><script>");
        HttpResponse<String> answer = site.post("/bookings", form.fields());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("<script>");
        Filled again = Filled.from(answer.body());
        assertThat(again.value("givenName")).isEqualTo(form.value("givenName"));
        assertThat(site.post("/bookings", again.fields()).statusCode()).isEqualTo(303);
        HttpResponse<String> json = site.postJson("{\"token\":\"x\"}");
        assertThat(json.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(json.body()).get("code").asText()).isEqualTo("token_invalid");
    }

    @Test
    void aFormLeftOpenTooLongCanBeSentAgainByTheSamePartner() {
        Filled form = site.patient(FIRST + "&partner=foothill");
        site.setNow(Site.START.plus(Duration.ofHours(2).plusSeconds(1)));
        HttpResponse<String> answer = site.post("/bookings", form.fields());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This form was open for a long time.");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'self' https://foothill.example https://www.foothill.example:8443;");
        HttpResponse<String> sent =
                site.post("/bookings", Filled.from(answer.body()).fields());
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("https://foothill.example");
    }

    @Test
    void whenTheStoreIsAwayNothingThatWasTypedIsLost(@TempDir Path other) {
        try (Site failing = Site.taking(other)) {
            Filled form = failing.form(FIRST).asPatient();
            failing.shutStore();
            HttpResponse<String> answer = failing.post("/bookings", form.fields());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("60");
            assertThat(Filled.from(answer.body()).fields()).containsAllEntriesOf(form.fields());
            assertThat(Filled.parse(answer.body()).select("a[href^=tel:]")).isNotEmpty();
            HttpResponse<String> page = failing.get("/bookings/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("sandbox ");
        }
    }
}
