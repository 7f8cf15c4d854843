package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form with and without its script, in a real Chromium, when people and networks are as they are. */
class FormScriptTest {

    private static final String FORM = "/carelet/book?type=pt-evaluation&location=arcadia";
    private static final String TIMES = "/carelet/book?type=pt-session&location=arcadia";
    private static final String TWO_PLACES = "/carelet/book?type=pt-session&location=glendale&theme=dark";
    private static final String WHEN = ".carelet-form-change button[formaction*=when]";
    private static final String NEXT = "[data-carelet-next]";
    private static final String NAME = "[name=givenName]";
    private static final String CANCEL = "form[action*='/cancel']";

    @TempDir
    static Path data;

    private static Chromium chromium;
    private static DemoServer server;

    @BeforeAll
    static void start() throws CannotStartException {
        chromium = Chromium.start();
        server = DemoServer.start(
                new Command.Serve(0, data, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true),
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
    void stepsChangeWithoutAReloadAndBackFindsWhatWasTyped() {
        try (Visit visit = visit(UnaryOperator.identity())) {
            Page page = visit.page;
            visit.go("/carelet/book");
            page.evaluate("self.sameDocument = true");
            page.locator("input[value=pt-evaluation]").check();
            page.locator(NEXT).click();
            page.locator("input[name=location]").first().waitFor();
            assertThat(page.url()).contains("type=pt-evaluation").endsWith("#top");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("top");
            page.locator("input[name=location]").first().check();
            page.locator(NEXT).click();
            page.locator(RequestForm.TIMES).first().check();
            page.locator(NEXT).click();
            page.locator(NAME).fill("Ada");
            assertThat(page.url()).contains("location=").doesNotContain("Ada");
            page.locator(".carelet-form-change button[formaction*=where]").click();
            page.locator("input[name=location]").first().waitFor();

            page.goBack();
            page.locator(NAME).waitFor();
            assertThat(page.locator(NAME).inputValue()).isEqualTo("Ada");
            page.goBack();
            page.locator(RequestForm.TIMES).first().waitFor();
            assertThat(page.locator(RequestForm.TIMES).first().isChecked()).isTrue();
            page.goBack();
            page.locator("input[type=radio][name=location]").first().waitFor();
            page.goBack();
            page.locator("input[name=type]").first().waitFor();
            page.goForward();
            page.locator("input[name=location]").first().waitFor();
            assertThat(page.evaluate("self.sameDocument")).isEqualTo(true);
            page.reload();
            page.locator("input[name=location]").first().waitFor();
            assertThat(page.evaluate("self.sameDocument === undefined"))
                    .as("the control")
                    .isEqualTo(true);
            assertThat(visit.complaints).isEmpty();
            assertThat(visit.elsewhere).isEmpty();
        }
    }

    @Test
    void inTheFrameOfAPageStepsChangeToo() {
        try (Visit visit = visit(UnaryOperator.identity())) {
            visit.go("/appointment");
            FrameLocator frame = visit.page.frameLocator("iframe");
            RequestForm.choose(frame.locator("input[name=type]").first());
            frame.locator("body").evaluate("body => { body.ownerDocument.defaultView.sameDocument = true; }");
            frame.locator(NEXT).click();
            RequestForm.choose(frame.locator("input[name=location]").first());
            frame.locator(NEXT).click();
            RequestForm.fill(frame.locator("main"), "Framed");
            assertThat(frame.locator("body").evaluate("body => body.ownerDocument.defaultView.sameDocument"))
                    .isEqualTo(true);
            frame.locator(NEXT).click();
            frame.locator(CANCEL).waitFor(RequestForm.ATTACHED);
            assertThat(frame.locator("body").evaluate("body => body.ownerDocument.defaultView.sameDocument"))
                    .as("the last one is a real navigation")
                    .isNull();
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void aLastStepIsTheSameFormForWhoComesBackAndAnEmptyOneThatIsGoodForWhoLoadsItAgain() {
        try (Visit visit = visit(UnaryOperator.identity())) {
            Page page = visit.page;
            visit.go(FORM + "&partner=demo&source=spine-article");
            RequestForm.chooseWhen(page.locator("main")).fill("Typed");
            List<String> first = signed(page);
            assertThat(first.get(1)).startsWith("spine-article.");
            visit.go("/");
            page.goBack();
            page.locator(NAME).waitFor();
            assertThat(signed(page)).isEqualTo(first);

            page.reload();
            page.locator(NAME).waitFor();
            assertThat(page.locator(NAME).inputValue()).as("it is kept nowhere").isEmpty();
            RequestForm.fill(page.locator("main"), "Again");
            page.locator(NEXT).click();
            page.locator(CANCEL).waitFor(RequestForm.ATTACHED);
            assertThat(visit.complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void laterTimesAndAHeldTimeKeepWhatWasTyped(boolean script) {
        try (Visit visit = visit(options -> options.setJavaScriptEnabled(script))) {
            Page page = visit.page;
            visit.go(TIMES);
            RequestForm.chooseWhen(page.locator("main")).fill("Kept");
            page.locator(WHEN).click();
            Locator slot = page.locator("details [name=slot]").first();
            String first = slot.getAttribute("value");
            page.locator(".carelet-form-turn button").first().click();
            PlaywrightAssertions.assertThat(slot).not().hasValue(first);
            RequestForm.choose(slot);
            page.locator(NEXT).click();
            PlaywrightAssertions.assertThat(
                            page.locator(".carelet-form-promise").first())
                    .containsText("We hold this time for you until");
            assertThat(page.locator(NAME).inputValue()).isEqualTo("Kept");
            assertThat(page.url()).doesNotContain("Kept");
            if (script) {
                assertThat(visit.violations()).isEmpty();
            }
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void aTimeThatOneHoldsOneselfIsNotTakenForWhoGoesBackAndChoosesItAgain() {
        try (Visit visit = visit(UnaryOperator.identity());
                Visit other = visit(UnaryOperator.identity())) {
            Page page = visit.page;
            visit.go(TWO_PLACES);
            RequestForm.chooseWhen(page.locator("main")).fill("Mine");
            String slot = page.locator("[name=slot]").inputValue();
            page.locator(".carelet-form-choose button").click();
            Locator held = page.getByText("We hold this time for you until");
            held.waitFor();
            String address = TWO_PLACES + "&when=chosen&slot=" + URLEncoder.encode(slot, StandardCharsets.UTF_8);
            other.go(address);
            RequestForm.fill(other.page.locator("main"), "Other");
            other.page.locator(NEXT).click();
            other.page.locator(CANCEL).waitFor(RequestForm.ATTACHED);

            page.goBack();
            page.locator(".carelet-form-choose").waitFor();
            page.goBack();
            page.locator(RequestForm.TIMES).first().waitFor(RequestForm.ATTACHED);
            assertThat(page.locator("[name=slot]:checked").inputValue()).isEqualTo(slot);
            assertThat(page.request().get(server.address() + address).status())
                    .as("the control: for others it is")
                    .isEqualTo(409);
            page.locator(NEXT).click();
            held.waitFor();
            assertThat(page.locator(NAME).inputValue()).isEqualTo("Mine");
            assertThat(page.locator("[name=slot]").inputValue()).isEqualTo(slot);
            assertThat(page.url()).doesNotContain("Mine").doesNotContain("token");

            page.goBack();
            String later = page.locator("[name=slot]:not(:checked)").first().getAttribute("value");
            RequestForm.choose(
                    page.locator("[name=slot][value='" + later + "']").first());
            page.locator(NEXT).click();
            held.waitFor();
            assertThat(page.locator("[name=slot]").inputValue()).isEqualTo(later);
            RequestForm.fill(page.locator("main"), "Mine");
            page.locator(NEXT).click();
            page.locator(CANCEL).waitFor(RequestForm.ATTACHED);
            assertThat(visit.complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aVisitIsBookedWithTheKeyboardAloneAt320Pixels(boolean script) {
        try (Visit visit = visit(options -> options.setViewportSize(320, 640).setJavaScriptEnabled(script))) {
            Page page = visit.page;
            visit.go(TIMES);
            tabTo(page, "[name=slot]");
            page.keyboard().press("Space");
            tabTo(page, NEXT);
            page.keyboard().press("Enter");
            page.locator(NAME).waitFor();
            tabTo(page, ".carelet-form-choose button");
            page.keyboard().press("Enter");
            page.getByText("We hold this time for you until").waitFor();
            page.locator(":focus").waitFor();
            type(page, NAME, "Keys" + script);
            type(page, "[name=familyName]", "Example");
            type(page, "[name=phone]", "(626) 555-0161");
            tabTo(page, "[name=consent]");
            page.keyboard().press("Space");
            tabTo(page, NEXT);
            page.keyboard().press("Enter");
            page.locator(CANCEL).waitFor(RequestForm.ATTACHED);
            assertThat(page.locator("h1").innerText()).isEqualTo("Your appointment is confirmed");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            assertThat(visit.complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDoubleClickAndTheWayBackBookOnce(boolean script) {
        try (Visit visit = visit(options -> options.setJavaScriptEnabled(script))) {
            Page page = visit.page;
            List<String> posts = new ArrayList<>();
            page.onRequest(request -> {
                if (request.method().equals("POST")) {
                    posts.add(request.url());
                }
            });
            visit.go(FORM);
            RequestForm.fill(page.locator("main"), "Twice" + script);
            page.locator(NEXT).dblclick();
            page.locator(CANCEL).waitFor(RequestForm.ATTACHED);
            String reference = page.locator(".carelet-form-reference").innerText();
            assertThat(posts.size()).isLessThanOrEqualTo(script ? 1 : 2).isPositive();

            page.goBack();
            page.locator(NAME).waitFor();
            assertThat(page.locator(NAME).inputValue()).isEqualTo("Twice" + script);
            page.locator(NEXT).click();
            page.locator(CANCEL).waitFor(RequestForm.ATTACHED);
            assertThat(page.locator(".carelet-form-reference").innerText()).isEqualTo(reference);
        }
    }

    @Test
    void aNetworkThatFailsKeepsTheAnswersAndSaysSo() {
        try (Visit visit = visit(UnaryOperator.identity())) {
            Page page = visit.page;
            visit.go(TIMES);
            RequestForm.fill(page.locator("main"), "Offline");
            visit.context.setOffline(true);
            String url = page.url();
            for (String pressed : List.of(NEXT, ".carelet-form-choose button", ".carelet-form-change button")) {
                page.locator(pressed).first().click();
                PlaywrightAssertions.assertThat(page.locator(".carelet-form-note"))
                        .containsText("your answers are still here");
                assertThat(page.locator(NAME).inputValue()).isEqualTo("Offline");
                assertThat(page.url()).isEqualTo(url);
                page.locator(".carelet-form-note").evaluate("note => note.remove()");
            }
            visit.context.setOffline(false);
            page.locator(NEXT).click();
            page.locator(CANCEL).waitFor(RequestForm.ATTACHED);
        }
    }

    @Test
    void withoutTheScriptTheBrowsersOwnErrorStandsThere() {
        try (Visit visit = visit(options -> options.setJavaScriptEnabled(false))) {
            visit.go(FORM);
            visit.context.setOffline(true);
            visit.page.locator(NEXT).click();
            visit.page.waitForURL("chrome-error://**");
            assertThat(visit.page.locator(NAME).count()).as("the control").isZero();
        }
    }

    @Test
    void whatWasTypedIsClearedAfterFifteenIdleMinutesAndNotBeforeThatWasSaid() {
        try (Visit visit = visit(UnaryOperator.identity())) {
            Page page = visit.page;
            page.clock().install();
            visit.go(FORM);
            Locator name = RequestForm.chooseWhen(page.locator("main"));
            name.fill("Idle");
            page.locator("[name=consent]").check();
            page.clock().fastForward("13:50");
            assertThat(page.locator(".carelet-form-note").count()).isZero();
            name.press("End");
            page.clock().fastForward("13:50");
            assertThat(page.locator(".carelet-form-note").count())
                    .as("it was used")
                    .isZero();
            page.clock().fastForward("00:20");
            PlaywrightAssertions.assertThat(page.locator(".carelet-form-note"))
                    .containsText("In one minute we clear what you entered");
            assertThat(visit.violations()).isEmpty();
            page.locator(".carelet-form-note button").click();
            assertThat(page.locator(".carelet-form-note").count()).isZero();
            page.clock().fastForward("02:00");
            assertThat(name.inputValue()).isEqualTo("Idle");
            page.clock().fastForward("12:10");
            page.locator(".carelet-form-note button").waitFor();
            page.clock().fastForward("01:01");
            PlaywrightAssertions.assertThat(page.locator(".carelet-form-note"))
                    .containsText("We cleared what you entered");
            assertThat(name.inputValue()).isEmpty();
            assertThat(page.locator(":checked").count()).isZero();
            assertThat(page.locator("[name=token]").inputValue()).isNotEmpty();
        }
    }

    @Test
    void whatWasTypedIsClearedWhenThePageComesBackFromTheBrowsersMemory() {
        try (Visit visit = visit(UnaryOperator.identity())) {
            Page page = visit.page;
            visit.go(FORM);
            RequestForm.chooseWhen(page.locator("main")).fill("Before");
            page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))");
            assertThat(page.locator(NAME).inputValue()).as("the control").isEqualTo("Before");
            page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
            assertThat(page.locator(NAME).inputValue()).isEmpty();
        }
    }

    @Test
    void whatIsTakenAlongToAStepThatIsTakenAgainIsClearedTooAfterIdleMinutes() {
        try (Visit visit = visit(UnaryOperator.identity())) {
            Page page = visit.page;
            page.clock().install();
            visit.go(FORM);
            RequestForm.chooseWhen(page.locator("main")).fill("Idle");
            page.locator(WHEN).click();
            Locator carried = page.locator("input[type=hidden][name=givenName]");
            carried.waitFor(RequestForm.ATTACHED);
            assertThat(carried.inputValue()).as("the control").isEqualTo("Idle");
            page.clock().fastForward("14:01");
            page.locator(".carelet-form-note button").waitFor();
            page.clock().fastForward("01:01");
            PlaywrightAssertions.assertThat(page.locator(".carelet-form-note"))
                    .containsText("We cleared what you entered");
            assertThat(carried.inputValue()).isEmpty();
        }
    }

    @Test
    void anErrorIsFocusedAndItsLinksLeadToTheFields() {
        try (Visit visit = visit(UnaryOperator.identity())) {
            Page page = visit.page;
            visit.go(FORM);
            RequestForm.chooseWhen(page.locator("main")).fill("Zoë");
            page.locator(NEXT).click();
            page.locator(".carelet-form-trouble:focus").waitFor();
            page.locator("#top a[href='#carelet-consent']").click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("carelet-consent");
            assertThat(page.locator(NAME).inputValue()).isEqualTo("Zoë");
            assertThat(visit.violations()).isEmpty();
        }
    }

    private static List<String> signed(Page page) {
        return Stream.of("token", "ref")
                .map(name -> page.locator("[name=" + name + "]").inputValue())
                .toList();
    }

    private static void type(Page page, String field, String text) {
        tabTo(page, field);
        page.keyboard().type(text);
    }

    private static void tabTo(Page page, String wanted) {
        for (int presses = 0; presses < 400; presses++) {
            if (page.locator(wanted + ":focus").count() > 0) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the Tab key does not lead to " + wanted);
    }

    private static Visit visit(UnaryOperator<NewContextOptions> options) {
        return new Visit(chromium, server.address(), options);
    }
}
