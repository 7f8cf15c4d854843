package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees and does in a browser, in a real Chromium, on the running demo. */
class BrowserTest {

    private static final String FORM = "/carelet/book?type=pt-evaluation&location=arcadia";
    private static final String TIMES = "/carelet/book?type=pt-session&location=palmdale";

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

    @ParameterizedTest
    @CsvSource({"/appointment, Ada", "/es/appointment, Grace"})
    void anAppointmentIsRequestedInTheFrameOnAPhoneWithoutJavaScript(String path, String name) {
        try (Visit visit = visit(options -> phone(options).setJavaScriptEnabled(false))) {
            visit.go(path);
            FrameLocator frame = visit.page.frameLocator("iframe");
            RequestForm.choose(frame.locator("input[name=type]").first());
            frame.locator("[data-carelet-next]").click();
            RequestForm.choose(frame.locator("input[name=location]").first());
            frame.locator("[data-carelet-next]").click();
            RequestForm.fill(frame.locator("main"), name);
            frame.locator("[data-carelet-next]").click();

            frame.locator("a[href^='tel:']").first().waitFor();
            frame.locator("form[action*='/cancel']").waitFor(RequestForm.ATTACHED);

            String sent = frame.locator("main").innerText();
            assertThat(sent).containsPattern("[0-9A-Z]{4}-[0-9A-Z]{4}").doesNotContain(name);
            assertThat(visit.context.cookies()).isEmpty();
            assertThat(visit.complaints).isEmpty();
            assertThat(visit.elsewhere).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, Ada, Your appointment is confirmed", "es, Grace, Su cita está confirmada"})
    void aFreeTimeIsPickedOnAPhoneWithoutJavaScriptAndNobodyElseGetsIt(String language, String name, String heading) {
        try (Visit visit = visit(options -> phone(options).setJavaScriptEnabled(false))) {
            visit.go(TIMES + "&lang=" + language);
            String slot = visit.page.locator("[name=slot]").first().getAttribute("value");
            for (Locator chip :
                    visit.page.locator("details[open] .carelet-form-chip").all()) {
                assertThat(chip.boundingBox().height).isGreaterThanOrEqualTo(44);
            }
            RequestForm.fill(visit.page.locator("main"), name);
            visit.page.locator("[data-carelet-next]").click();

            assertThat(visit.page.locator("h1").innerText()).isEqualTo(heading);
            assertThat(visit.page.locator("main").innerText()).doesNotContain(name);
            visit.go(TIMES);
            visit.page.locator("[name=slot]").first().waitFor(RequestForm.ATTACHED);
            // Two can have the first time: after both languages it is gone.
            int left = language.equals("en") ? 1 : 0;
            assertThat(visit.page.locator("[value='" + slot + "']").count()).isEqualTo(left);
            assertThat(visit.complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void aTimeThatIsPickedMovesNoOtherTime(String language) {
        try (Visit visit = visit(BrowserTest::phone)) {
            visit.go(TIMES + "&lang=" + language);
            List<Locator> chips =
                    visit.page.locator("details[open] .carelet-form-chip input").all();
            Object before = boxes(visit);
            for (Locator chip : chips) {
                RequestForm.choose(chip);
                assertThat(boxes(visit)).isEqualTo(before);
            }
            visit.page.evaluate("document.querySelector('.carelet-form-chip span').style.paddingInline = '40px'");
            assertThat(boxes(visit)).as("the control: one that grows").isNotEqualTo(before);
            System.out.println("times of which each was picked: " + chips.size() + ", others that moved: 0");
            assertThat(chips).hasSizeGreaterThan(3);
        }
    }

    private static Object boxes(Visit visit) {
        return visit.page.evaluate("[...document.querySelectorAll('.carelet-form-chip span')].map((chip) => {"
                + " const { x, y, width, height } = chip.getBoundingClientRect();"
                + " return [x + scrollX, y + scrollY, width, height].map((each) => each.toFixed(1)).join(); })");
    }

    @Test
    void whatIsMissingIsSaidAndNothingTypedIsLost() {
        try (Visit visit = visit(options -> phone(options).setJavaScriptEnabled(false))) {
            visit.go(FORM);
            RequestForm.chooseWhen(visit.page.locator("main")).fill("Zoë \"><b>");
            visit.page.locator("[data-carelet-next]").click();

            assertThat(visit.page.locator("#top").isVisible()).isTrue();
            assertThat(visit.page.locator("[name=givenName]").inputValue()).isEqualTo("Zoë \"><b>");
            assertThat(visit.page.locator("[aria-invalid=true]").count()).isPositive();
        }
    }

    @Test
    void thePageAroundTheFrameCantReadIt() {
        try (Visit visit = visit(UnaryOperator.identity())) {
            visit.go("/appointment");
            String read =
                    "frame => { try { return frame.contentDocument ? frame.contentDocument.body.innerHTML.length : -1; } catch (e) { return -1; } }";

            assertThat(visit.page.locator("iframe").evaluate(read)).isEqualTo(-1);
            visit.page
                    .locator("iframe")
                    .evaluate(
                            "frame => new Promise(loaded => { frame.removeAttribute('sandbox'); frame.onload = loaded; frame.src = frame.src; })");
            assertThat(visit.page.locator("iframe").evaluate(read))
                    .as("the header alone must do when a script strips the attribute")
                    .isEqualTo(-1);
            visit.page
                    .locator("iframe")
                    .evaluate(
                            "frame => new Promise(loaded => { frame.onload = loaded; frame.src = '/carelet/health'; })");
            assertThat((Integer) visit.page.locator("iframe").evaluate(read))
                    .as("the control: a page without the header is read")
                    .isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/treatments",
                "/conditions/sciatica",
                "/locations",
                "/es/",
                "/appointment",
                "/carelet/book",
                FORM,
                FORM + "&lang=es",
                FORM + "&when=times",
                TIMES + "&lang=es",
                "/carelet/pages/treatments/physical-therapy",
                "/carelet/pages/locations/arcadia",
                "/carelet/pages/practitioners"
            })
    void everyPageIsAccessibleAndFitsAPhoneInLightAndDark(String path) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (Visit visit = visit(options -> phone(options).setColorScheme(scheme))) {
                visit.go(path);

                assertThat(visit.violations()).as(path + " in " + scheme).isEmpty();
                assertThat(visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as(path + " scrolls sideways")
                        .isEqualTo(true);
                assertThat(visit.complaints).isEmpty();
                assertThat(visit.elsewhere).isEmpty();
            }
        }
    }

    /** On paper nothing can be pressed: the number is there instead, and no address but of other sites. */
    @Test
    void onPaperThereIsTheNumberInsteadOfTheButton() {
        try (Visit visit = visit(UnaryOperator.identity())) {
            visit.go("/carelet/pages/treatments/physical-therapy?view=full");
            Page page = visit.page;
            String printed = "() => [...document.querySelectorAll('.carelet-main a')]"
                    + ".filter(each => getComputedStyle(each, '::after').content !== 'none').map(each => each.href)";
            assertThat(page.isVisible(".carelet-actions .carelet-button")).isTrue();
            assertThat(page.isVisible(".carelet-languages")).isTrue();

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.isVisible(".carelet-actions .carelet-button")).isFalse();
            assertThat(page.isVisible(".carelet-languages")).isFalse();
            assertThat(page.innerText(".carelet-call")).containsPattern("\\(\\d{3}\\)");
            assertThat((List<?>) page.evaluate(printed)).isEmpty();
            page.evaluate("() => { const prose = document.querySelector('.carelet-prose');"
                    + " prose.innerHTML += '<a href=\"https://example.org/more\">More</a>'; }");
            assertThat((List<?>) page.evaluate(printed)).isEqualTo(List.of("https://example.org/more"));
        }
    }

    @Test
    void theAccessibilityCheckCanFail() {
        try (Visit visit = visit(UnaryOperator.identity())) {
            visit.page.setContent("<html><body><img src=x><input></body></html>");

            assertThat(visit.violations()).isNotEmpty();
        }
    }

    @Test
    void whatIsSaidToSearchEnginesIsNoScriptToTheBrowser() {
        try (Visit visit = visit(UnaryOperator.identity())) {
            visit.go("/carelet/pages/treatments/physical-therapy");
            String read =
                    "() => JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').text)['@graph'].length";

            assertThat((Integer) visit.page.evaluate(read)).isGreaterThan(5);
            assertThat(visit.complaints).isEmpty();
            visit.page.evaluate("() => { const script = document.createElement('script');"
                    + " script.text = 'document.title = \"run\"'; document.body.append(script); }");
            assertThat(visit.page.title()).isNotEqualTo("run");
            assertThat(visit.complaints)
                    .as("the control: a script is refused, and the browser says so")
                    .anyMatch(each -> each.contains("Content Security Policy"));
        }
    }

    private static NewContextOptions phone(NewContextOptions options) {
        return options.setViewportSize(360, 740);
    }

    private static Visit visit(UnaryOperator<NewContextOptions> options) {
        return new Visit(chromium, server.address(), options);
    }
}
