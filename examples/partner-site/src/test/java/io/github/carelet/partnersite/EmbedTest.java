package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
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

/** The elements of embed.js in pages of another origin, in a real Chromium, with the running demo. */
class EmbedTest {

    private static final String WIDGET =
            "<carelet-widget kind=treatments name=physical-therapy partner=news><a href=/more>Physical therapy</a></carelet-widget>";
    private static final String LINK =
            "<carelet-booking type=pt-evaluation location=arcadia partner=news><a href=/away>Ask for a visit</a></carelet-booking>";
    private static final String STRICT =
            "default-src 'none'; script-src %1$s; style-src %1$s; frame-src %1$s; connect-src"
                    + " %1$s; require-trusted-types-for 'script'; trusted-types 'none'";

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
    void contentStandsInAnOpenShadowWithItsStyleAndLinksToTheClinic() {
        try (Guest guest = stage.visit(WIDGET)) {
            guest.hears("ready");
            Locator root = guest.page.locator("carelet-widget .carelet");

            assertThat(root.locator("h2").first().innerText()).isEqualTo("Physical therapy");
            assertThat(root.locator(".carelet-button").evaluate("each => getComputedStyle(each).backgroundColor"))
                    .isEqualTo("rgb(11, 92, 107)");
            for (Locator link : root.locator("a[href]").all()) {
                assertThat(link.getAttribute("href")).matches("(https?:|tel:|mailto:).*");
            }
            assertThat(guest.page.locator("carelet-widget > a").isVisible()).isFalse();
            stage.fine(guest);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=treatments name=nothing",
                "kind=nothing",
                "kind=treatments partner=stranger",
                "kind=treatments theme=pink",
                ""
            })
    void theFallbackStaysWhenThereIsNothingToShow(String attributes) {
        try (Guest guest = stage.visit("<carelet-widget " + attributes + "><a href=/more>More</a></carelet-widget>")) {
            guest.hears("error");
            assertThat(guest.page.locator("carelet-widget > a").isVisible()).isTrue();
            assertThat(guest.heard()).hasToString("[errornull]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"**/embed.js", "**/embed/*", "**/*.css"})
    void theFallbackStaysWhenSomethingCantBeFetched(String lost) {
        try (Guest guest = new Guest(stage.chromium, UnaryOperator.identity())) {
            guest.page.route(lost, route -> route.abort());
            guest.page.navigate(stage.site.show("/lost", stage.script() + WIDGET + LINK, Map.of()));
            if (lost.equals("**/embed.js")) {
                guest.page.waitForLoadState();
            } else {
                guest.hears(2);
            }
            assertThat(guest.page.locator("carelet-widget > a").isVisible()).isTrue();
            assertThat(guest.page.locator("carelet-booking > a").isVisible()).isTrue();
            assertThat(guest.heard()).doesNotContain("readynull");
        }
    }

    @Test
    void theFallbackComesBackWhereTheFormMayNotBeFramed() {
        String elsewhere = LINK.replace("partner=news", "");
        try (Guest guest = stage.visit(elsewhere)) {
            guest.hears("error");
            assertThat(guest.page.locator("carelet-booking > a").isVisible()).isTrue();
            assertThat(guest.page.locator("carelet-booking iframe").count()).isZero();
            assertThat(guest.complaints)
                    .as("the server knows whom the browser would refuse, and no error is seen")
                    .noneMatch(each -> each.contains("frame-ancestors"));
            guest.page.evaluate(
                    "src => { const frame = document.createElement('iframe'); frame.src = src; document.body.append(frame); }",
                    stage.base() + "book");
            guest.page.waitForCondition(
                    () -> guest.complaints.stream().anyMatch(each -> each.contains("frame-ancestors")));
        }
    }

    @Test
    void aFrameThatSaysNothingStaysBesideTheFallbackUntilItsWordComes() {
        try (Guest guest = silent(LINK)) {
            FrameLocator inside = guest.page.frameLocator("carelet-booking iframe");
            inside.locator("h1").waitFor();
            guest.page.waitForCondition(() -> {
                guest.page.clock().fastForward(4_000);
                return !guest.heard().isEmpty();
            });
            assertThat(guest.heard()).containsExactly("errornull");
            assertThat(guest.page.locator("carelet-booking > a").isVisible()).isTrue();
            assertThat(inside.locator("h1").isVisible())
                    .as("the form is there, also without its script")
                    .isTrue();

            inside.locator("h1").evaluate("() => parent.postMessage({ carelet: 1, height: 900 }, '*')");
            guest.hears("ready");
            assertThat(guest.page.locator("carelet-booking > a").isVisible()).isFalse();
            assertThat(guest.page.locator("carelet-booking iframe").boundingBox().height)
                    .isEqualTo(900);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " mode=popup"})
    void nobodyLosesAFormThatIsInUseThoughItSaysNothing(String mode) {
        try (Guest guest = silent(LINK.replace(" type=", mode + " type="))) {
            if (!mode.isEmpty()) {
                guest.hears("ready");
                guest.page.locator("carelet-booking > a").click();
            }
            FrameLocator inside = guest.page.frameLocator("carelet-booking iframe");
            Locator first = inside.locator("[name=preferred], [name=slot]").first();
            RequestForm.choose(first);
            guest.page.clock().fastForward(60_000);
            guest.page.clock().fastForward(60_000);
            assertThat(first.isChecked()).isTrue();
            assertThat(guest.heard()).doesNotContain("errornull");
        }
    }

    /** Visits a page whose frame can't get the script that says how high it is. */
    private static Guest silent(String body) {
        Guest guest = new Guest(stage.chromium, UnaryOperator.identity());
        guest.page.route("**/frame.*.js", route -> route.abort());
        guest.page.clock().install();
        guest.page.navigate(
                stage.site.show("/silent", "<!doctype html><title>News</title>" + stage.script() + body, Map.of()));
        return guest;
    }

    @Test
    void theFormIsFilledInAcrossTwoOriginsAndThePageDoesNotJump() {
        String frame = "<carelet-booking><iframe title='Request an appointment' height=2600 width=600 src='"
                + stage.base() + "book?partner=news&type=pt-evaluation' " + EmbedStage.SANDBOX
                + "></iframe></carelet-booking>";
        try (Guest guest = stage.visit(frame)) {
            guest.hears("ready");
            FrameLocator inside = guest.page.frameLocator("iframe");
            RequestForm.choose(inside.locator("input[name=location]").first());
            inside.locator("[data-carelet-next]").click();
            EmbedStage.requests(inside, "Ada");
            assertThat(guest.shifts()).isLessThanOrEqualTo(0.05);
            stage.fine(guest);
        }
    }

    @Test
    void aFrameGrowsToWhatIsInItAndNeverShrinks() {
        String frame = "<carelet-booking><iframe title=x width='100%' height=320 src='" + stage.base()
                + "book?partner=news' " + EmbedStage.SANDBOX + "></iframe></carelet-booking>";
        try (Guest guest = stage.visit(frame)) {
            guest.hears("ready");
            Locator iframe = guest.page.locator("iframe");
            double inside = ((Number) guest.page
                            .frameLocator("iframe")
                            .locator("main")
                            .evaluate("main => Math.ceil(main.getBoundingClientRect().height)"))
                    .doubleValue();
            assertThat(iframe.boundingBox().height).isEqualTo(inside).isGreaterThan(320);
            assertThat(guest.page.evaluate("document.querySelector('iframe').getBoundingClientRect().width"
                            + " === document.querySelector('carelet-booking').getBoundingClientRect().width"))
                    .isEqualTo(true);
        }
    }

    @Test
    void everythingWorksUnderTheStrictestPolicyWithoutOneReport() {
        Map<String, String> policy = Map.of("Content-Security-Policy", STRICT.formatted(stage.base()));
        String popup = LINK.replace("<carelet-booking", "<carelet-booking mode=popup");
        String button = LINK.replace("<carelet-booking", "<carelet-booking mode=button");
        try (Guest guest =
                stage.open(stage.script(), WIDGET + LINK + popup + button, policy, UnaryOperator.identity())) {
            guest.hears(4);
            assertThat(guest.heard()).allMatch("readynull"::equals);
            guest.page.locator("[mode=popup] > a").click();
            guest.page.frameLocator("[mode=popup] iframe").locator("h1").waitFor();
            EmbedStage.requests(guest.page.frameLocator("[mode=popup] iframe"), "Mary");
            assertThat(guest.violations()).isEmpty();

            guest.page.evaluate("() => { const style = document.createElement('style'); document.head.append(style);"
                    + " style.append('p { color: red }');"
                    + " try { document.body.innerHTML += '<p>'; } catch (expected) { } }");
            assertThat(guest.violations())
                    .as("the control: what the policy forbids is reported")
                    .contains("style-src-elem inline", "require-trusted-types-for trusted-types-sink");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lang=es, LIGHT, Pedir una cita, 'rgb(255, 255, 255)'",
        "lang=en_US theme=dark, LIGHT, Request an appointment, 'rgb(20, 24, 27)'",
        "theme=light, DARK, Request an appointment, 'rgb(255, 255, 255)'",
        "lang=xx-invalid-language-tag theme=auto, DARK, Request an appointment, 'rgb(20, 24, 27)'"
    })
    void languageAndThemeComeFromTheElementElseFromThePage(
            String attributes, ColorScheme scheme, String title, String background) {
        String widget = WIDGET.replace("<carelet-widget", "<carelet-widget " + attributes);
        String booking = LINK.replace("<carelet-booking", "<carelet-booking " + attributes);
        try (Guest guest = stage.visit(widget + booking, Map.of(), options -> options.setColorScheme(scheme))) {
            guest.hears(2);
            assertThat(guest.page.locator("carelet-widget .carelet-button").innerText())
                    .isEqualTo(title);
            assertThat(background(guest.page.locator("carelet-widget .carelet")))
                    .isEqualTo(background);
            FrameLocator inside = guest.page.frameLocator("carelet-booking iframe");
            assertThat(guest.page.locator("carelet-booking iframe").getAttribute("title"))
                    .isEqualTo(title);
            assertThat(background(inside.locator("main"))).isEqualTo(background);
            EmbedStage.requests(inside, "Theme " + attributes.length());
            assertThat(background(inside.locator("main")))
                    .as("after the last step too")
                    .isEqualTo(background);
        }
    }

    private static Object background(Locator root) {
        return root.evaluate("each => getComputedStyle(each).backgroundColor");
    }

    @Test
    void elementsComeGoAndChangeAtAnyTime() {
        try (Guest guest = stage.visit(stage.script() + WIDGET)) {
            guest.hears("ready");
            guest.page.evaluate("() => { const more = document.createElement('carelet-widget');"
                    + " more.setAttribute('kind', 'conditions'); more.setAttribute('name', 'sciatica');"
                    + " document.body.append(more); }");
            guest.hears(2);
            guest.page.evaluate("document.querySelector('carelet-widget').setAttribute('lang', 'es')");
            guest.hears(3);
            assertThat(guest.page.locator("carelet-widget .carelet").first().getAttribute("lang"))
                    .isEqualTo("es");
            guest.page.evaluate("document.querySelectorAll('carelet-widget').forEach((each) => each.remove())");
            assertThat(guest.page.locator("carelet-widget").count()).isZero();
            assertThat(guest.heard()).containsOnly("readynull");
            assertThat(guest.requests.stream()
                            .filter(url -> url.contains("/embed/"))
                            .toList())
                    .as("each was asked for once")
                    .hasSize(3);
            stage.fine(guest);
        }
    }

    @Test
    void withoutTheClinicsWordNoStepIsToldToThePage() {
        try (Guest guest = stage.visit(LINK)) {
            guest.hears("ready");
            EmbedStage.requests(guest.page.frameLocator("iframe"), "Quiet");
            assertThat(guest.heard()).isEqualTo(List.of("readynull"));
        }
    }
}
