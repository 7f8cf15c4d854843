package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The studio in a real Chromium, and what it says to paste, pasted into a page of another origin. */
class StudioTest {

    private static final String FORM = "carelet/studio?type=pt-evaluation&location=arcadia&partner=news";

    private static final String LOOK = "carelet/studio?view=look";

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

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "360, LIGHT", "1280, DARK", "360, DARK"})
    void itIsReadByAllFitsAndBreaksNoPolicyOfItsOwn(int width, ColorScheme scheme) {
        try (Guest guest =
                open(FORM, options -> options.setViewportSize(width, 900).setColorScheme(scheme))) {
            Page page = guest.page;
            page.frameLocator(".carelet-studio-stage iframe[width='360']")
                    .locator("[data-carelet-next]")
                    .waitFor();

            assertThat(Axe.violations(page)).isEmpty();
            assertThat(guest.violations()).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            assertThat(guest.requests).allMatch(url -> url.startsWith(stage.server.address()));
        }
    }

    @Test
    void whatIsCopiedIsTheSnippetAndSoItIsSaid() {
        try (Guest guest =
                open(FORM, options -> options.setPermissions(List.of("clipboard-read", "clipboard-write")))) {
            Locator snippet = guest.page.locator(".carelet-studio-snippet").nth(1);
            snippet.locator("button").click();
            snippet.locator("[data-carelet-copied]").waitFor();

            assertThat(guest.page.evaluate("navigator.clipboard.readText()"))
                    .isEqualTo(snippet.locator("textarea").inputValue());
        }
    }

    @Test
    void itWorksWithoutAScript() {
        try (Guest guest = open("carelet/studio", options -> options.setJavaScriptEnabled(false))) {
            Page page = guest.page;
            page.selectOption("[name=show]", "treatments/physical-therapy");
            page.selectOption("[name=partner]", "news");
            page.fill("[name=page]", "https://elsewhere.example/");
            page.click(".carelet-studio-chooser button");

            assertThat(page.inputValue("#snippet-link"))
                    .contains("/pages/treatments/physical-therapy?lang=en&amp;partner=news");
            assertThat(page.innerText(".carelet-staff-trouble")).contains("https://elsewhere.example");
            assertThat(page.locator("[data-carelet-copies]").first().isVisible())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theDoctorsFrameSendsAFormByItselfOrByItsButtonAndSaysThatItArrived(boolean script) {
        try (Guest guest = open("carelet/doctor", options -> options.setJavaScriptEnabled(script))) {
            Page page = guest.page;
            if (script) {
                page.locator("[data-carelet-verdict=whole]").waitFor();
                assertThat(guest.violations()).isEmpty();
            } else {
                page.frameLocator("iframe").locator("button").click();
            }
            page.frameLocator("iframe")
                    .locator("[data-carelet-rehearsal=whole]")
                    .waitFor();
            assertThat(page.locator("[data-carelet-verdict]").innerText())
                    .contains(script ? "arrived as it was sent" : "Press the button");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"frame", "element"})
    void whatIsPastedShowsTheFormInAPageOfThePartner(String kind) {
        String snippet = snippet(kind);
        try (Guest guest = stage.open("", snippet, Map.of(), UnaryOperator.identity())) {
            guest.page.frameLocator("iframe").locator("[data-carelet-next]").waitFor();
            stage.fine(guest);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "360, LIGHT", "1280, DARK", "360, DARK"})
    void whereALookIsTriedItIsReadByAllAndFits(int width, ColorScheme scheme) {
        try (Guest guest =
                open(LOOK, options -> options.setViewportSize(width, 900).setColorScheme(scheme))) {
            Page page = guest.page;
            page.frameLocator("iframe[width='360'][src*='theme=dark']")
                    .locator("button")
                    .first()
                    .waitFor();

            assertThat(Axe.violations(page)).isEmpty();
            assertThat(guest.violations()).isEmpty();
            assertThat(complaints(guest)).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLookIsSeenAtOnceWithTheScriptAndByAButtonWithout(boolean script) {
        try (Guest guest = open(LOOK, options -> options.setJavaScriptEnabled(script))) {
            Page page = guest.page;
            Locator button = page.frameLocator("iframe[width='360'][src*='theme=light']")
                    .locator(".carelet-button")
                    .first();
            assertThat(background(button)).isEqualTo("rgb(11, 92, 107)");

            page.fill("[name=accent]", "#cccccc");
            page.fill("[name=radius]", "0px");
            if (!script) {
                page.click("form button");
            }

            page.locator("[role=status] li").first().waitFor();
            assertThat(page.innerText("[role=status]")).contains("Links on the background: the contrast is 1.60 to 1.");
            page.waitForCondition(() -> background(button).equals("rgb(204, 204, 204)"));
            page.fill("[name=accent]", "#7a1f5c");
            if (!script) {
                page.click("form button");
            }
            page.locator("[role=status] .carelet-staff-done").waitFor();
            assertThat(page.inputValue("[data-carelet-copy]"))
                    .isEqualTo(":root {\n  --carelet-accent: #7a1f5c;\n  --carelet-radius: 0px;\n}");
            assertThat(page.locator("[data-carelet-copies]").isVisible()).isEqualTo(script);
            assertThat(page.url()).contains("accent=%237a1f5c");
            assertThat(complaints(guest)).isEmpty();
        }
    }

    /** Neither the page nor its script can reach into the form; that it looks as the partner is said by the clinic. */
    @ParameterizedTest
    @CsvSource({
        "look, LIGHT, 'rgb(122, 31, 92)', 0px",
        "look, DARK, 'rgb(224, 163, 204)', 0px",
        "news, LIGHT, 'rgb(11, 92, 107)', 6px"
    })
    void theFormInItsFrameHasTheLookOfThePartner(String partner, ColorScheme scheme, String colour, String radius) {
        String body = "<carelet-booking type=pt-evaluation location=arcadia partner=" + partner
                + "><a href=/away>Ask</a></carelet-booking>";
        try (Guest guest = stage.visit(body, Map.of(), options -> options.setColorScheme(scheme))) {
            Locator next = guest.page.frameLocator("iframe").locator("[data-carelet-next]");
            guest.page.waitForCondition(() -> background(next).equals(colour));
            assertThat(style(next, "borderTopLeftRadius")).isEqualTo(radius);
            stage.fine(guest);
        }
    }

    /** What the page sets itself goes before what the clinic has entered for it. */
    @Test
    void contentInThePageHasTheLookOfThePartnerUnlessThePageSetsItsOwn() {
        String widget =
                "<carelet-widget kind=treatments name=physical-therapy partner=look><a href=/away>PT</a></carelet-widget>";
        String body = widget + "<div style='--carelet-accent:#004400'>" + widget + "</div>";
        try (Guest guest = stage.visit(body, Map.of(), UnaryOperator.identity())) {
            Locator buttons = guest.page.locator("carelet-widget .carelet-button");
            guest.hears(2);
            assertThat(background(buttons.first())).isEqualTo("rgb(122, 31, 92)");
            assertThat(background(buttons.last())).isEqualTo("rgb(0, 68, 0)");
            stage.fine(guest);
        }
    }

    /** What the test itself puts into each document does not run in the samples, in which nothing may. */
    private static List<String> complaints(Guest guest) {
        return guest.complaints.stream()
                .filter(each -> !each.startsWith("Blocked script execution in '" + stage.base() + "studio?view=sample"))
                .toList();
    }

    private static String background(Locator element) {
        return style(element, "backgroundColor");
    }

    private static String style(Locator element, String property) {
        return element.evaluate("(element, name) => getComputedStyle(element)[name]", property)
                .toString();
    }

    @Test
    void theLinkLeadsToTheForm() {
        try (Guest guest = stage.open("", snippet("link"), Map.of(), UnaryOperator.identity())) {
            guest.page.click("p > a");
            guest.page.locator("[data-carelet-next]").waitFor();
            assertThat(guest.page.url()).startsWith(stage.base() + "book?type=pt-evaluation");
        }
    }

    /** Returns what a page of the partner would paste. */
    private static String snippet(String kind) {
        try (Guest guest = open(FORM, UnaryOperator.identity())) {
            return guest.page.inputValue("#snippet-" + kind);
        }
    }

    private static Guest open(String path, UnaryOperator<NewContextOptions> options) {
        Guest guest = new Guest(stage.chromium, options);
        guest.page.navigate(stage.server.address() + "/" + path);
        return guest;
    }
}
