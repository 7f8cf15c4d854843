package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the front desk does in a browser, in a real Chromium without JavaScript, on the running demo. */
class StaffBrowserTest {

    private static final String FORM = "/carelet/book?type=pt-evaluation&location=arcadia";
    private static final List<StaffLogin> STAFF =
            List.of(new StaffLogin("ann", "correct horse"), new StaffLogin("bob", "battery staple"));

    private static final String RIGHTS = "Privacy requests";
    private static final String FORGET = "Forget the patient";

    @TempDir
    static Path data;

    private static Chromium chromium;
    private static DemoServer server;

    private int patients;

    @BeforeAll
    static void start() throws CannotStartException {
        chromium = Chromium.start();
        server = DemoServer.start(
                new Command.Serve(
                        0, data, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), STAFF, false),
                System.err);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aStrangerIsAskedToSignIn() {
        try (BrowserContext context = chromium.context(options -> options)) {
            assertThat(context.request()
                            .get(server.address() + "/carelet/staff/")
                            .status())
                    .isEqualTo(401);
            assertThat(context.request()
                            .get(server.address() + "/carelet/staff")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void everyActionWorksWithoutAScript() {
        try (BrowserContext desk = desk("ann", false)) {
            Page page = desk.newPage();
            String asked = request(page);
            open(page, asked);
            page.locator("[name=start]").first().check(FORCED);
            press(page, "Offer the picked times");
            assertState(page, "Times offered");
            page.locator("[name=start]").first().check(FORCED);
            press(page, "Confirm the picked time");
            assertState(page, "Confirmed");
            unfold(page, "Move to another time");
            page.locator("details[open] [name=start]").last().check(FORCED);
            press(page, "Move to the picked time");
            assertThat(page.locator("[role=status]").innerText()).startsWith("Moved.");
            unfold(page, "Log a call or an email");
            page.locator("#contact-result").selectOption("no_answer");
            press(page, "Log the attempt");
            unfold(page, "Add a note");
            page.locator("details[open] textarea[name=note]").fill("Prefers <b>mornings</b>");
            press(page, "Add the note");
            unfold(page, "Enter in your own system");
            page.locator("#number").fill("MRN-1");
            press(page, "Mark as entered");
            assertThat(page.locator(".carelet-staff-steps").innerText())
                    .contains("Prefers <b>mornings</b>", "No answer", "MRN-1");
            unfold(page, "Cancel");
            press(page, "Cancel the booking");
            assertState(page, "Canceled");
            press(page, "Take the last step back");
            assertState(page, "Confirmed");
            press(page, "Patient is here");
            press(page, "Visit is over");
            assertState(page, "Completed");
        }
    }

    @Test
    void theOtherAnswersWorkWithoutAScript() {
        try (BrowserContext desk = desk("bob", false)) {
            Page page = desk.newPage();
            open(page, request(page));
            unfold(page, "Put on the waiting list");
            press(page, "Put on the waiting list");
            assertState(page, "Waiting list");
            page.locator("[name=start]").first().check(FORCED);
            press(page, "Offer the picked times");
            assertThat(page.locator(".carelet-staff-day legend").first().innerText())
                    .isEqualTo("Offered to the patient");
            unfold(page, "Decline");
            page.locator("#decline").fill("A referral is needed first");
            press(page, "Decline");
            assertState(page, "Declined");

            page.navigate(server.address() + "/carelet/staff/");
            page.locator("#q").fill("Example");
            page.locator("form[role=search] button").click();
            assertThat(page.locator("h1").innerText()).contains("found");
            assertThat(page.url()).doesNotContain("Example");
        }
    }

    @Test
    void oneWhoCallsIsEnteredAndADayIsClosedWithoutAScript() {
        try (BrowserContext desk = desk("ann", false)) {
            Page page = desk.newPage();
            page.navigate(server.address() + "/carelet/staff/phone");
            page.locator("select[name=type]").selectOption("pt-evaluation");
            page.locator("select[name=location]").selectOption("arcadia");
            press(page, "Show the form");
            page.locator("[name=start]").first().check(FORCED);
            page.locator("[name=givenName]").fill("Grace");
            page.locator("[name=phone]").fill("626 555 0188");
            press(page, "Enter the booking");
            assertState(page, "Confirmed");
            String day = page.locator(".carelet-staff-when").innerText();

            page.locator("nav >> text=Closures").click();
            page.locator("[name=from]").fill("2099-01-05");
            press(page, "Add this closure");
            assertThat(page.locator("[role=status]").innerText()).startsWith("Closed.");
            assertThat(page.locator(".carelet-staff-closed").innerText()).contains("No booking is in its way.");
            press(page, "Open again");
            assertThat(day).isNotEmpty();
        }
    }

    @Test
    void ofTwoWhoActAtOnceTheSecondSeesWhatTheFirstDid() {
        try (BrowserContext first = desk("ann", false);
                BrowserContext second = desk("bob", false)) {
            Page ann = first.newPage();
            Page bob = second.newPage();
            String reference = request(ann);
            open(ann, reference);
            open(bob, reference);
            unfold(ann, "Put on the waiting list");
            press(ann, "Put on the waiting list");

            unfold(bob, "Decline");
            bob.locator("#decline").fill("We \"can't\" <b>do</b> this");
            press(bob, "Decline");

            assertThat(bob.locator("h2").first().innerText()).isEqualTo("Someone else changed this booking: ann");
            assertThat(bob.locator("#decline").inputValue()).isEqualTo("We \"can't\" <b>do</b> this");
            picture(bob, "clash");
            press(bob, "Decline");
            assertState(bob, "Declined");
        }
    }

    @Test
    void anAdministratorAloneTakesAPatientOutAndForgetsThemWithoutAScript() throws IOException {
        try (BrowserContext first = desk("ann", false);
                BrowserContext second = desk("bob", false)) {
            Page ann = first.newPage();
            Page bob = second.newPage();
            String reference = request(ann);
            String name = "Ada" + patients;
            open(bob, reference);
            assertThat(bob.locator("summary").allInnerTexts())
                    .contains("Decline")
                    .doesNotContain(RIGHTS);
            open(ann, reference);
            unfold(ann, RIGHTS);
            Download file = ann.waitForDownload(
                    () -> ann.locator("button:text-is('Take it out as a file')").click());
            assertThat(file.suggestedFilename()).isEqualTo("patient.json");
            assertThat(Files.readString(file.path())).contains(reference, name, "seenBy");

            press(ann, FORGET);
            assertThat(ann.locator("[name=sure]:invalid").count())
                    .as("who is not sure")
                    .isEqualTo(1);
            ann.locator("[name=sure]").check();
            press(ann, FORGET);
            assertThat(ann.locator("h1").innerText()).isEqualTo("A booking of this patient is open");

            open(bob, reference);
            unfold(bob, "Decline");
            bob.locator("#decline").fill("Moved away");
            press(bob, "Decline");
            assertState(bob, "Declined");
            unfold(bob, "Add a note");
            bob.locator("details[open] textarea[name=note]").fill("Called " + name);
            open(ann, reference);
            assertThat(ann.locator("main").innerText()).contains(name, "Moved away");
            unfold(ann, RIGHTS);
            ann.locator("[name=sure]").check();
            press(ann, FORGET);
            assertThat(ann.locator("[role=status]").innerText()).startsWith("Forgotten.");
            assertThat(ann.locator("main").innerText()).doesNotContain(name, "Moved away");

            press(bob, "Add the note");
            assertThat(bob.locator("[role=alert]").innerText())
                    .as("who was late")
                    .isEqualTo("Nothing was done: the patient of this booking was forgotten.");
            open(ann, reference);
            assertThat(ann.locator("main").innerText())
                    .contains("No name given")
                    .doesNotContain(name);
            assertThat(ann.locator("main form").count())
                    .as("nothing can be done")
                    .isZero();
        }
    }

    @Test
    void theInboxIsAccessibleAndFitsEveryScreen() {
        try (BrowserContext desk = desk("ann", true)) {
            Page page = desk.newPage();
            String reference = request(page);
            request(page);
            page.navigate(server.address() + FORM + "&partner=demo");
            RequestForm.fill(page.locator("main"), "Suspect");
            page.locator("[name=website]").evaluate("each => (each.value = 'https://spam.example')");
            page.locator("[data-carelet-next]").click();
            page.locator("form[action*='/cancel']").waitFor(RequestForm.ATTACHED);
            int pages = 0;
            List<String> violations = new ArrayList<>();
            for (String path : List.of(
                    "",
                    "?state=suspect",
                    "bookings/" + reference,
                    "day",
                    "phone?type=pt-evaluation&location=arcadia",
                    "closures",
                    "deliveries",
                    "figures",
                    "audit")) {
                page.navigate(server.address() + "/carelet/staff/" + path);
                pages++;
                Axe.violations(page).forEach(each -> violations.add(path + ": " + each));
                page.setViewportSize(360, 740);
                boolean fits = (Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth");
                if (!fits) {
                    violations.add(path + ": is wider than a phone");
                }
                picture(page, name(path, reference) + "-phone");
                page.setViewportSize(1280, 900);
                picture(page, name(path, reference));
            }
            System.out.println("pages of the inbox with something inaccessible: " + violations.size() + " of " + pages);
            assertThat(violations).isEmpty();
        }
        try (BrowserContext dark = chromium.context(
                options -> signedIn(options, "ann").setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK))) {
            Page page = dark.newPage();
            page.navigate(server.address() + "/carelet/staff/");
            assertThat(Axe.violations(page)).isEmpty();
            picture(page, "inbox-dark");
            page.locator("tbody th a").first().click();
            picture(page, "booking-dark");
            page.navigate(server.address() + "/carelet/staff/figures");
            assertThat(Axe.violations(page)).isEmpty();
            picture(page, "figures-dark");
            // The reset of host rules takes shapes away that are given by sizes.
            assertThat(page.locator(".carelet-staff-chart polygon").last().boundingBox().height)
                    .isPositive();
        }
    }

    /** What its pages show is then no more than that. */
    @Test
    void aPartnerIsLimitedToAPlaceAndALanguageByTickingThem() {
        String all = server.address() + "/carelet/pages/locations";
        try (BrowserContext context = desk("ann", false)) {
            Page page = context.newPage();
            Locator fresh = partners(page);
            fresh.locator("[name=id]").fill("harbor");
            fresh.locator("[name=locations]").first().check();
            fresh.locator("[name=languages][value=en]").check();
            press(page, "Add this partner");
            Locator saved = page.locator("section:has([name=id][value=harbor]) input[type=checkbox]:checked");
            assertThat(saved.count()).isEqualTo(2);
            page.navigate(all);
            int everywhere = page.locator("main address").count();
            page.navigate(all + "?partner=harbor&lang=es");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(page.locator("main address").count()).isEqualTo(1).isLessThan(everywhere);
        }
        try (BrowserContext context = desk("ann", true)) {
            Page page = context.newPage();
            partners(page);
            assertThat(Axe.violations(page)).isEmpty();
            picture(page, "partners");
            page.setViewportSize(360, 740);
            assertThat(Axe.violations(page)).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            picture(page, "partners-phone");
        }
    }

    /** Opens the page of the partners, and the boxes of the form for another one, which it returns. */
    private static Locator partners(Page page) {
        page.navigate(server.address() + "/carelet/studio/partners");
        Locator fresh = page.locator("section").last();
        fresh.locator("summary").click();
        return fresh;
    }

    private static final Locator.CheckOptions FORCED = new Locator.CheckOptions().setForce(true);

    private static BrowserContext desk(String name, boolean script) {
        return chromium.context(
                options -> signedIn(options, name).setViewportSize(1280, 900).setJavaScriptEnabled(script));
    }

    private static NewContextOptions signedIn(NewContextOptions options, String name) {
        StaffLogin login = STAFF.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return options.setHttpCredentials(login.name(), login.password());
    }

    /** Asks for a visit as a patient does, and returns the reference. */
    private String request(Page page) {
        patients++;
        page.navigate(server.address() + FORM);
        Locator form = page.locator("main");
        RequestForm.fill(form, "Ada" + patients);
        form.locator("[name=familyName]").fill("Example" + System.identityHashCode(this) + "x" + patients);
        page.locator("[data-carelet-next]").click();
        page.locator("form[action*='/cancel']").waitFor(RequestForm.ATTACHED);
        return page.locator(".carelet-form-reference").innerText();
    }

    private static void open(Page page, String reference) {
        page.navigate(server.address() + "/carelet/staff/bookings/" + reference);
    }

    private static void press(Page page, String button) {
        page.locator("button:visible", new Page.LocatorOptions().setHasText(button))
                .first()
                .click();
        page.locator("h1").first().waitFor();
    }

    private static void unfold(Page page, String summary) {
        page.locator("summary:text-is('" + summary + "')").click();
    }

    private static void assertState(Page page, String state) {
        assertThat(page.locator(".carelet-staff-title .carelet-staff-state").innerText())
                .isEqualTo(state);
    }

    private static String name(String path, String reference) {
        String name = path.replace(reference, "one").replaceAll("[^a-z]+", "-");
        return path.isEmpty() ? "inbox" : name;
    }

    /** {@code -Dscreenshots=FOLDER} takes pictures on the way. */
    private static void picture(Page page, String name) {
        Optional.ofNullable(System.getProperty("screenshots"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .filter(Files::isDirectory)
                .ifPresent(folder -> page.screenshot(new Page.ScreenshotOptions()
                        .setPath(folder.resolve("staff-" + name + ".png"))
                        .setFullPage(true)));
    }
}
