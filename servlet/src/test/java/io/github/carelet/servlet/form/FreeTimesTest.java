package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The last page where a free time is picked, without a script. */
class FreeTimesTest {

    private static final String EXAM = "/book?type=exam&location=arcadia";
    private static final String REQUEST = "/book?type=talk&location=arcadia";

    static final String CLINIC = """
            {"carelet": 1,
             "clinic": {"id": "oak", "name": "Oak Clinic", "phone": "+16265550100", "sample": true,
               "timeZone": "America/Los_Angeles", "languages": ["en", "es"], "answerWithin": "P1D",
               "emergency": {"en": "If this is an emergency, call 911.", "es": "Si es una emergencia, llame al 911."},
               "consent": {"version": "1", "text": {"en": "You may answer me.", "es": "Pueden responderme."}}},
             "locations": [
               {"id": "arcadia", "name": "Arcadia",
                "address": {"street": "51 Example Ave", "city": "Arcadia", "region": "CA", "postalCode": "91006", "country": "US"},
                "hours": {"weekly": {"mon": ["08:00-12:00", "13:00-18:00"], "tue": ["08:00-12:00", "13:00-18:00"],
                  "wed": ["08:00-12:00", "13:00-18:00"], "thu": ["08:00-12:00", "13:00-18:00"], "fri": ["08:00-12:00", "13:00-18:00"]}}},
               {"id": "denver", "name": "Denver", "timeZone": "America/Denver",
                "address": {"street": "7 Sample St", "city": "Denver", "region": "CO", "postalCode": "80202", "country": "US"},
                "hours": {"weekly": {"thu": ["09:00-11:00"]}}},
               {"id": "night", "name": "Night desk",
                "address": {"street": "9 Sample St", "city": "Arcadia", "region": "CA", "postalCode": "91006", "country": "US"},
                "hours": {"weekly": {"sun": ["00:00-03:00"]}}}],
             "conditions": [], "treatments": [],
             "appointmentTypes": [
               {"id": "exam", "name": {"en": "Exam", "es": "Examen"}, "mode": "slots", "duration": "PT45M", "step": "PT15M",
                "notice": "PT20H", "window": "P60D", "locations": ["arcadia", "denver"]},
               {"id": "talk", "name": "Talk", "duration": "PT30M", "locations": ["arcadia"]},
               {"id": "watch", "name": "Watch", "mode": "slots", "duration": "PT30M", "locations": ["night"]},
               {"id": "rare", "name": "Rare", "mode": "slots", "duration": "PT10H", "locations": ["arcadia"]}]}
            """;

    private Site site;

