package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form in a dialog of a page of another origin, used with nothing but a keyboard. */
class EmbedDialogTest {

    private static final String POPUP =
            "<carelet-booking mode=popup type=pt-evaluation location=arcadia partner=news>\n"
                    + "  <a id=opener href=/away>Ask for a visit</a>\n</carelet-booking>";
    private static final String FOCUS = "(() => { let at = document.activeElement;"
            + " while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at.className || at.id || at.localName; })()";

    private static final int MOST_PRESSES = 200;

    @TempDir
    static Path data;

    private static EmbedStage stage;

    @BeforeAll
    static void start() throws CannotStartException {
        stage = EmbedStage.start(data);
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void theDialogTakesTheFocusKeepsItAndGivesItBack() {
        try (Guest guest = stage.visit(POPUP)) {
            open(guest);
            assertThat(guest.page.evaluate(FOCUS)).isEqualTo("carelet-close");
            assertThat(overflow(guest)).isEqualTo("hidden");
            List<Object> seen = new ArrayList<>();
            for (int presses = 0; presses < 40; presses++) {
                guest.page.keyboard().press("Tab");
                seen.add(guest.page.evaluate(FOCUS));
            }
            assertThat(seen).contains("iframe").doesNotContain("opener");

            guest.page.locator("carelet-booking .carelet-close").press("Escape");
            guest.hears("close");
            assertThat(guest.page.evaluate(FOCUS)).isEqualTo("opener");
            assertThat(overflow(guest)).isEqualTo("visible");
            stage.fine(guest);
        }
    }

    /** With everything else of the page out of reach, and the form inside told apart from it. */
    @Test
    void aScreenReaderIsInADialogThatHasAName() {
        try (Guest guest = stage.visit(POPUP.replace("location=arcadia", ""))) {
            guest.hears("ready");
            assertThat(AccessibilityTree.of(guest.page).outline()).isEqualTo("""
                            heading "News" level=1
                            link "Ask for a visit"
                            "After."\
                            """);
            open(guest);
            AccessibilityTree page = AccessibilityTree.of(guest.page);
            assertThat(page.outline()).isEqualTo("""
                            dialog "Request an appointment"
                              form
                                button "Close" focused=true
                              Iframe "Request an appointment"\
                            """);
            Frame inside = guest.page.frames().get(1);
            AccessibilityTree form = AccessibilityTree.of(inside);
            assertThat(form.outline()).contains("group \"Where do you want to come?\"\n      radio \"Arcadia\"");
            assertThat(new ScreenReader(form).faults()).isEmpty();
        }
    }

    @Test
    void escapeInTheFrameClosesTheDialogAndWhatWasTypedIsStillThere() {
        try (Guest guest = stage.visit(POPUP)) {
            open(guest);
            FrameLocator inside = guest.page.frameLocator("carelet-booking iframe");
            RequestForm.choose(inside.locator("[name=preferred], [name=slot]").first());
            inside.locator("h1").press("Escape");
            guest.hears("close");
            assertThat(guest.page.evaluate(FOCUS)).isEqualTo("opener");

            guest.page.locator("#opener").press("Enter");
            assertThat(inside.locator("[name=preferred]:checked, [name=slot]:checked")
                            .count())
                    .isEqualTo(1);
            assertThat(guest.heard()).containsExactly("readynull", "opennull", "closenull", "opennull");
        }
    }

    @Test
    void theFormIsFilledInInTheDialog() {
        try (Guest guest = stage.visit(POPUP)) {
            open(guest);
            EmbedStage.requests(guest.page.frameLocator("carelet-booking iframe"), "Grace");
            stage.fine(guest);
        }
    }

    @ParameterizedTest
    @CsvSource({"popup,<a id=opener href=/away>Ask</a>,opener", "button,'',carelet-opener"})
    void aVisitIsBookedWithTheKeyboardAloneAndTheFocusComesBackToWhatOpenedIt(String mode, String link, String opener) {
        String booking =
                "<carelet-booking mode=%1$s type=pt-session location=arcadia partner=news>%2$s</carelet-booking>";
        try (Guest guest = stage.visit(booking.replace("%1$s", mode).replace("%2$s", link))) {
            guest.hears("ready");
            tabTo(guest, () -> focused(guest).contains(opener));
            guest.page.keyboard().press("Enter");
            FrameLocator inside = guest.page.frameLocator("carelet-booking iframe");
            tabTo(guest, inside, "[name=slot]");
            guest.page.keyboard().press("ArrowDown");
            send(guest, inside);
            inside.locator("[name=givenName]").waitFor();
            type(guest, inside, "[name=givenName]", "Keys" + mode);
            type(guest, inside, "[name=familyName]", "Example");
            type(guest, inside, "[name=phone]", "(626) 555-0163");
            tabTo(guest, inside, "[name=consent]");
            guest.page.keyboard().press("Space");
            send(guest, inside);
            inside.locator("h1:focus").waitFor();
            assertThat(inside.locator("h1").innerText()).isEqualTo("Your appointment is confirmed");
            assertThat(inside.locator("main").innerText()).containsPattern("[0-9A-Z]{4}-[0-9A-Z]{4}");
            tabTo(guest, inside, "a[href$='.ics']");

            guest.page.keyboard().press("Escape");
            guest.hears("close");
            assertThat(guest.page.locator("carelet-booking dialog").isVisible()).isFalse();
            assertThat(focused(guest)).contains(opener);
            assertThat(guest.heard()).containsExactly("readynull", "opennull", "closenull");
            stage.fine(guest);
        }
    }

    @Test
    void thePageMayPreventThatItOpens() {
        try (Guest guest = stage.visit(POPUP)) {
            guest.hears("ready");
            guest.page.evaluate("addEventListener('carelet:open', (event) => event.preventDefault())");
            guest.page.locator("#opener").click();
            assertThat(guest.page.locator("carelet-booking dialog").isVisible()).isFalse();
            assertThat(guest.page.url()).endsWith("/page");
            assertThat(overflow(guest)).isEqualTo("visible");
        }
    }

    @Test
    void anElementThatIsTakenAwayWhileItIsOpenLeavesThePageAsItWas() {
        try (Guest guest = stage.visit(POPUP)) {
            open(guest);
            guest.page.evaluate("document.querySelector('carelet-booking').remove()");
            guest.page.waitForCondition(() -> overflow(guest).equals("visible"));
            guest.page.mouse().wheel(0, 10);
            assertThat(guest.complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mode=button><a href=/away>Ask</a>",
                "mode=popup> ",
                "mode=button>",
                "mode=popup><iframe title=x src='BASEbook?partner=news&type=pt-session' SANDBOX loading=lazy></iframe>"
            })
    void aButtonOpensItWhereThePageHasNoLinkForIt(String rest) {
        String body = "<carelet-booking partner=news "
                + rest.replace("BASE", stage.base()).replace("SANDBOX", EmbedStage.SANDBOX) + "</carelet-booking>";
        try (Guest guest = stage.visit(body)) {
            guest.hears("ready");
            assertThat(guest.page.locator("carelet-booking .carelet-opener").innerText())
                    .isEqualTo("Request an appointment");
            guest.page.locator("carelet-booking .carelet-opener").click();
            guest.page
                    .frameLocator("carelet-booking dialog iframe")
                    .locator("h1")
                    .waitFor();
            String src = guest.page.locator("carelet-booking dialog iframe").getAttribute("src");
            assertThat(src.contains("type=pt-session")).isEqualTo(rest.contains("pt-session"));
            stage.fine(guest);
        }
    }

    @Test
    void whatStoodInsideComesBackWhenTheDialogFails() {
        String body = "<carelet-booking partner=news mode=popup type=pt-session>Ask here. <iframe id=own title=x src='"
                + stage.base() + "book?partner=news&type=pt-session' " + EmbedStage.SANDBOX
                + "></iframe></carelet-booking>";
        try (Guest guest = stage.visit(body)) {
            guest.hears("ready");
            assertThat(guest.page.locator("#own").count()).isZero();
            guest.page.evaluate("document.querySelector('carelet-booking').setAttribute('type', 'gone')");
            guest.hears("error");
            assertThat(guest.page.locator("#own").isVisible()).isTrue();
            assertThat(guest.page.innerText("carelet-booking")).contains("Ask here.");
            guest.page.frameLocator("#own").locator("h1").waitFor();
        }
    }

    @Test
    void aVisitorWhoWantedTheFormGetsItAsAPageWhereItMayNotBeFramed() {
        try (Guest guest = stage.visit(POPUP.replace("partner=news", ""))) {
            guest.hears("ready");
            guest.page.locator("#opener").press("Enter");
            guest.page.waitForURL("**/carelet/book?**");
            assertThat(guest.page.locator("h1").innerText()).isEqualTo("Request an appointment");
        }
    }

    @Test
    void severalStandBesideEachOther() {
        try (Guest guest = stage.visit(stage.script() + POPUP + POPUP.replace("opener", "second"))) {
            guest.hears(2);
            guest.page.locator("#second").click();
            assertThat(guest.page.locator("carelet-booking dialog").nth(0).isVisible())
                    .isFalse();
            assertThat(guest.page.locator("carelet-booking dialog").nth(1).isVisible())
                    .isTrue();
            stage.fine(guest);
        }
    }

    private static void open(Guest guest) {
        guest.hears("ready");
        guest.page.locator("#opener").press("Enter");
        guest.page.frameLocator("carelet-booking iframe").locator("h1").waitFor();
    }

    private static void type(Guest guest, FrameLocator inside, String field, String text) {
        tabTo(guest, inside, field);
        guest.page.keyboard().type(text);
    }

    private static void send(Guest guest, FrameLocator inside) {
        tabTo(guest, inside, "[data-carelet-next]");
        guest.page.keyboard().press("Enter");
    }

    private static void tabTo(Guest guest, FrameLocator inside, String wanted) {
        inside.locator(wanted).first().waitFor();
        tabTo(guest, () -> inside.locator(wanted + ":focus").count() > 0);
    }

    private static void tabTo(Guest guest, BooleanSupplier there) {
        for (int presses = 0; presses < MOST_PRESSES && !there.getAsBoolean(); presses++) {
            guest.page.keyboard().press("Tab");
        }
        assertThat(there.getAsBoolean()).as("the Tab key leads there").isTrue();
    }

    private static String focused(Guest guest) {
        return guest.page.evaluate(FOCUS).toString();
    }

    private static String overflow(Guest guest) {
        return guest.page
                .evaluate("getComputedStyle(document.documentElement).overflowY")
                .toString();
    }
}
