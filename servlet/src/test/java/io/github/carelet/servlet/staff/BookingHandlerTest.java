package io.github.carelet.servlet.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookingHandlerTest {

    private static final String WEDNESDAY_NINE = "2026-12-02T09:00:00-08:00";
    private static final String FRIDAY_TEN = "2026-12-04T10:00:00-08:00";

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
    void thePageShowsWhoWantsWhatAndHowToReachThem() {
        String reference = site.request(Map.of(
                "type",
                "pt-evaluation",
                "reason",
                "<b>It hurts",
                "interpreter",
                "Armenian",
                "email",
                "ada@example.org",
                "mayLeaveMessage",
                "yes",
                "answers.side",
                "Left"));

        Document page = open(reference);

        assertThat(page.title()).isEqualTo("Booking " + reference + " – Maple Street Clinic");
        assertThat(page.select("h1").text()).isEqualTo("Ada Example");
        assertThat(page.select("a[href^=tel:]").text()).isEqualTo("(626) 555-0111");
        assertThat(page.select("a[href^=mailto:]").attr("href")).isEqualTo("mailto:ada@example.org");
        assertThat(page.select("main").text())
                .contains(
                        "You may leave a message",
                        "Physical therapy evaluation",
                        "<b>It hurts",
                        "Armenian",
                        "Which side? Left",
                        "New",
                        "Waiting for 0 min. Answer by");
        assertThat(page.select(".carelet-staff-chip input").eachAttr("value"))
                .contains("2026-12-02T09:30:00-08:00", "2026-12-04T10:15:00-08:00", "2026-12-03T13:00:00-08:00")
                .doesNotHaveDuplicates();
    }

    @Test
    void aFreeTimeIsConfirmedWithOneForm() {
        String reference = site.request(Map.of());

        HttpResponse<String> answer = submit(reference, "/confirm", Map.of("start", WEDNESDAY_NINE, "note", "Called."));

        assertThat(answer.statusCode()).isEqualTo(303);
        String there = answer.headers().firstValue("Location").orElseThrow();
        assertThat(there).endsWith("/staff/bookings/" + reference + "?done=confirm#top");
        Document page = Jsoup.parse(
                site.get("ann", "bookings/" + reference + "?done=confirm").body());
        assertThat(page.select("[role=status]").text()).isEqualTo("Confirmed. The patient is told.");
        assertThat(page.select(".carelet-staff-title .carelet-staff-state").text())
                .isEqualTo("Confirmed");
        assertThat(page.select(".carelet-staff-when").text()).isEqualTo("Wednesday, December 2, 9 AM");
        assertThat(page.select(".carelet-staff-steps").text()).contains("ann Confirmed Called.");
    }

    @Test
    void timesAreOfferedAndAcceptedForThePatient() {
        String reference = site.request(Map.of());

        assertThat(submit(reference, "/propose", Map.of("start", List.of(WEDNESDAY_NINE, FRIDAY_TEN), "until", "PT24H"))
                        .statusCode())
                .isEqualTo(303);
        Document page = open(reference);
        assertThat(page.select("main").text()).contains("The offer holds until Tuesday, December 1, 10 AM");
        assertThat(page.select(".carelet-staff-day").eachText().get(0)).startsWith("Offered to the patient");

        assertThat(submit(reference, "/confirm", Map.of("start", FRIDAY_TEN)).statusCode())
                .isEqualTo(303);
        assertThat(open(reference).select(".carelet-staff-when").text()).isEqualTo("Friday, December 4, 10 AM");
    }

    @Test
    void anUnusualTimeIsDoneOnlyWhenThatIsConfirmed() {
        String reference = site.request(Map.of());
        Map<String, String> sunday = Map.of("day", "2026-12-06", "time", "07:30", "note", "At their wish.");

        HttpResponse<String> asked = submit(reference, "/confirm", sunday);

        assertThat(asked.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(asked.body());
        assertThat(page.select("[role=alert]").text()).contains("outside the hours");
        assertThat(page.select("[name=day]").val()).isEqualTo("2026-12-06");
        assertThat(page.select("[name=time]").val()).isEqualTo("07:30");
        assertThat(page.select("#note").text()).isEqualTo("At their wish.");
        HttpResponse<String> done = site.submit(
                "ann",
                page,
                "/confirm",
                Map.of("day", "2026-12-06", "time", "07:30", "note", "At their wish.", "anyway", "yes"));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(open(reference).select(".carelet-staff-when").text()).isEqualTo("Sunday, December 6, 7:30 AM");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            confirm |                           |            |       | Pick one time to confirm.
            propose |                           |            |       | Pick one to three times to offer.
            confirm |                           | 2026-12-06 |       | Type a day and a time that the clocks show.
            confirm |                           | 2027-03-14 | 02:30 | Type a day and a time that the clocks show.
            confirm | never                     |            |       | Type a day and a time that the clocks show.
            confirm | 2026-12-02T09:00:00-08:00 | 2026-12-04 | 10:00 | Pick one time to confirm.
            decline |                           |            |       | Say why, for the clinic's record.
            """)
    void whatIsMissingIsSaid(String deed, String start, String day, String time, String problem) {
        String reference = site.request(Map.of());
        Map<String, String> filled = new java.util.HashMap<>();
        filled.put("start", start == null ? "" : start);
        filled.put("day", day == null ? "" : day);
        filled.put("time", time == null ? "" : time);

        HttpResponse<String> answer = submit(reference, "/" + deed, filled);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("[role=alert]").text()).contains(problem);
        assertThat(open(reference).select(".carelet-staff-steps li")).hasSize(1);
    }

    @Test
    void whoIsLateSeesBothSidesAndLosesNothing() {
        String reference = site.request(Map.of());
        Document ann = open(reference);
        Document bob = site.page("bob", "bookings/" + reference);

        assertThat(site.submit("ann", ann, "/confirm", Map.of("start", WEDNESDAY_NINE, "note", "First."))
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> late = site.submit("bob", bob, "/decline", Map.of("note", "No referral, and <i>more</i>"));

        assertThat(late.statusCode()).isEqualTo(412);
        Document page = Jsoup.parse(late.body());
        assertThat(page.select(".carelet-staff-clash").text())
                .contains(
                        "Someone else changed this booking: ann",
                        "What happened",
                        "Confirmed",
                        "First.",
                        "What you were about to do",
                        "Decline",
                        "No referral, and <i>more</i>");
        assertThat(open(reference).select(".carelet-staff-steps li")).hasSize(2);
    }

    @Test
    void whatWasTypedIsStillInTheFormWhenItIsStillPossible() {
        String reference = site.request(Map.of());
        Document bob = site.page("bob", "bookings/" + reference);
        submit(reference, "/waitlist", Map.of());

        HttpResponse<String> late = site.submit("bob", bob, "/decline", Map.of("note", "We can't."));
        Document page = Jsoup.parse(late.body());
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(page.select("#decline").val()).isEqualTo("We can't.");
        assertThat(page.select("details[open] #decline")).hasSize(1);

        assertThat(site.submit("bob", page, "/decline", Map.of("note", "We can't."))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aButtonThatIsPressedTwiceDoesItsWorkOnce() {
        String reference = site.request(Map.of());
        Document page = open(reference);
        Map<String, String> filled = Map.of("start", WEDNESDAY_NINE);

        assertThat(site.submit("ann", page, "/confirm", filled).statusCode()).isEqualTo(303);
        assertThat(site.submit("ann", page, "/confirm", filled).statusCode()).isEqualTo(303);

        assertThat(open(reference).select(".carelet-staff-steps li")).hasSize(2);
    }

    @Test
    void aVisitIsFollowedToItsEnd() {
        String reference = site.request(Map.of("slot", WEDNESDAY_NINE));
        assertThat(submit(reference, "/confirm", Map.of()).statusCode()).isEqualTo(303);
        assertThat(open(reference).select("form[action*=/no-show]")).isEmpty();

        site.setNow(StaffSite.START.plus(Duration.ofHours(47)));
        assertThat(open(reference).select("form[action*=/no-show]")).hasSize(1);
        assertThat(submit(reference, "/arrive", Map.of()).statusCode()).isEqualTo(303);
        assertThat(submit(reference, "/complete", Map.of()).statusCode()).isEqualTo(303);

        Document page = open(reference);
        assertThat(page.select(".carelet-staff-title .carelet-staff-state").text())
                .isEqualTo("Completed");
        assertThat(page.select("main form[action*=/complete], main form[action*=/cancel]"))
                .isEmpty();

        assertThat(submit(reference, "/undo", Map.of()).statusCode()).isEqualTo(303);
        assertThat(open(reference)
                        .select(".carelet-staff-title .carelet-staff-state")
                        .text())
                .isEqualTo("Arrived");
    }

    @Test
    void aConfirmedVisitIsMoved() {
        String reference = site.request(Map.of("slot", WEDNESDAY_NINE));
        submit(reference, "/confirm", Map.of());

        assertThat(submit(reference, "/reschedule", Map.of("start", FRIDAY_TEN)).statusCode())
                .isEqualTo(303);

        assertThat(open(reference).select(".carelet-staff-when").text()).isEqualTo("Friday, December 4, 10 AM");
    }

    @Test
    void whatTheDeskWritesDownIsInTheHistory() {
        String reference = site.request(Map.of());

        submit(reference, "/note", Map.of("note", "Prefers mornings."));
        submit(reference, "/contact", Map.of("way", "phone", "result", "no_answer"));
        submit(reference, "/recorded", Map.of("number", "MRN-77"));

        Document page = open(reference);
        assertThat(page.select(".carelet-staff-steps").text())
                .contains("Note Prefers mornings.", "By phone: No answer", "Entered in the clinic's own system MRN-77");
        assertThat(page.select("[data-carelet-copy]").text())
                .contains("Name: Ada Example", "Phone: +16265550111", "Reference: " + reference);
        assertThat(page.select("summary").eachText()).contains("Entered in your own system as MRN-77");
    }

    @Test
    void aMessageThatMayNotBeLeftIsNotOffered() {
        Document page = open(site.request(Map.of()));
        assertThat(page.select("#contact-result option").eachAttr("value"))
                .containsExactly("reached", "no_answer", "wrong_number");

        HttpResponse<String> answer =
                site.submit("ann", page, "/contact", Map.of("way", "phone", "result", "voicemail_left"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The patient does not want a message left.");
    }

    @Test
    void aTimeThatIsGoneIsNotGivenTwice() {
        String first = site.request(Map.of());
        String second = site.request(Map.of());
        Document page = open(second);
        submit(first, "/confirm", Map.of("start", WEDNESDAY_NINE));

        HttpResponse<String> answer =
                site.submit("ann", page, "/confirm", Map.of("start", WEDNESDAY_NINE, "note", "Keep this."));

        assertThat(answer.statusCode()).isEqualTo(409);
        Document again = Jsoup.parse(answer.body());
        assertThat(again.select("[role=alert]").text()).contains("somebody else has that time by now");
        assertThat(again.select("#note").text()).isEqualTo("Keep this.");
    }

    @Test
    void aSuspectRequestIsReleased() {
        String reference = site.request(Map.of("website", "https://spam.example"));
        assertThat(open(reference)
                        .select(".carelet-staff-title .carelet-staff-state")
                        .text())
                .isEqualTo("Suspect");

        assertThat(submit(reference, "/release", Map.of()).statusCode()).isEqualTo(303);

        assertThat(open(reference)
                        .select(".carelet-staff-title .carelet-staff-state")
                        .text())
                .isEqualTo("New");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AQlhbm4"})
    void aFormWithoutATokenOfItsUserDoesNothingAndKeepsWhatWasTyped(String token) {
        String reference = site.request(Map.of());

        HttpResponse<String> answer = site.post(
                "ann",
                StaffSite.BASE + "/staff/bookings/" + reference + "/decline",
                Map.of("token", List.of(token), "version", List.of("1"), "note", List.of("Full.")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(answer.body()).select("#decline").val()).isEqualTo("Full.");
        assertThat(open(reference).select(".carelet-staff-steps li")).hasSize(1);
    }

    @Test
    void theTokenOfOnePersonIsNotGoodForAnother() {
        String reference = site.request(Map.of());
        Document ann = open(reference);

        assertThat(site.submit("bob", ann, "/decline", Map.of("note", "Full.")).statusCode())
                .isEqualTo(403);
        assertThat(site.submit("ann", ann, "/decline", Map.of("note", "Full.")).statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 303", "none, 303"})
    void aFormThatTheBrowserSaysCameFromElsewhereDoesNothing(String site, int status) {
        String reference = this.site.request(Map.of());
        Document page = open(reference);
        String body = StaffSite.encoded(Map.of(
                "token", List.of(page.select("[name=token]").val()),
                "version", List.of("1"),
                "note", List.of("Full.")));

        assertThat(this.site
                        .send(
                                "POST",
                                StaffSite.BASE + "/staff/bookings/" + reference + "/decline",
                                Map.of(
                                        "X-Test-User",
                                        "ann",
                                        "Sec-Fetch-Site",
                                        site,
                                        "Content-Type",
                                        "application/x-www-form-urlencoded"),
                                body)
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void readingChangesNothingAndActionsAreNotRead() {
        String reference = site.request(Map.of());

        HttpResponse<String> answer = site.get("ann", "bookings/" + reference + "/decline");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bookings/XXXX-XXXX", "bookings/", "nothing", "bookings/a/b/c"})
    void whatIsNotThereIsNotFound(String path) {
        assertThat(site.get("ann", path).statusCode()).isEqualTo(404);
    }

    @Test
    void aStoreThatIsDownLosesNothingThatWasTyped() {
        String reference = site.request(Map.of());
        site.shutStore();

        assertThat(site.get("ann", "bookings/" + reference).statusCode()).isEqualTo(503);
    }

    @Test
    void thePageSpeaksSpanishToWhoeverWantsIt() {
        String reference = site.request(Map.of());

        HttpResponse<String> answer = site.send(
                "GET",
                StaffSite.BASE + "/staff/bookings/" + reference,
                Map.of("X-Test-User", "ann", "Accept-Language", "fr-CH, es;q=0.9, en;q=0.8"),
                "");

        assertThat(Jsoup.parse(answer.body()).select("html").attr("lang")).isEqualTo("es");
        assertThat(answer.body()).contains("Lo que quiere el paciente", "miércoles, 2 de diciembre");
    }

    private Document open(String reference) {
        return site.page("ann", "bookings/" + reference);
    }

    private HttpResponse<String> submit(String reference, String end, Map<String, ?> filled) {
        return site.submit("ann", open(reference), end, filled);
    }
}
