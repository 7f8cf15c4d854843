package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What of the front desk's work needs a day to pass, a receiver to fail or a patient to change their mind, in a real Chromium
 * without JavaScript; the rest is in {@link StaffBrowserTest}.
 */
class DeskDayBrowserTest {

    private static final String WEDNESDAY = "2026-12-02/morning";
    private static final Locator.CheckOptions FORCED = new Locator.CheckOptions().setForce(true);
    private static final int MOST_LOOKS = 600;

    private static Chromium chromium;

    @TempDir
    private Path folder;

    private WebhookReceiver receiver;
    private TurnedDesk desk;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        receiver = new WebhookReceiver();
        desk = new TurnedDesk(folder, receiver.address());
        context = context(false);
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
        desk.close();
        receiver.close();
    }

    private static BrowserContext context(boolean script) {
        return chromium.context(options -> options.setHttpCredentials(TurnedDesk.ANN.name(), TurnedDesk.ANN.password())
                .setViewportSize(1280, 900)
                .setJavaScriptEnabled(script));
    }

    private void go(String path) {
        page.navigate(desk.staff(path));
    }

    private void press(String button) {
        page.locator("button:visible", new Page.LocatorOptions().setHasText(button))
                .first()
                .click();
        page.locator("h1").first().waitFor();
    }

    private void unfold(String summary) {
        page.locator("summary:text-is('" + summary + "')").click();
    }

    private String main() {
        return page.locator("main").innerText();
    }

    private void assertState(String state) {
        assertThat(page.locator(".carelet-staff-title .carelet-staff-state").innerText())
                .isEqualTo(state);
    }

    private void confirm(String reference) {
        go("bookings/" + reference);
        page.locator("[name=start]").first().check(FORCED);
        press("Confirm the picked time");
        assertState("Confirmed");
    }

    @Test
    void whoDidNotComeIsMarkedWhenTheTimeIsOverAndNotBefore() throws Exception {
        String reference = desk.request("Ada", WEDNESDAY, Map.of());
        confirm(reference);
        assertThat(main()).doesNotContain("Patient did not come");
        desk.setNow(Instant.parse("2026-12-03T01:00:00Z"));
        go("bookings/" + reference);
        press("Patient did not come");
        assertState("Did not come");
        press("Take the last step back");
        assertState("Confirmed");
    }

    @Test
    void whatAPatientTakesBackOnThePhoneIsTakenBackInTheirOtherBookingToo() throws Exception {
        Map<String, String> agreed = Map.of("smsConsent", "sms-1", "marketingConsent", "news-1");
        String first = desk.request("Ada", WEDNESDAY, agreed);
        String second = desk.request("Ada", "2026-12-03/any", agreed);
        go("bookings/" + first);
        unfold("No more text messages");
        page.locator("#revoke-sms").fill("Rang at noon");
        press("Take the consent to text messages back");
        assertThat(page.locator("[role=status]").innerText()).contains("in all bookings under the same name");
        unfold("No more news");
        press("Take the consent to news back");
        for (String each : List.of(first, second)) {
            go("bookings/" + each);
            assertThat(page.locator("summary").allInnerTexts()).doesNotContain("No more text messages", "No more news");
            assertThat(main())
                    .contains("Consent to text messages taken back", "Rang at noon", "Consent to news taken back");
        }
    }

    @Test
    void aSuspectIsReleasedAndAnOfferAcceptedForThePatient() throws Exception {
        String reference = desk.request("Ada", WEDNESDAY, Map.of("website", "https://spam.example"));
        go("");
        assertThat(main()).doesNotContain(reference);
        go("?state=suspect");
        page.locator("tbody th a").click();
        press("Release: this is a patient");
        assertState("New");
        page.locator("[name=start]").nth(0).check(FORCED);
        page.locator("[name=start]").nth(1).check(FORCED);
        press("Offer the picked times");
        assertState("Times offered");
        Locator offered = page.locator(".carelet-staff-day:has(legend:text-is('Offered to the patient')) [name=start]");
        assertThat(offered.count()).isEqualTo(2);
        String picked = offered.last().getAttribute("value");
        offered.last().check(FORCED);
        press("Confirm the picked time");
        assertState("Confirmed");
        go("day?location=arcadia&day=" + picked.substring(0, 10));
        assertThat(page.locator("tbody tr").allInnerTexts())
                .singleElement()
                .asString()
                .contains("Ada", "Confirmed");
    }

    @Test
    void aListIsTakenOutAsAFile() throws IOException, InterruptedException {
        String reference = desk.request("=Ada", WEDNESDAY, Map.of());
        go("");
        Download file = page.waitForDownload(
                () -> page.locator("form[action*='/export'] button").click());
        assertThat(file.suggestedFilename()).endsWith(".csv");
        assertThat(Files.readString(file.path())).contains(reference, "'=Ada").doesNotContain("\"=Ada");
    }

    @Test
    void theListOfADayIsForPaperAndAWeekHasSevenDays() throws Exception {
        confirm(desk.request("Ada", WEDNESDAY, Map.of()));
        String day = page.locator(".carelet-staff-when").innerText();
        assertThat(day).contains("December 2");
        go("day?location=arcadia&day=2026-12-02");
        Chromium.emulate(page, new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("tbody tr").allInnerTexts())
                .singleElement()
                .asString()
                .contains("Ada", "(626) 555-0142");
        assertThat(page.locator(":is(nav, form, footer, button):visible").count())
                .as("what paper can't do")
                .isZero();
        Chromium.emulate(page, new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        assertThat(page.locator(":is(nav, form, footer, button):visible").count())
                .as("control: the screen")
                .isPositive();

        page.locator("a:text-is('Seven days')").click();
        assertThat(page.locator("section > h2").count()).isEqualTo(7);
        assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        page.locator("a:text-is('Next day')").click();
        assertThat(page.locator("section > h2").count()).isEqualTo(7);
        assertThat(page.locator("tbody tr").count()).isZero();
    }

    @Test
    void whatWasGivenUpIsSentAgainAndWhoWasGoneIsSentToAgain() throws Exception {
        String reference = desk.request("Ada", WEDNESDAY, Map.of());
        // Ten attempts in three days: each look is one day later.
        go("deliveries");
        for (int looks = 0; looks < MOST_LOOKS && !main().contains("Given up"); looks++) {
            desk.setNow(desk.now().plus(Duration.ofHours(27)));
            desk.wake();
            receiver.deliveries().poll(20, TimeUnit.MILLISECONDS);
            go("deliveries");
        }
        assertThat(main()).contains("Given up", "10 attempts");
        receiver.deliveries().clear();
        receiver.comeUp();
        press("Send again");
        assertThat(page.locator("[role=status]").innerText()).isEqualTo("It is sent again.");
        assertThat(receiver.deliveries().poll(1, TimeUnit.MINUTES)).isNotNull();
        awaitOnPage("bookings/" + reference, "Arrived");

        receiver.answer(410);
        go("bookings/" + reference);
        unfold("Decline");
        page.locator("#decline").fill("We can't");
        press("Decline");
        awaitOnPage("deliveries", "Nothing is sent there since");
        receiver.answer(204);
        press("Send there again");
        awaitOnPage("deliveries", "Everything arrived.");
    }

    /** Looks until it is there: without a script, a page does not change by itself. */
    private void awaitOnPage(String path, String text) {
        go(path);
        for (int looks = 0; looks < MOST_LOOKS && !main().contains(text); looks++) {
            go(path);
        }
        assertThat(main()).contains(text);
    }

    @Test
    void everyPageSaysWhenToSignOffAndKeysArePromisedOnlyWhereTheyWork() throws Exception {
        String reference = desk.request("Ada", WEDNESDAY, Map.of());
        for (String path : List.of("", "bookings/" + reference, "day", "phone", "closures", "deliveries", "figures")) {
            go(path);
            assertThat(page.locator("footer").innerText())
                    .as(path)
                    .contains("stays signed in until it is closed", "when you leave the desk");
        }
        go("");
        assertThat(page.locator(".carelet-staff-keys").isVisible())
                .as("keys without a script")
                .isFalse();
        try (BrowserContext scripted = context(true)) {
            Page inbox = scripted.newPage();
            inbox.navigate(desk.staff(""));
            inbox.locator(".carelet-staff-keys").waitFor();
            inbox.keyboard().press("/");
            assertThat(inbox.evaluate("document.activeElement.id")).isEqualTo("q");
            inbox.locator("h1").focus();
            inbox.keyboard().press("n");
            inbox.waitForURL("**/bookings/" + reference + "**");
        }
    }
}
