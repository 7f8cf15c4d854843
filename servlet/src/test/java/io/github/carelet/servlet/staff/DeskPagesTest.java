package io.github.carelet.servlet.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day, who calls, what is closed, and who saw what. */
class DeskPagesTest {

    private static final String WEDNESDAY_NINE = "2026-12-02T09:00:00-08:00";
    private static final String PHONE = "phone?type=first-visit&location=arcadia";

    @TempDir
    private Path folder;

    private StaffSite site;

    @BeforeEach
    void start() {
        site = new StaffSite(folder);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void aDayShowsItsVisitsByTheirStart() {
        site.request(Map.of("givenName", "Late", "slot", "2026-12-02T11:00:00-08:00"));
        site.request(Map.of("givenName", "Early", "slot", WEDNESDAY_NINE));

        Document day = site.page("ann", "day?location=arcadia&day=2026-12-02");

        assertThat(day.select("h1").text()).isEqualTo("Arcadia: Wednesday, December 2, 2026");
        assertThat(day.select("tbody tr td:first-child").eachText()).containsExactly("9 AM", "11 AM");
        assertThat(day.select("tbody th a").eachText()).containsExactly("Early Example", "Late Example");
        assertThat(site.page("ann", "day?location=arcadia&day=2026-11-30&view=week")
                        .select("h2"))
                .hasSize(7);
        assertThat(site.page("ann", "day?location=glendale&day=2026-12-02").select("tbody tr"))
                .isEmpty();
    }

    @Test
    void aBookingOfAPatientWhoCallsIsEntered() {
        Document form = site.page("ann", PHONE);
        Map<String, String> filled =
                Map.of("start", WEDNESDAY_NINE, "givenName", "Grace", "phone", "626 555 0177", "language", "es");

        HttpResponse<String> answer = site.submit("ann", form, "/phone", filled);

        assertThat(answer.statusCode()).isEqualTo(303);
        String there = answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/staff/", "");
        Document page = site.page("ann", there.replaceFirst("#.*", ""));
        assertThat(page.select("h1").text()).isEqualTo("Grace");
        assertThat(page.select("[role=status]").text()).startsWith("Entered.");
        assertThat(page.select("main").text())
                .contains("Confirmed", "Wednesday, December 2, 9 AM", "By phone", "Spanish");
    }

    @Test
    void whatIsMissingInACallIsSaidAndNothingTypedIsLost() {
        HttpResponse<String> answer =
                site.submit("ann", site.page("ann", PHONE), "/phone", Map.of("givenName", "Grace <b>"));

        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("[role=alert] li").eachText())
                .contains("Pick a time, or type the day that the patient would like.", "Fill in: Phone");
        assertThat(page.select("[name=givenName]").val()).isEqualTo("Grace <b>");
    }