    @BeforeEach
    void open(@TempDir Path folder) {
        site = Site.of(folder, CLINIC);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theEarliestIsFirstAndNamedAndEveryDayIsSaid() {
        Document page = page(EXAM);
        Element first = page.expectFirst("input[name=slot]");
        assertThat(first.attr("value")).isEqualTo("2026-12-01T08:00:00-08:00");
        assertThat(first.attr("aria-label")).isEqualTo("Tuesday, December 1, 8 AM, 45 minutes, earliest");
        assertThat(page.expectFirst("label:has([name=slot])").text()).isEqualTo("8 AM earliest");
        assertThat(page.select("details[open]")).hasSize(1);
        assertThat(page.select("details[open] .carelet-form-slots > .carelet-form-hint")
                        .eachText())
                .containsExactly("Morning", "Afternoon", "Evening");
        assertThat(page.select(".carelet-form-fold > :first-child, .carelet-form-fold > summary > :first-child")
                        .eachText())
                .contains("Monday, November 30", "Saturday, December 5, to Sunday, December 6");
        assertThat(page.select("p.carelet-form-fold").eachText())
                .containsExactly(
                        "Monday, November 30 Too late to book online. Call us",
                        "Saturday, December 5, to Sunday, December 6 Closed",
                        "Saturday, December 12, to Sunday, December 13 Closed");
        assertThat(page.select("input[name=preferred]")).isEmpty();
        assertThat(page.select("input[name=slot][checked]")).isEmpty();
        assertThat(page.expectFirst("h1").text()).isEqualTo("Book an appointment");
        assertThat(page.expectFirst("[data-carelet-next]").text()).isEqualTo("Continue");
        assertThat(page.text()).contains("Times are in Pacific Time.");
    }

    @Test
    void otherDaysOtherPlacesAndOtherWaysAreAddresses() {
        List<Element> turns = page(EXAM + "&lang=es&partner=foothill").select(".carelet-form-turn a");
        String rest = "&lang=es&partner=foothill";
        String denver = Site.BASE + "/book?type=exam&location=denver" + rest;
        assertThat(turns)
                .extracting(each -> each.attr("href"))
                .containsExactly(
                        Site.BASE + EXAM + rest + "&from=2026-12-14#carelet-slot",
                        denver + "&slot=2026-12-03T09%3A00%3A00-07%3A00#top",
                        Site.BASE + EXAM + rest + "&when=preferred#carelet-times");
        assertThat(turns.get(1).text()).isEqualTo("Denver: jueves, 3 de diciembre, 9 a. m.");
        assertThat(page(below(turns.get(1).attr("href")))
                        .expectFirst("input[type=hidden][name=slot]")
                        .val())
                .isEqualTo("2026-12-03T09:00:00-07:00");
    }

    @Test
    void otherDaysOtherPlacesAndOtherWaysKeepWhatWasTyped() {
        Document who = Filled.parse(site.lastStep(EXAM + "&lang=es&partner=foothill"));
        Filled typed = Filled.from(who.expectFirst("form[method=post]")).set("givenName", "Typed \"><b>");
        Document page = turn(who.expectFirst(".carelet-form-change button[formaction*=when]"), typed);
        assertThat(page.select("[name=givenName]").attr("type")).isEqualTo("hidden");
        Filled form = Filled.from(page.expectFirst("form[method=post]"));
        List<Element> turns = page.select(".carelet-form-turn button");
        String at = Site.BASE + "/bookings?partner=foothill&at=";
        assertThat(turns)
                .extracting(each -> each.attr("formaction"))
                .containsExactly(
                        at + "arcadia&when=times&from=2026-12-14#carelet-slot",
                        at + "denver&when=times#carelet-slot",
                        at + "arcadia&when=preferred#carelet-times");
        Document later = turn(turns.get(0), form);
        assertThat(later.expectFirst("details input[name=slot]").attr("value")).isEqualTo("2026-12-14T08:00:00-08:00");
        assertThat(later.select("label em")).isEmpty();
        assertThat(later.expectFirst("[name=givenName]").val()).isEqualTo("Typed \"><b>");
        assertThat(later.select(".carelet-form-turn button").eachText()).contains("Volver a los primeros horarios");
        Document parts = turn(turns.get(2), form);
        assertThat(parts.select("input[name=slot]")).isEmpty();
        assertThat(parts.select("input[name=preferred]")).isNotEmpty();
        assertThat(parts.select(".carelet-form-turn button").eachText()).containsExactly("Ver los horarios libres");
        Document denver = turn(turns.get(1), form.set("slot", turns.get(1).attr("value")));
        assertThat(denver.select("input[name=slot][checked]").attr("value"))
                .isEqualTo(turns.get(1).attr("value"))
                .endsWith("-07:00");
        assertThat(denver.expectFirst("[name=givenName]").val()).isEqualTo("Typed \"><b>");
    }

    @Test
    void anotherWishOrPlaceLosesNothingThatWasTypedAlsoWithoutAScript() {
        Document who = Filled.parse(site.lastStep("/book?type=exam&location=arcadia"));
        Filled typed = Filled.from(who.expectFirst("form[method=post]"))
                .set("givenName", "Zoë \"><b>")
                .set("mayLeaveMessage", "yes");
        List<Element> changes = who.select(".carelet-form-change button[formaction*=step]");
        assertThat(changes)
                .extracting(each -> each.attr("formaction"))
                .containsExactly(Site.BASE + "/bookings?step=what#top", Site.BASE + "/bookings?step=where#top");
        Document where = turn(changes.get(1), typed);
        assertThat(where.select("input[type=radio]").eachAttr("name")).containsOnly("location");
        assertThat(where.select("[data-carelet-typed]").eachAttr("name")).contains("givenName", "mayLeaveMessage");
        Document when = next(where, form -> form.set("location", "denver"));
        assertThat(when.text()).contains("Times are in Mountain Time.");
        String slot = when.expectFirst("input[name=slot]").val();
        Document again = next(when, form -> form.set("slot", slot));
        assertThat(again.expectFirst("[name=givenName]").val()).isEqualTo("Zoë \"><b>");
        assertThat(again.select("[name=mayLeaveMessage][checked]")).hasSize(1);
        Document what = turn(changes.get(0), typed);
        assertThat(what.select("input[type=radio]").eachAttr("name")).containsOnly("type");
        HttpResponse<String> sent = site.post(
                "/bookings",
                Filled.from(again.outerHtml())
                        .set("familyName", "Example")
                        .set("phone", "(626) 555-0143")
                        .set("consent", "1")
                        .set("givenName", "Zoë")
                        .set("bookingFor", "self")
                        .set("patientType", "new")
                        .fields());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    }

    private Document next(Document page, UnaryOperator<Filled> chosen) {
        Element form = page.expectFirst("form[method=post]");
        HttpResponse<String> answer = site.post(
                below(form.attr("action")), chosen.apply(Filled.from(form)).fields());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Filled.parse(answer.body());
    }

    /** The first button is the one of the Enter key: it must send the form, not turn a page. */
    @Test
    void theEnterKeySendsTheForm() {
        for (String path : List.of(EXAM, REQUEST, EXAM + "&when=preferred")) {
            for (String html : List.of(site.get(path).body(), site.lastStep(path))) {
                Element first = Filled.parse(html).expectFirst("[form=carelet-form], #carelet-form button");
                assertThat(first.hasAttr("formaction")).as(path).isFalse();
            }
        }
    }

    private Document turn(Element button, Filled form) {
        HttpResponse<String> answer = site.post(below(button.attr("formaction")), form.fields());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return Filled.parse(answer.body());
    }

    @Test
    void aTypeThatIsRequestedAsksForPartsOfDaysAndLeadsToExactTimes() {
        Document page = page(REQUEST);
        assertThat(page.select("input[name=slot]")).isEmpty();
        Element turn = page.expectFirst(".carelet-form-turn a");
        assertThat(turn.text()).isEqualTo("Pick an exact time instead");
        assertThat(below(turn.attr("href"))).isEqualTo(REQUEST + "&when=times");
        Document exact = page(REQUEST + "&when=times");
        assertThat(exact.select("input[name=slot]")).isNotEmpty();
        assertThat(exact.text()).contains("We keep the time that you pick until then.");
        assertThat(exact.expectFirst("[data-carelet-next]").text()).isEqualTo("Continue");
        assertThat(Filled.parse(site.lastStep(REQUEST + "&when=times"))
                        .expectFirst("[data-carelet-next]")
                        .text())
                .isEqualTo("Request this appointment");
    }

    @ParameterizedTest
    @CsvSource({"exam, confirmed, Your appointment is confirmed", "talk, requested, Your request has been sent"})
    void aPickedTimeIsBooked(String type, String status, String heading) {
        String path = "/book?type=" + type + "&location=arcadia&when=times";
        String slot = page(path).select("input[name=slot]").get(3).attr("value");
        Element form = Filled.parse(site.lastStep(path)).expectFirst("form[method=post]");
        Filled filled = Filled.from(form)
                .asPatient()
                .without("preferred")
                .set("consent", "1")
                .set("slot", slot);
        HttpResponse<String> sent = site.post(below(form.attr("action")), filled.fields());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        Document manage = page(below(sent.headers().firstValue("Location").orElseThrow()));
        assertThat(manage.expectFirst("h1").text()).isEqualTo(heading);
        assertThat(manage.expectFirst(".carelet-form-cancel summary").text())
                .isEqualTo(status.equals("confirmed") ? "Cancel this visit" : "Cancel this request");
        assertThat(page(path).select("input[value=" + slot + "]")).isEmpty();
    }

    @Test
    void whoComesLateFindsTheNearestTimesAndOtherPlacesAtTheTopAndEverythingKept() {
        Filled late = patient(EXAM).set("slot", "2026-12-01T09:00:00-08:00").set("givenName", "Late \"><b>");
        assertThat(site.post(
                                "/bookings",
                                patient(EXAM)
                                        .set("slot", "2026-12-01T09:00:00-08:00")
                                        .fields())
                        .statusCode())
                .isEqualTo(303);

        HttpResponse<String> answer = site.post("/bookings", late.fields());

        assertThat(answer.statusCode()).isEqualTo(409);
        Document page = Filled.parse(answer.body());
        assertThat(page.select("#top a").attr("href")).isEqualTo("#carelet-slot");
        Element section = page.expectFirst("#carelet-slot");
        assertThat(section.select("input[name=slot]").eachAttr("value")).doesNotContain("2026-12-01T09:00:00-08:00");
        assertThat(section.expectFirst("fieldset").select("legend, span").eachText())
                .contains("The nearest free times", "Tuesday, December 1, 9:45 AM");
        assertThat(section.select("input[name=slot][checked]")).isEmpty();
        Element denver = section.expectFirst(".carelet-form-elsewhere button");
        assertThat(denver.text()).startsWith("Denver: Thursday, December 3, ");
        assertThat(Filled.from(answer.body()).value("givenName")).isEqualTo("Late \"><b>");

        HttpResponse<String> there = site.post(
                below(denver.attr("formaction")),
                Filled.from(answer.body()).set("slot", denver.attr("value")).fields());
        assertThat(there.statusCode()).isEqualTo(200);
        assertThat(there.headers().firstValue("Cache-Control")).contains("no-store");
        Filled moved = Filled.from(there.body());
        assertThat(moved.value("location")).isEqualTo("denver");
        assertThat(moved.value("slot")).isEqualTo(denver.attr("value")).endsWith("-07:00");
        assertThat(moved.value("givenName")).isEqualTo("Late \"><b>");
        assertThat(there.body()).contains("Times are in Mountain Time.");
        assertThat(site.post("/bookings", moved.set("givenName", "Late").fields())
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aWayOutOfAReturnedFormBooksNothingAndLosesNothing() {
        HttpResponse<String> answer = site.post("/bookings", patient(EXAM).fields());
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Filled.parse(answer.body());
        assertThat(page.select("#top a").eachText()).containsExactly("Choose a time");
        Element turn = page.expectFirst(".carelet-form-turn button[formaction*=preferred]");
        assertThat(turn.text()).isEqualTo("None of these times work for me");
        Filled kept = Filled.from(answer.body()).set("slot", "2026-12-01T09:00:00-08:00");
        HttpResponse<String> turned = site.post(below(turn.attr("formaction")), kept.fields());
        assertThat(turned.statusCode()).isEqualTo(200);
        Document parts = Filled.parse(turned.body());
        assertThat(parts.select("input[name=slot]")).isEmpty();
        assertThat(Filled.from(turned.body()).value("givenName")).isEqualTo(kept.value("givenName"));
        assertThat(page(EXAM).select("input[value=2026-12-01T09:00:00-08:00]"))
                .as("nothing was booked")
                .hasSize(1);
        HttpResponse<String> chosen = site.post(
                below(parts.expectFirst("form").attr("action")),
                Filled.from(turned.body())
                        .set("preferred", "2026-12-02/morning")
                        .fields());
        Filled last = Filled.from(chosen.body());
        assertThat(last.value("givenName")).isEqualTo(kept.value("givenName"));
        HttpResponse<String> sent = site.post("/bookings", last.fields());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    }

    @Test
    void bothAnswersAtOnceAreShownBothAndNeitherIsLost() {
        Filled both = patient(EXAM).set("slot", "2026-12-03T09:00:00-08:00").set("preferred", "2026-12-02/any");
        HttpResponse<String> answer = site.post("/bookings", both.fields());
        assertThat(answer.statusCode()).isEqualTo(422);
        Filled again = Filled.from(answer.body());
        assertThat(again.value("preferred")).isEqualTo("2026-12-02/any");
        assertThat(again.value("slot")).isEqualTo("2026-12-03T09:00:00-08:00");
        assertThat(Filled.parse(answer.body()).select("details[open] input[name=slot][checked]"))
                .hasSize(1);
    }

    @Test
    void anHourThatTheClocksShowTwiceIsOfferedTwiceWithItsOffset() {
        site.setNow(Instant.parse("2026-10-30T18:00:00Z"));
        assertThat(page("/book?type=watch&location=night")
                        .select("details[open] label")
                        .eachText())
                .containsExactly(
                        "midnight earliest",
                        "12:30 AM",
                        "1 AM (UTC-07:00)",
                        "1:30 AM (UTC-07:00)",
                        "1 AM (UTC-08:00)",
                        "1:30 AM (UTC-08:00)",
                        "2 AM",
                        "2:30 AM");
    }

    @Test
    void whereAVisitFitsNoDayOneCalls() {
        Document page = page("/book?type=rare&location=arcadia");
        assertThat(page.select("input[name=slot], input[name=preferred], .carelet-form-turn"))
                .isEmpty();
        assertThat(page.select("[data-carelet-next]"))
                .as("there is nothing to go on with")
                .isEmpty();
        assertThat(page.text())
                .contains("There are no days to choose from right now.")
                .doesNotContain("Tell us when you can come");
    }

    @Test
    void whenTheStoreIsAwayThePickIsKept() {
        Filled form = patient(EXAM).set("slot", "2026-12-01T09:00:00-08:00");
        site.shutStore();
        HttpResponse<String> answer = site.post("/bookings", form.fields());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Filled.from(answer.body()).value("slot")).isEqualTo("2026-12-01T09:00:00-08:00");
        Document page = page(EXAM);
        assertThat(page.select("input[name=slot], .carelet-form-turn")).isEmpty();
        assertThat(page.select("input[name=preferred]")).isNotEmpty();
        assertThat(page.text()).contains("There are no free times to pick from right now. Tell us when you can come.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"when=never", "from=2026-02-30", "from=x", "when=times&from=1"})
    void whatMeansNothingIsSaidSo(String more) {
        assertThat(site.get(EXAM + "&" + more).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01", "2026-11-30", "9999-12-31"})
    void aDayWithoutTimesLeadsToTheNearestThatHasSome(String from) {
        assertThat(page(EXAM + "&from=" + from).expectFirst("input[name=slot]").attr("value"))
                .isEqualTo("2026-12-01T08:00:00-08:00");
    }

    @Test
    void twoWeeksOfTimesAreLight() throws IOException {
        String html = site.get(EXAM).body();
        int times = Filled.parse(html).select("input[name=slot]").size();
        System.out.printf(
                "booking page with %d times in two weeks: %d bytes, %d gzip, limit 12288%n",
                times, html.getBytes(StandardCharsets.UTF_8).length, gzip(html));
        assertThat(times).isGreaterThan(250);
        assertThat(gzip(html)).isLessThan(12 * 1024);
    }

    private static int gzip(String html) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(html.getBytes(StandardCharsets.UTF_8));
        }
        return packed.size();
    }

    private Filled patient(String path) {
        return site.patient(path).without("preferred").set("consent", "1");
    }

    private Document page(String path) {
        HttpResponse<String> answer = site.send("GET", Site.BASE + path, Map.of(), "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Filled.parse(answer.body());
    }

    private static String below(String href) {
        return href.substring(Site.BASE.length()).replaceAll("#.*", "");
    }
}
