package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.CareletBuilder;
import io.github.carelet.privacy.KeyRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Going over to another language loses neither the step nor the choice nor what was typed. */
class LanguageSwitchTest {

    private static final String CLINIC = """
            {"carelet": 1,
             "clinic": {"id": "c", "name": "Clinic", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
                        "languages": ["en", "es", "fa"], "emergency": {"en": "Call 911.", "fa": "با 911 تماس بگیرید."},
                        "consent": {"version": "2026-11", "text": "I agree."}%s},
             "locations": [{"id": "arcadia", "name": "Arcadia", "address": {"street": "51 N. 5th Ave", "city": "Arcadia", "region": "CA", "country": "US"},
                            "hours": {"weekly": {"mon": ["08:00-12:00"], "wed": ["08:00-12:00"], "fri": ["08:00-12:00"]}}},
                           {"id": "salinas", "name": "Salinas", "address": {"street": "1 Example Way", "city": "Salinas", "region": "CA", "country": "US"},
                            "hours": {"weekly": {"mon": ["08:00-12:00"]}}}],
             "appointmentTypes": [{"id": "visit", "name": "Visit", "mode": "request", "duration": "PT30M"},
                                  {"id": "talk", "name": "Talk", "mode": "phone"}]}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/book?partner=foothill",
                "/book?type=visit&partner=foothill",
                "/book?type=talk&location=salinas&partner=foothill",
            })
    void aLinkLeadsToTheSameStepWithTheSameChoice(String address) {
        try (Site site = site("", builder -> builder.unreviewedLanguages("fa"))) {
            Document page = Filled.parse(site.get(address).body());
            assertThat(page.select(".carelet-languages a").eachText()).containsExactly("Español", "فارسی");
            Element farsi = page.expectFirst(".carelet-languages a[hreflang=fa]");
            assertThat(List.of(farsi.attr("lang"), farsi.attr("dir"))).containsExactly("fa", "rtl");
            Document there = Filled.parse(site.get(below(farsi.attr("href"))).body());
            assertThat(there.expectFirst("html").attr("lang")).isEqualTo("fa");
            assertThat(there.expectFirst("html").attr("dir")).isEqualTo("rtl");
            assertThat(choice(there)).isEqualTo(choice(page));
            Element back = there.expectFirst(".carelet-languages a[hreflang=en]");
            assertThat(choice(Filled.parse(site.get(below(back.attr("href"))).body())))
                    .isEqualTo(choice(page));
        }
    }

    @Test
    void aFormThatCameBackKeepsWhatWasTypedAndBooksNothing() {
        try (Site site = site("", builder -> builder.unreviewedLanguages("fa"))) {
            Filled form = site.form("/book?type=visit&location=salinas")
                    .asPatient()
                    .without("smsConsent")
                    .set("preferred", "2026-12-07/morning")
                    .set("phone", "(۶۲۶) ۵۵۵-۰۱۴۲")
                    .set("email", "me@")
                    .set("website", "");
            Document refused =
                    Filled.parse(site.post("/bookings", form.fields()).body());
            assertThat(refused.select(".carelet-languages a")).isEmpty();
            Element button = refused.expectFirst(".carelet-languages button[lang=fa]");
            assertThat(button.attr("form"))
                    .isEqualTo(refused.expectFirst("form[method=post]").id());
            HttpResponse<String> answer = site.post(below(button.attr("formaction")), form.fields());
            Document there = Filled.parse(answer.body());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(there.expectFirst("html").attr("lang")).isEqualTo("fa");
            Filled again = Filled.from(answer.body());
            for (String name :
                    List.of("givenName", "familyName", "phone", "email", "preferred", "token", "type", "location")) {
                assertThat(again.fields().get(name))
                        .as(name)
                        .isEqualTo(form.fields().get(name));
            }
            assertThat(again.value("lang")).isEqualTo("fa");
            HttpResponse<String> sent =
                    site.post("/bookings", again.set("email", "me@example.org").fields());
            assertThat(sent.statusCode())
                    .as(Filled.parse(sent.body()).select("#top").text())
                    .isEqualTo(303);
            String booked = site.get(below(sent.headers().firstValue("Location").orElseThrow()))
                    .body();
            assertThat(Filled.parse(booked).expectFirst("html").attr("lang")).isEqualTo("fa");
        }
    }

    /** The form books nothing on the way, and no place is chosen that the patient did not choose. */
    @Test
    void whereAPlaceIsGoneAnotherLanguageAsksForItToo() {
        try (Site site = site("", builder -> builder.unreviewedLanguages("fa"))) {
            Filled form = site.form("/book?type=visit&location=salinas")
                    .asPatient()
                    .without("smsConsent")
                    .set("preferred", "2026-12-07/morning")
                    .set("location", "gone");
            Document refused =
                    Filled.parse(site.post("/bookings", form.fields()).body());
            assertThat(refused.select("input[type=radio][name=location]")).hasSizeGreaterThan(1);
            Element button = refused.expectFirst(".carelet-languages button[lang=fa]");

            HttpResponse<String> answer = site.post(
                    below(button.attr("formaction")),
                    Filled.from(refused.outerHtml()).fields());

            Document there = Filled.parse(answer.body());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(there.expectFirst("html").attr("lang")).isEqualTo("fa");
            assertThat(there.select("input[type=radio][name=location]")).hasSizeGreaterThan(1);
            assertThat(there.select("input[type=hidden][name=location], input[name=location][checked]"))
                    .isEmpty();
            Filled again = Filled.from(answer.body());
            for (String name : List.of("givenName", "familyName", "phone", "token", "type")) {
                assertThat(again.value(name)).as(name).isEqualTo(form.value(name));
            }
        }
    }

    @Test
    void thePatientsPageIsInAnotherLanguageUntilThePatientGoesBack() {
        try (Site site = site("", UnaryOperator.identity())) {
            Filled form = site.form("/book?type=visit&location=salinas")
                    .asPatient()
                    .without("smsConsent")
                    .set("preferred", "2026-12-07/morning");
            String sent = below(site.post("/bookings", form.fields())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow());
            Document page = Filled.parse(site.get(sent).body());
            String spanish =
                    below(page.expectFirst(".carelet-languages a[hreflang=es]").attr("href"));
            Document there = Filled.parse(site.get(spanish).body());
            assertThat(there.select("h1").text()).isEqualTo("Su solicitud se ha enviado");
            assertThat(there.expectFirst(".carelet-languages a[hreflang=en]").attr("href"))
                    .isEqualTo(Site.BASE + sent);
            Element cancel = there.expectFirst("form[action*=/cancel]");
            HttpResponse<String> answer =
                    site.post(below(cancel.attr("action")), Filled.from(cancel).fields());
            String after = below(answer.headers().firstValue("Location").orElseThrow());
            assertThat(Filled.parse(site.get(after).body()).select("h1").text())
                    .isEqualTo("Su solicitud está cancelada");
        }
    }

    /** What the Enter key presses is the first button of the form, wherever that stands in the page. */
    @Test
    void theEnterKeyChangesNoLanguage() {
        try (Site site = site("", UnaryOperator.identity())) {
            Filled form = site.form("/book?type=visit&location=salinas");
            Document refused =
                    Filled.parse(site.post("/bookings", form.fields()).body());
            assertThat(refused.select("button[type=submit][form=carelet-form], #carelet-form button[type=submit]"))
                    .hasSizeGreaterThan(3)
                    .first()
                    .satisfies(first -> assertThat(first.hasAttr("formaction")).isFalse());
        }
    }

    @Test
    void whatNobodyHasReviewedIsSaidToBeThatOrIsNotSpoken() {
        String address = "/book?type=visit&location=salinas&lang=fa";
        try (Site site = site("", builder -> builder.unreviewedLanguages("fa"))) {
            assertThat(Filled.parse(site.get(address).body())
                            .select(".carelet-unreviewed")
                            .text())
                    .startsWith("هنوز کسی این ترجمه را بررسی نکرده است.");
            assertThat(Filled.parse(site.get("/pages/clinic?lang=fa").body()).select(".carelet-unreviewed"))
                    .hasSize(1);
        }
        try (Site site = site("", UnaryOperator.identity())) {
            Document page = Filled.parse(site.get(address).body());
            assertThat(page.expectFirst("html").attr("lang")).isEqualTo("en");
            assertThat(page.select(".carelet-unreviewed")).isEmpty();
            Element emergency = page.expectFirst(".carelet-form-emergency span");
            assertThat(List.of(emergency.attr("lang"), emergency.attr("dir"))).containsExactly("fa", "rtl");
            assertThat(page.select("input[name=lang]").attr("value")).isEqualTo("fa");
        }
    }

    @Test
    void theNoticeOfHelpIsInEveryLanguageThatTheClinicHasItIn() {
        String notice = """
                , "languageAssistance": {"text": {"en": "Free help.", "es": "Ayuda gratis.", "ar": "مساعدة مجانية."},
                                         "url": "https://example.org/help"}
                """;
        try (Site site = site(notice, UnaryOperator.identity())) {
            for (String address : List.of("/book?lang=es", "/bookings/none?lang=es", "/pages/locations?lang=es")) {
                Element section = Filled.parse(site.get(address).body()).expectFirst(".carelet-assistance");
                assertThat(section.select("h2").text()).isEqualTo("Ayuda en su idioma");
                assertThat(section.select("p[lang]").eachText())
                        .containsExactly("Ayuda gratis.", "Free help.", "مساعدة مجانية.");
                assertThat(section.select("p[lang=ar]").attr("dir")).isEqualTo("rtl");
                assertThat(section.select("summary span").eachText()).containsExactly("English", "العربية");
                assertThat(section.select("a").attr("href")).isEqualTo("https://example.org/help");
            }
        }
        try (Site site = site("", UnaryOperator.identity())) {
            assertThat(Filled.parse(site.get("/book").body()).select(".carelet-assistance"))
                    .as("the control")
                    .isEmpty();
        }
    }

    @Test
    void aPageIsTheSameInTheOtherLanguage() {
        try (Site site = site("", UnaryOperator.identity())) {
            Document page = Filled.parse(site.get("/pages/locations?view=full&partner=foothill&lang=es")
                    .body());
            assertThat(page.select("header .carelet-languages a").eachAttr("href"))
                    .containsExactly(
                            Site.BASE + "/pages/locations?view=full&lang=en&partner=foothill",
                            Site.BASE + "/pages/locations?view=full&lang=fa&partner=foothill");
        }
    }

    private Site site(String more, UnaryOperator<CareletBuilder> settings) {
        try {
            Path own = Files.createTempDirectory(folder, "site");
            UnaryOperator<CareletBuilder> all = builder ->
                    settings.apply(builder.storage(own.resolve("data")).keys(KeyRing.ephemeral()));
            return Site.of(own, CLINIC.replace("%s", more), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String below(String href) {
        return href.substring(Site.BASE.length()).replaceFirst("#.*", "");
    }

    /** Returns what the page asks, and what was chosen before: ids, which are the same in every language. */
    private static List<String> choice(Document page) {
        return page
                .select(
                        "form input[type=hidden]:not([name=lang], [name=token]), form input[type=radio], form input[type=checkbox]")
                .stream()
                .map(input -> input.attr("name") + "=" + input.attr("value"))
                .toList();
    }
}
