package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.ClinicAction;
import io.github.carelet.booking.ClinicOutcome;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What patients do on their page: put the visit in a calendar, move it, take a time that is offered. */
class ManageFormsTest {

    private static final String EXAM = "/book?type=exam&location=arcadia";

    private Site site;

    @BeforeEach
    void open(@TempDir Path folder) {
        site = Site.of(folder, FreeTimesTest.CLINIC);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theCalendarFileTellsTimeAndPlaceAndNothingElse() {
        String page = book("slot", "2026-12-01T09:30:00-08:00");
        Document shown = page(page);
        assertThat(shown.text()).contains("Tuesday, December 1, 2026, 9:30 AM, Pacific Time");
        assertThat(shown.select("a[href$=/calendar.ics]").attr("href")).isEqualTo(Site.BASE + page + "/calendar.ics");

        HttpResponse<String> file = site.get(page + "/calendar.ics");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualTo("text/calendar;charset=utf-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"appointment.ics\"");
        assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(file.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox allow-forms");
        String reference = shown.expectFirst(".carelet-form-reference").text();
        assertThat(file.body())
                .contains("UID:" + reference + "@oak\r\n")
                .contains("SEQUENCE:0\r\n")
                .contains("STATUS:CONFIRMED\r\n")
                .contains("DTSTART;TZID=America/Los_Angeles:20261201T093000\r\n")
                .contains("DTEND;TZID=America/Los_Angeles:20261201T101500\r\n")
                .contains("SUMMARY:Appointment at Oak Clinic\r\n")
                .doesNotContainIgnoringCase("exam\r\n")
                .doesNotContain("Zo");
        site.post(page + "/cancel", site.form(page).fields());
        assertThat(site.get(page + "/calendar.ics").body())
                .contains("UID:" + reference + "@oak\r\n")
                .contains("SEQUENCE:1\r\n")
                .contains("STATUS:CANCELLED\r\n");
    }

    @Test
    void whatHasNoTimeHasNoCalendarFile() {
        String page = book("preferred", "2026-12-02/morning");
        assertThat(page(page).select("a[href$=.ics]")).isEmpty();
        assertThat(site.get(page + "/calendar.ics").statusCode()).isEqualTo(404);
        assertThat(site.get("/bookings/none/calendar.ics").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"calendar.ics POST", "reschedule GET", "accept GET", "cancel GET", "accept PUT"})
    void eachAddressTakesItsMethodOnly(String what) {
        String page = book("slot", "2026-12-01T09:30:00-08:00");
        String before = site.get(page).body().replaceAll("value=\"[^\"]*\"", "");
        String[] parts = what.split(" ");
        HttpResponse<String> answer = site.send(parts[1], Site.BASE + page + "/" + parts[0], Map.of(), "");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).isPresent();
        assertThat(site.get(page).body().replaceAll("value=\"[^\"]*\"", "")).isEqualTo(before);
    }

    @Test
    void aVisitIsMovedToAnotherTimeAndTheOldOneIsFreeAgain() {
        String page = book("slot", "2026-12-01T09:30:00-08:00");
        Element form = moveForm(page);
        assertThat(form.select("input[name=slot]").eachAttr("value")).doesNotContain("2026-12-01T09:30:00-08:00");
        assertThat(form.select(".carelet-form-turn a").eachAttr("href"))
                .contains(
                        Site.BASE + page + "?change=times&from=2026-12-14#carelet-move",
                        Site.BASE + page + "?change=preferred#carelet-move",
                        Site.BASE + page + "?change=times&at=denver#carelet-move");

        HttpResponse<String> moved = site.post(
                below(form.attr("action")),
                Filled.from(form).set("slot", "2026-12-02T14:00:00-08:00").fields());

        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(303);
        assertThat(moved.headers().firstValue("Location")).contains(Site.BASE + page + "#top");
        assertThat(page(page).text()).contains("Wednesday, December 2, 2026, 2 PM, Pacific Time");
        assertThat(site.get(page + "/calendar.ics").body()).contains("SEQUENCE:1\r\n");
        assertThat(page(EXAM).select("input[value=2026-12-01T09:30:00-08:00]")).hasSize(1);
    }

    @Test
    void whoMovesTooLateFindsOtherTimesAndKeepsTheOldOne() {
        String page = book("slot", "2026-12-01T09:30:00-08:00");
        Element form = moveForm(page);
        book("slot", "2026-12-02T14:00:00-08:00");

        HttpResponse<String> late = site.post(
                below(form.attr("action")),
                Filled.from(form).set("slot", "2026-12-02T14:00:00-08:00").fields());

        assertThat(late.statusCode()).isEqualTo(409);
        Document again = Filled.parse(late.body());
        assertThat(again.select("#top a").attr("href")).isEqualTo("#carelet-slot");
        assertThat(again.expectFirst("#carelet-slot fieldset legend").text()).isEqualTo("The nearest free times");
        assertThat(again.text()).contains("Tuesday, December 1, 2026, 9:30 AM");
        assertThat(again.select("details.carelet-form-cancel[open]")).isEmpty();
        HttpResponse<String> none = site.post(
                below(form.attr("action")),
                Filled.from(again.expectFirst("#carelet-move")).fields());
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(Filled.parse(none.body()).select("#top a").eachText()).containsExactly("Choose a time");
    }

    @Test
    void aVisitGoesBackToTheClinicWithOtherWishes() {
        String page = book("slot", "2026-12-01T09:30:00-08:00");
        Element form = page(page + "?change=preferred").expectFirst("#carelet-move");
        HttpResponse<String> moved = site.post(
                below(form.attr("action")),
                Filled.from(form).set("preferred", "2026-12-03/morning").fields());
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(303);
        assertThat(page(page).expectFirst("h1").text()).isEqualTo("Your request has been sent");
        assertThat(page(page).text()).contains("Thursday, December 3, in the morning");
    }

    @Test
    void oneOfTheTimesThatTheClinicOffersIsTaken() {
        String page = book("preferred", "2026-12-02/morning");
        String reference = page(page).expectFirst(".carelet-form-reference").text();
        ClinicAction action = new ClinicAction(reference, 1, "Robin", Optional.empty());
        ClinicOutcome offered = site.staff()
                .propose(
                        action,
                        List.of(Instant.parse("2026-12-02T17:00:00Z"), Instant.parse("2026-12-02T18:00:00Z")),
                        Instant.parse("2026-12-01T18:00:00Z"));
        assertThat(offered).isInstanceOf(ClinicOutcome.Done.class);
        Document shown = page(page);
        assertThat(shown.text()).contains("We keep these times for you until Tuesday, December 1, 10 AM.");
        Element form = shown.expectFirst("form[action*=/accept]");
        assertThat(form.select("li > span").eachText())
                .containsExactly("Wednesday, December 2, 9 AM", "Wednesday, December 2, 10 AM");
        assertThat(site.post(below(form.attr("action")), Filled.from(form).fields())
                        .statusCode())
                .isEqualTo(422);
        assertThat(site.post(
                                below(form.attr("action")),
                                Filled.from(form)
                                        .set("offer", "2026-12-02T11:00:00-08:00")
                                        .fields())
                        .body())
                .contains("Choose another one");

        String second = form.select("button").get(1).attr("value");
        HttpResponse<String> taken = site.post(
                below(form.attr("action")),
                Filled.from(form).set("offer", second).fields());

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
        assertThat(page(page).expectFirst("h1").text()).isEqualTo("Your appointment is confirmed");
        assertThat(page(page).text()).contains("Wednesday, December 2, 2026, 10 AM");
        assertThat(page(page).select("form[action*=/accept]")).isEmpty();
    }

    private String book(String field, String value) {
        Filled filled =
                site.patient(EXAM).without("preferred").set("consent", "1").set(field, value);
        HttpResponse<String> sent = site.post("/bookings", filled.fields());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        return below(sent.headers().firstValue("Location").orElseThrow());
    }

    private Element moveForm(String page) {
        Document shown = page(page);
        assertThat(shown.select("#carelet-move")).isEmpty();
        String link = shown.select("a[href*=change=times]").attr("href");
        return page(below(link)).expectFirst("#carelet-move");
    }

    private Document page(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Filled.parse(answer.body());
    }

    private static String below(String href) {
        return href.substring(Site.BASE.length()).replaceAll("#.*", "");
    }
}
