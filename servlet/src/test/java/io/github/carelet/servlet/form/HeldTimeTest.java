package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A time that is chosen before the rest of the form is filled in: by the address, or held by a button. */
class HeldTimeTest {

    private static final String EXAM = "/book?type=exam&location=arcadia";
    private static final String SLOT = "2026-12-01T09:00:00-08:00";
    private static final String CHOSEN = EXAM + "&slot=2026-12-01T09%3A00%3A00-08%3A00";

    private Site site;

    @BeforeEach
    void open(@TempDir Path folder) {
        site = Site.of(folder, FreeTimesTest.CLINIC);
        site.setNow(Instant.parse("2026-11-30T18:00:00Z"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theButtonHoldsTheTimeAndTheFormGoesOnWithEverythingKept() {
        Document page = page(CHOSEN);
        Element choose = page.expectFirst(".carelet-form-choose button");
        assertThat(choose.text()).isEqualTo("Hold this time for me");
        HttpResponse<String> answer = press(choose, form(page).set("givenName", "Zoë \"><b>"));
        assertThat(answer.statusCode()).isEqualTo(200);
        Document held = Filled.parse(answer.body());
        assertThat(held.select(".carelet-form-promise").eachText())
                .containsExactly(
                        "We hold this time for you until 10:10 AM (Pacific Time). It is yours as soon as you send this form.",
                        "If you need longer, nothing you enter is lost. When you send the form, we check if the time is still free.");
        assertThat(held.select(".carelet-form-facts dd").eachText()).contains("Tuesday, December 1, 9 AM, 45 minutes");
        assertThat(held.select("input[type=radio][name=slot], input[name=preferred]"))
                .isEmpty();
        assertThat(held.expectFirst("input[type=hidden][name=slot]").val()).isEqualTo(SLOT);
        assertThat(held.expectFirst("[name=givenName]").val()).isEqualTo("Zoë \"><b>");
        assertThat(isListed(SLOT)).isFalse();

        Filled rest = patient(Filled.from(answer.body()));
        HttpResponse<String> sent =
                site.post(below(held.expectFirst("form[method=post]").attr("action")), rest.fields());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {EXAM, CHOSEN})
    void lookingHoldsNothing(String path) {
        assertThat(site.get(path).statusCode()).isEqualTo(200);
        assertThat(isListed(SLOT)).isTrue();
        assertThat(site.post(
                                "/bookings",
                                patient(site.form(EXAM).set("slot", SLOT)).fields())
                        .statusCode())
                .as("and somebody else has it")
                .isEqualTo(303);
    }

    @Test
    void anAddressThatNamesATimeAsksNoMoreForItAndSaysNoDay() {
        Document page = page(CHOSEN);
        assertThat(page.select("input[type=radio][name=slot]")).isEmpty();
        assertThat(page.expectFirst("input[type=hidden][name=slot]").val()).isEqualTo(SLOT);
        assertThat(page.text())
                .contains("Tuesday, December 1, 9 AM, 45 minutes")
                .doesNotContain("We hold");
        assertThat(page.title()).doesNotContain("December");
        Document wishes =
                page("/book?type=talk&location=arcadia&preferred=2026-12-02/morning&preferred=2026-12-03/any");
        assertThat(wishes.select("input[type=hidden][name=preferred]").eachAttr("value"))
                .containsExactly("2026-12-02/morning", "2026-12-03/any");
        assertThat(wishes.text()).contains("Wednesday, December 2, in the morning; Thursday, December 3, any time");
        HttpResponse<String> sent = site.post(
                below(wishes.expectFirst("form[method=post]").attr("action")),
                patient(Filled.from(wishes.expectFirst("form[method=post]")))
                        .without("slot")
                        .fields());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    }

    @Test
    void anAddressWhoseTimeIsGoneAsksAgainAndNamesTheNearest() {
        site.post("/bookings", patient(site.form(EXAM).set("slot", SLOT)).fields());
        HttpResponse<String> answer = site.get(CHOSEN);
        assertThat(answer.statusCode()).isEqualTo(409);
        Document page = Filled.parse(answer.body());
        assertThat(page.select("#top a").eachText()).containsExactly("Choose another time");
        assertThat(page.text()).contains("The nearest free times");
        assertThat(site.get(EXAM + "&preferred=2026-12-06/any").statusCode()).isEqualTo(422);
    }

    @Test
    void anAddressWhoseTimeIsTakenSaysThatOneMayHoldItOneselfAndTheFormThatHoldsItHasIt() {
        Document page = page(CHOSEN);
        HttpResponse<String> held = press(page.expectFirst(".carelet-form-choose button"), form(page));
        assertThat(Filled.parse(site.get(CHOSEN).body()).select("#top li").eachText())
                .containsExactly(
                        "Choose another time",
                        "If you asked us to hold this time, it may be held for you. Go back to that page and send your"
                                + " form there. If you can't, try this time again 10 minutes after you asked");
        Filled mine = patient(Filled.from(held.body()));
        Filled other = patient(site.form(EXAM).set("slot", SLOT));
        HttpResponse<String> refused = site.post("/bookings", other.fields());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Filled.parse(refused.body()).select("#top li").eachText())
                .as("a form that was sent holds nothing that is in its way")
                .containsExactly("Choose another time");
        assertThat(site.get(EXAM + "&slot=2026-12-06T09%3A00%3A00-08%3A00").body())
                .as("nobody holds a time at which the clinic is closed")
                .doesNotContain("If you asked us to hold");
        assertThat(site.post("/bookings", mine.fields()).statusCode()).isEqualTo(303);
    }

    @Test
    void aTimeThatOneHeldOneselfCanBeChosenAgainWhenTheMinutesThatAreSaidArePast() {
        Document page = page(CHOSEN);
        press(page.expectFirst(".carelet-form-choose button"), form(page));
        site.setNow(Instant.parse("2026-11-30T18:09:59Z"));
        assertThat(site.get(CHOSEN).statusCode()).isEqualTo(409);
        site.setNow(Instant.parse("2026-11-30T18:10:00Z"));
        assertThat(site.get(CHOSEN).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slot=tomorrow",
                "slot=2026-12-01T09:00:00-08:00&slot=2026-12-01T10:00:00-08:00",
                "slot=2026-12-01T09:00:00-08:00&preferred=2026-12-02/any",
                "preferred=x",
                "preferred=2026-12-02/any&preferred=2026-12-02/any"
            })
    void anAddressWhoseTimesMeanNothingSaysSo(String times) {
        assertThat(site.get(EXAM + "&" + times).statusCode()).isEqualTo(400);
    }

    @Test
    void whileSomethingElseIsMendedTheTimeGoesOnBeingHeld() {
        Document page = page(CHOSEN);
        Document held = Filled.parse(press(page.expectFirst(".carelet-form-choose button"), form(page))
                .body());
        site.setNow(Instant.parse("2026-11-30T18:05:00Z"));
        String action = below(held.expectFirst("form[method=post]").attr("action"));
        HttpResponse<String> answer =
                site.post(action, Filled.from(held.outerHtml()).fields());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("until 10:15 AM");
        assertThat(Filled.parse(answer.body()).select("input[type=radio][name=slot]"))
                .isEmpty();
        site.setNow(Instant.parse("2026-11-30T18:14:00Z"));
        assertThat(isListed(SLOT)).isFalse();
        site.setNow(Instant.parse("2026-11-30T18:15:00Z"));
        assertThat(isListed(SLOT)).isTrue();
        assertThat(site.post(action, patient(Filled.from(answer.body())).fields())
                        .statusCode())
                .as("judged anew, and still free")
                .isEqualTo(303);
    }

    @Test
    void aHoldThatHasRunOutLosesTheTimeToSomebodyElseAndNothingThatWasTyped() {
        Document page = page(CHOSEN);
        Filled mine = Filled.from(press(page.expectFirst(".carelet-form-choose button"), form(page))
                .body());
        site.setNow(Instant.parse("2026-11-30T18:10:00Z"));
        assertThat(site.post(
                                "/bookings",
                                patient(site.form(EXAM).set("slot", SLOT)).fields())
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> answer = site.post(
                "/bookings?when=chosen", patient(mine).set("givenName", "Late").fields());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Filled.from(answer.body()).value("givenName")).isEqualTo("Late");
        assertThat(Filled.parse(answer.body()).text()).contains("The nearest free times");
    }

    @Test
    void choosingAnotherTimeKeepsTheFormAndPickingItReleasesTheFirst() {
        Document page = page(CHOSEN);
        Document held = Filled.parse(press(
                        page.expectFirst(".carelet-form-choose button"),
                        form(page).set("givenName", "Zoë"))
                .body());
        Element another = held.expectFirst(".carelet-form-change button[formaction*=when]");
        assertThat(another.text()).isEqualTo("Change (When)");
        Document asked =
                Filled.parse(press(another, Filled.from(held.outerHtml())).body());
        assertThat(asked.select("input[type=radio][name=slot]").size()).isGreaterThan(10);
        assertThat(asked.select("details input[name=slot][checked]").eachAttr("value"))
                .as("what one holds oneself is not taken")
                .containsExactly(SLOT);
        assertThat(page(EXAM).select("input[value=" + SLOT + "]"))
                .as("the control: for others it is")
                .isEmpty();
        assertThat(asked.select("input[type=hidden][name=slot]")).isEmpty();
        assertThat(asked.expectFirst("[name=givenName]").val()).isEqualTo("Zoë");
        Document other = Filled.parse(site.post(
                        below(asked.expectFirst("form[method=post]").attr("action")),
                        Filled.from(asked.outerHtml())
                                .set("slot", "2026-12-02T09:00:00-08:00")
                                .fields())
                .body());
        assertThat(other.expectFirst("[name=givenName]").val()).isEqualTo("Zoë");
        assertThat(isListed(SLOT)).isTrue();
        assertThat(isListed("2026-12-02T09:00:00-08:00")).isFalse();
    }

    @Test
    void withoutATimeTheButtonAsksForOne() {
        Document page = page(CHOSEN);
        HttpResponse<String> answer = press(
                page.expectFirst(".carelet-form-choose button"), form(page).without("slot"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Filled.parse(answer.body()).select("#top a").eachText()).containsExactly("Choose a time");
    }

    @Test
    void aFormThatWasOpenTooLongHoldsWithAFreshToken() {
        Document page = page(CHOSEN);
        site.setNow(Instant.parse("2026-11-30T18:00:00Z").plus(Duration.ofHours(3)));
        Filled form = form(page).set("slot", "2026-12-02T09:00:00-08:00");
        String stale = form.value("token");
        HttpResponse<String> answer = press(page.expectFirst(".carelet-form-choose button"), form);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("until 1:10 PM");
        assertThat(Filled.from(answer.body()).value("token")).isNotEqualTo(stale);
    }

    @Test
    void whatTheClinicAnswersIsNotHeld() {
        for (String path : List.of("/book?type=talk&location=arcadia&when=times", EXAM + "&when=preferred")) {
            assertThat(Filled.parse(site.lastStep(path)).select(".carelet-form-choose"))
                    .isEmpty();
        }
    }

    private boolean isListed(String slot) {
        String day = slot.substring(0, 10);
        return site.get("/api/slots?type=exam&location=arcadia&from=" + day + "&to=" + day)
                .body()
                .contains("\"start\":\"" + slot + "\"");
    }

    private static Filled form(Document page) {
        return Filled.from(page.expectFirst("form[method=post]")).set("slot", SLOT);
    }

    private static Filled patient(Filled form) {
        List<String> preferred = form.fields().get("preferred");
        Filled filled = form.asPatient().set("consent", "1");
        return preferred == null
                ? filled.without("preferred")
                : filled.set("preferred", preferred.toArray(String[]::new));
    }

    private HttpResponse<String> press(Element button, Filled form) {
        return site.post(below(button.attr("formaction")), form.fields());
    }

    private Document page(String path) {
        return Filled.parse(site.get(path).body());
    }

    private static String below(String href) {
        return href.substring(Site.BASE.length()).replaceAll("#.*", "");
    }
}
