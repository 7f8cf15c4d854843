package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
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

            assertThat(axe(page)).isEmpty();
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
    @ValueSource(strings = {"frame", "element"})
    void whatIsPastedShowsTheFormInAPageOfThePartner(String kind) {
        String snippet = snippet(kind);
        try (Guest guest = stage.open("", snippet, Map.of(), UnaryOperator.identity())) {
            guest.page.frameLocator("iframe").locator("[data-carelet-next]").waitFor();
            stage.fine(guest);
        }
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

    private static List<String> axe(Page page) {
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .map(StudioTest::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }
}