    @Test
    void aCallWithoutATimeIsARequest() {
        HttpResponse<String> answer = site.submit(
                "ann",
                site.page("ann", PHONE),
                "/phone",
                Map.of("wish", "2026-12-04", "part", "morning", "givenName", "Grace", "phone", "626 555 0177"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(site.page("ann", "").select("tbody th a").eachText()).containsExactly("Grace");
    }

    @Test
    void anUnusualTimeOfACallIsEnteredOnlyWhenThatIsConfirmed() {
        Document form = site.page("ann", PHONE);
        Map<String, String> sunday =
                Map.of("day", "2026-12-06", "time", "07:30", "givenName", "Grace", "phone", "626 555 0177");

        HttpResponse<String> asked = site.submit("ann", form, "/phone", sunday);
        assertThat(asked.statusCode()).isEqualTo(422);

        Map<String, String> anyway = new java.util.HashMap<>(sunday);
        anyway.put("anyway", "yes");
        assertThat(site.submit("ann", Jsoup.parse(asked.body()), "/phone", anyway)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aClosedDayShowsWhomItConcernsAndIsOpenedAgain() {
        String reference = site.request(Map.of("slot", WEDNESDAY_NINE));
        Document page = site.page("ann", "closures");

        HttpResponse<String> answer = site.submit(
                "ann",
                page,
                "/closures",
                Map.of("scope", "place arcadia", "from", "2026-12-02", "note", "Water damage"));

        assertThat(answer.statusCode()).isEqualTo(303);
        String there = answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/staff/", "");
        Document closed = site.page("ann", there);
        assertThat(closed.select(".carelet-staff-closed h2").text()).isEqualTo("Arcadia: Wednesday, December 2, 2026");
        assertThat(closed.select(".carelet-staff-closed").text()).contains("1 booking is in its way", reference);
        assertThat(site.page("ann", PHONE).select("[name=start]").eachAttr("value"))
                .doesNotContain(WEDNESDAY_NINE);

        assertThat(site.submit("ann", closed, "/open", Map.of()).statusCode()).isEqualTo(303);
        assertThat(site.page("ann", "closures").select(".carelet-staff-closed")).isEmpty();
        assertThat(site.page("root", "audit").select("tbody").text())
                .contains(
                        "Changed closures Arcadia closed: Wednesday, December 2, 2026",
                        "Changed closures Arcadia open again: Wednesday, December 2, 2026")
                .doesNotContain("2026-12-02");
    }

    @Test
    void theTrailSaysOfARoomAndOfAFewHoursNoMoreThanWasClosed() {
        Document page = site.page("ann", "closures");
        String room = page.select("option[value^='pool ']").get(0).val();
        Map<String, String> hours = Map.of("from", "2026-12-02", "start", "09:00", "end", "10:30");
        Map<String, String> closed = new LinkedHashMap<>(hours);
        closed.put("scope", room);

        assertThat(site.submit("ann", page, "/closures", closed).statusCode()).isEqualTo(303);

        String what =
                site.page("ann", "closures").select(".carelet-staff-closed h2").text();
        String[] said = what.split(": ", 2);
        assertThat(what).contains("9 AM", "10:30 AM", room.split(" ")[2]);
        assertThat(site.page("root", "audit").select("tbody").text())
                .contains("Changed closures " + said[0] + " closed: " + said[1]);
    }

    @Test
    void aClosureThatMakesNoSenseClosesNothing() {
        Document page = site.page("ann", "closures");
        for (Map<String, String> wrong : List.of(
                Map.of("scope", "place arcadia", "from", ""),
                Map.of("scope", "place nowhere", "from", "2026-12-02"),
                Map.of("scope", "nothing", "from", "2026-12-02"),
                Map.of("scope", "place arcadia", "from", "2026-12-02", "to", "2026-12-01"),
                Map.of("scope", "place arcadia", "from", "2026-11-01"),
                Map.of("scope", "place arcadia", "from", "2026-12-02", "start", "09:00"))) {
            assertThat(site.submit("ann", page, "/closures", wrong).statusCode())
                    .as(wrong.toString())
                    .isEqualTo(422);
        }
        assertThat(site.page("ann", "closures").select(".carelet-staff-closed")).isEmpty();
    }

    @Test
    void anAdministratorSeesWhoSawWhatAndThatNothingIsMissing() {
        String reference = site.request(Map.of());
        site.page("bob", "bookings/" + reference);

        Document trail = site.page("root", "audit?verify=yes");

        assertThat(trail.select("tbody").text())
                .contains("bob Opened " + reference)
                .doesNotContain("Ada");
        assertThat(trail.select("[role=status]").text()).startsWith("The trail is whole");
        assertThat(site.page("root", "audit?about=" + reference).select("tbody tr"))
                .isNotEmpty();
        assertThat(site.page("bob", "").select("nav a").eachText()).doesNotContain("Audit trail");
    }

    @Test
    void whatArrivedIsNotAmongWhatDidNot() {
        assertThat(site.page("ann", "deliveries").select(".carelet-staff-empty").text())
                .isEqualTo("Everything arrived.");
    }
}
