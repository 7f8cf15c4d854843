package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class BookHandlerTest {

    private static final String LAST = "/book?type=pt-evaluation&location=arcadia&condition=sciatica";

    private Site site;

    @BeforeAll
    void open(@TempDir Path folder) {
        site = Site.taking(folder);
    }

    @AfterAll
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/book | What do you need? | Step 1 of 4: what",
                "/book?condition=sciatica | What do you need? | Step 1 of 4: what",
                "/book?treatment=physical-therapy | Where do you want to come? | Step 2 of 4: where",
                "/book?type=first-visit | Where do you want to come? | Step 2 of 4: where",
                "/book?type=injection | Request an appointment | Step 3 of 4: when",
                "/book?type=first-visit&location=arcadia | Request an appointment | Step 3 of 4: when",
                "/book?type=first-visit&location=arcadia&preferred=2026-12-02/any | Request an appointment | Step 4 of 4: who",
                "/book?type=first-visit&location=arcadia&lang=es | Pedir una cita | Paso 3 de 4: cuándo",
            })
    void theFirstOpenQuestionIsAsked(String path, String heading, String step) {
        HttpResponse<String> answer = site.get(path);
        Document page = Filled.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.select("h1").eachText()).containsExactly(heading);
        assertThat(page.expectFirst("h1").id()).isEqualTo("top");
        assertThat(page.text()).contains(step);
        assertThat(page.select("[data-carelet-next]")).hasSize(1);
        assertThat(page.select("a[href^=tel:]")).isNotEmpty();
        assertThat(page.text()).containsAnyOf("call 911.", "llame al 911.");
        assertThat(page.select("script:not([src]), style, [style], [onclick]")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void eachQuestionIsAFormThatCarriesWhatIsKnownToTheNext() {
        Document page = Filled.parse(site.get("/book?condition=sciatica&type=first-visit&lang=es&partner=foothill")
                .body());
        Element form = page.expectFirst("form");
        assertThat(form.attr("method")).isEqualTo("get");
        assertThat(form.attr("action")).isEqualTo("/clinic/care/book#top");
        assertThat(form.select("input[type=hidden]").stream()
                        .map(input -> input.attr("name") + "=" + input.attr("value")))
                .containsExactly("type=first-visit", "condition=sciatica", "lang=es", "partner=foothill");
        assertThat(form.select("input[type=radio]").eachAttr("name")).containsOnly("location");
        assertThat(form.select("input[type=radio][required]")).hasSize(2);
    }

    @Test
    void everyTypeOfInputHasALabelAndWhatABrowserNeedsToFillItIn() {
        Document page = Filled.parse(site.lastStep(LAST));
        for (Element input : page.select("form input:not([type=hidden], [name=website]), textarea")) {
            assertThat(page.select("label[for='" + input.id() + "']"))
                    .as(input.outerHtml())
                    .hasSize(1);
        }
        Document when = Filled.parse(site.get(LAST).body());
        assertThat(when.select("[name=preferred]").eachAttr("aria-label"))
                .contains("Tuesday, December 1, Morning", "Wednesday, December 2, Any time")
                .doesNotHaveDuplicates();
        assertThat(attributes(page, "givenName")).isEqualTo("text given-name ");
        assertThat(attributes(page, "familyName")).isEqualTo("text family-name ");
        assertThat(attributes(page, "phone")).isEqualTo("tel tel tel");
        assertThat(attributes(page, "email")).isEqualTo("email email email");
        assertThat(attributes(page, "birthDate")).isEqualTo("date bday ");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void theLastPageSaysWhatIsAskedForAndHasRedFlagsAboveTheForm() {
        Document page = Filled.parse(site.get(LAST).body());
        String text = page.text();
        assertThat(text.indexOf("You can't hold urine or stool")).isBetween(1, text.indexOf("When can you come?"));
        assertThat(text.indexOf("We answer within one day, in opening hours."))
                .isBetween(1, text.indexOf("When can you come?"));
        assertThat(page.select("dl dd").eachText())
                .contains(
                        "Physical therapy evaluation",
                        "Sciatica",
                        "Arcadia 51 Example Ave, Suite B, Arcadia, CA 91006");
        assertThat(page.select(".carelet-form-facts a").eachAttr("href"))
                .containsExactly(
                        "/clinic/care/book?condition=sciatica&location=arcadia#top",
                        "/clinic/care/book?type=pt-evaluation&condition=sciatica#top");
        assertThat(page.title()).isEqualTo("Request an appointment – Maple Street Clinic");
    }

    @Test
    void whenIsAskedByAFormWhoseAddressSaysNothingAboutAPersonAndNothingGetsLost() {
        Element form = Filled.parse(
                        site.get(LAST + "&lang=es&partner=foothill&theme=dark").body())
                .expectFirst("form");
        assertThat(form.attr("method")).isEqualTo("get");
        assertThat(form.attr("action")).isEqualTo("/clinic/care/book#top");
        assertThat(form.select("[name]").eachAttr("name").stream().distinct())
                .containsExactly("type", "condition", "location", "lang", "partner", "theme", "when", "preferred");
        String times = "&when=chosen&preferred=2026-12-02/morning&preferred=2026-12-03/any";
        Document who = Filled.parse(site.get(LAST + times).body());
        assertThat(who.select("input[type=hidden][name=preferred]").eachAttr("value"))
                .containsExactly("2026-12-02/morning", "2026-12-03/any");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Choose at least one time when you can come",
        "&preferred=2026-12-02/any&preferred=2026-12-03/any&preferred=2026-12-04/any&preferred=2026-12-07/any, Choose at most 3 times"
    })
    void whoChoosesNoTimeOrTooManyIsTold(String times, String error) {
        HttpResponse<String> answer = site.get(LAST + "&when=chosen" + times);
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Filled.parse(answer.body());
        assertThat(page.select("#top a[href=#carelet-preferred]").text()).startsWith(error);
        assertThat(page.select("[name=preferred][checked]")).hasSize(times.isEmpty() ? 0 : 4);
        assertThat(page.select("[name=givenName]")).isEmpty();
    }

    @Test
    void theLastPageAsksWhatTheTypeAsksAndNothingElse() {
        assertThat(names("/book?type=first-visit&location=arcadia"))
                .containsExactly(
                        "token",
                        "type",
                        "location",
                        "lang",
                        "preferred",
                        "givenName",
                        "familyName",
                        "phone",
                        "email",
                        "contactBy",
                        "mayLeaveMessage",
                        "bookingFor",
                        "patientType",
                        "consent",
                        "smsConsent",
                        "marketingConsent",
                        "website");
        assertThat(names(LAST))
                .contains("birthDate", "reason", "insurance", "interpreter")
                .contains("answers.pain", "answers.side", "answers.brace");
        assertThat(Filled.parse(site.lastStep(LAST))
                        .select("[name=patientType]")
                        .eachAttr("value"))
                .containsExactly("new", "existing", "unsure");
        Document injection = Filled.parse(site.lastStep("/book?type=injection"));
        assertThat(injection.select("[name=patientType]")).isEmpty();
        assertThat(injection.expectFirst(".carelet-form-facts > div").text())
                .contains("For people who have been here before.")
                .endsWith("Change (Visit)");
    }

    @Test
    void whatNeedNotBeAnsweredSaysSoAllAlike() {
        Document page = Filled.parse(site.lastStep(LAST));
        assertThat(page.select("fieldset > legend, .carelet-form-field > label").eachText())
                .filteredOn(each -> !each.endsWith("(optional)"))
                .containsExactly("First name", "Last name", "Phone number", "Email address", "Which side?");
        assertThat(page.select("fieldset > legend, .carelet-form-field > label").eachText())
                .contains("Who is the visit for? (optional)", "Insurance (optional)");
    }

    @Test
    void nothingIsTickedForThePatientAndTheTrapIsOutOfReach() {
        assertThat(Filled.parse(site.get(LAST).body()).select("[checked]")).isEmpty();
        Document page = Filled.parse(site.lastStep(LAST));
        assertThat(page.select("[checked]")).isEmpty();
        assertThat(page.expectFirst("[name=consent]").attr("value")).isEqualTo("2026-11");
        assertThat(page.expectFirst("[name=smsConsent]").attr("value")).isEqualTo("sms-1");
        Element trap = page.expectFirst("[name=website]");
        assertThat(trap.attr("tabindex")).isEqualTo("-1");
        assertThat(trap.attr("autocomplete")).isEqualTo("off");
        assertThat(trap.closest("[aria-hidden=true]")).isNotNull();
    }

    @Test
    void tenDaysAreShownAndTheOthersAreOneStepAway() {
        Document page = Filled.parse(site.get(LAST).body());
        assertThat(page.select("section > fieldset.carelet-form-day")).hasSize(10);
        assertThat(page.select("details fieldset").size()).isGreaterThan(20);
        assertThat(page.select("section > p.carelet-form-day").eachText())
                .as("days on which nobody can come are not left out without a word")
                .contains("Saturday, December 5, to Sunday, December 6 Closed");
        assertThat(page.expectFirst("details").hasAttr("open")).isFalse();
    }

    @Test
    void aTypeBookedByPhoneShowsTheNumberOfTheChosenPlace() {
        Document page = Filled.parse(
                site.get("/book?type=surgery-talk&location=arcadia").body());
        assertThat(page.expectFirst("a.carelet-button").attr("href")).isEqualTo("tel:+16265550111");
        assertThat(page.select("a").eachAttr("href")).contains("/clinic/care/book?location=arcadia#top");
        assertThat(page.select("form")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=nope",
                "location=%22%3E%3Cscript%3E",
                "treatment=x",
                "condition=x",
                "partner=stranger",
                "lang=e%20n",
                "type=%00",
                "lang=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
            })
    void aLinkThatDoesNotFitIsSaidSoWithoutAnEcho(String query) {
        HttpResponse<String> answer = site.get("/book?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("<script>", "nope", "stranger");
        Document page = Filled.parse(answer.body());
        assertThat(page.expectFirst("a.carelet-button").attr("href")).isEqualTo("/clinic/care/book");
        assertThat(page.select("a[href^=tel:]")).isNotEmpty();
        assertThat(policy(answer)).startsWith("sandbox ");
    }

    @Test
    void anUnknownParameterIsNobodysBusiness() {
        assertThat(site.get("/book?utm_source=x&reason=y").statusCode()).isEqualTo(200);
    }

    @Test
    void thePartnerMayFrameEveryStep() {
        assertThat(policy(site.get("/book?partner=foothill")))
                .contains("frame-ancestors 'self' https://foothill.example https://www.foothill.example:8443;");
        assertThat(policy(site.get("/book"))).contains("frame-ancestors 'self';");
    }

    @Test
    void headHasTheHeadersOfGetAndOtherMethodsAreNotAllowed() {
        HttpResponse<String> head = site.send("HEAD", Site.BASE + "/book", Map.of(), "");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(policy(head)).isEqualTo(policy(site.get("/book")));
        for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
            HttpResponse<String> answer = site.send(method, Site.BASE + "/book", Map.of(), "");
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
            assertThat(policy(answer)).startsWith("sandbox ");
        }
    }

    @Test
    void aServiceWorkerOfTheHostGetsNothing() {
        HttpResponse<String> answer = site.send("GET", Site.BASE + "/book", Map.of("Service-Worker", "script"), "");
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void theHeaviestPageIsLight() throws IOException {
        byte[] html = site.get(LAST).body().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(html);
        }
        System.out.println("booking page: " + html.length + " bytes, " + packed.size() + " gzip, limit 12288");
        assertThat(packed.size()).isLessThan(12 * 1024);
    }

    @Test
    void contentOnlyLeadsToTheClinicsOwnFormWithWhatIsWellFormed(@TempDir Path other) {
        try (Site shown =
                Site.showing(other, builder -> builder.bookingAt(URI.create("https://clinic.example/care/")))) {
            HttpResponse<String> answer =
                    shown.get("/book?type=pt-evaluation&location=%22%3E&lang=es&partner=foothill&reason=x");
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location"))
                    .contains("https://clinic.example/care/book?type=pt-evaluation&partner=foothill&lang=es");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(shown.post("/bookings", Map.of()).statusCode()).isEqualTo(404);
            assertThat(shown.get("/bookings/x").statusCode()).isEqualTo(404);
            assertThat(shown.get("/api/token").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void contentOnlyWithoutAFormElsewhereSaysWhomToCall(@TempDir Path other) {
        try (Site shown = Site.showing(other, builder -> builder)) {
            HttpResponse<String> answer = shown.get("/book");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(Filled.parse(answer.body()).select("a[href=tel:+16265550100]"))
                    .isNotEmpty();
            assertThat(policy(answer)).startsWith("sandbox ");
        }
    }

    private List<String> names(String path) {
        return Filled.parse(site.lastStep(path)).select("form [name]").eachAttr("name").stream()
                .distinct()
                .toList();
    }

    private static String attributes(Document page, String name) {
        Element input = page.expectFirst("[name=" + name + "]");
        return input.attr("type") + " " + input.attr("autocomplete") + " " + input.attr("inputmode");
    }

    private static String policy(HttpResponse<String> answer) {
        Optional<String> policy = answer.headers().firstValue("Content-Security-Policy");
        return policy.orElse("");
    }
}
