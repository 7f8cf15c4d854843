package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import io.github.carelet.Partner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The elements of embed.js in pages of another origin, in a real Chromium, with the running demo. */
class EmbedTest {

    private static final String WIDGET =
            "<carelet-widget kind=treatments name=physical-therapy partner=news><a href=/more>Physical therapy</a></carelet-widget>";
    private static final String POPUP =
            "<carelet-booking mode=popup type=pt-evaluation location=arcadia partner=news><a id=opener href='/away'>Ask for a visit</a></carelet-booking>";

    @TempDir
    static Path data;

    private static Chromium chromium;
    private static OtherSite site;
    private static DemoServer server;

    @BeforeAll
    static void start() throws CannotStartException {
        chromium = Chromium.start();
        site = OtherSite.start();
        List<Partner> partners = List.of(new Partner("news", List.of(site.origin())));
        server = DemoServer.start(
                new Command.Serve(0, data, Optional.empty(), Optional.empty(), Optional.empty(), partners, true),
                System.err);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        if (site != null) {
            site.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void contentStandsInAnOpenShadowWithItsStyleAndLinksToTheClinic() {
        try (Guest guest = visit(WIDGET)) {
            guest.hears("ready");
            Locator root = guest.page.locator("carelet-widget .carelet");

            assertThat(root.locator("h2").first().innerText()).isEqualTo("Physical therapy");
            assertThat(root.locator(".carelet-button").evaluate("each => getComputedStyle(each).backgroundColor"))
                    .isEqualTo("rgb(11, 92, 107)");
            for (Locator link : root.locator("a[href]").all()) {
                assertThat(link.getAttribute("href")).matches("(https?:|tel:|mailto:).*");
            }
            assertThat(guest.page.locator("carelet-widget > a").isVisible()).isFalse();
            fine(guest);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=treatments name=nothing", "kind=nothing", "kind=treatments partner=stranger", ""})
    void theFallbackStaysWhenThereIsNothingToShow(String attributes) {
        try (Guest guest = visit("<carelet-widget " + attributes + "><a href=/more>More</a></carelet-widget>")) {
            guest.hears("error");
            assertThat(guest.page.locator("carelet-widget > a").isVisible()).isTrue();
            assertThat(guest.heard()).hasToString("[errornull]");
        }
    }

    @Test
    void theFormIsFilledInAcrossTwoOrigins() {
        String frame = "<carelet-booking><iframe title='Request an appointment' height=900 width=600 loading=lazy src='"
                + server.address()
                + "/carelet/book?partner=news&type=pt-evaluation' sandbox='allow-forms allow-scripts allow-popups"
                + " allow-popups-to-escape-sandbox allow-downloads allow-modals'></iframe></carelet-booking>";
        try (Guest guest = visit(frame)) {
            guest.hears("ready");
            FrameLocator inside = guest.page.frameLocator("iframe");
            RequestForm.choose(inside.locator("input[name=location]").first());
            inside.locator("[data-carelet-next]").click();
            requests(inside, "Ada");
            fine(guest);
        }
    }

    @Test
    void theFormIsFilledInInADialogThatTakesAndReturnsTheFocus() {
        try (Guest guest = visit(POPUP)) {
            guest.hears("ready");
            guest.page.locator("#opener").press("Enter");
            assertThat(guest.page.evaluate(
                            "document.querySelector('carelet-booking').shadowRoot.activeElement.className"))
                    .isEqualTo("carelet-close");
            assertThat(guest.page.evaluate("getComputedStyle(document.documentElement).overflow"))
                    .isEqualTo("hidden");
            requests(guest.page.frameLocator("carelet-booking iframe"), "Grace");
            fine(guest);
        }
    }

    private static void requests(FrameLocator inside, String name) {
        RequestForm.fill(inside.locator("form[method=post]"), name);
        inside.locator("[data-carelet-next]").click();
        inside.locator("form[action*='/cancel']").waitFor(RequestForm.ATTACHED);
        assertThat(inside.locator("main").innerText()).containsPattern("[0-9A-Z]{4}-[0-9A-Z]{4}");
    }

    /** Opens a page of the other site. */
    private static Guest visit(String body) {
        return visit(body, Map.of(), UnaryOperator.identity());
    }

    private static Guest visit(
            String body,
            Map<String, String> headers,
            UnaryOperator<com.microsoft.playwright.Browser.NewContextOptions> options) {
        Guest guest = new Guest(chromium, options);
        guest.page.navigate(site.show("/page", page(body), headers));
        return guest;
    }

    private static String page(String body) {
        return "<!doctype html><html lang=en><meta charset=utf-8><title>News</title><link rel=icon href=data:,>"
                + "<script src='" + server.address() + "/carelet/embed.js' async></script><body><h1>News</h1>" + body
                + "<p id=after>After.</p>";
    }

    private static void fine(Guest guest) {
        assertThat(guest.complaints).isEmpty();
        assertThat(guest.kept()).isEmpty();
        assertThat(guest.requests)
                .allMatch(url ->
                        url.startsWith(site.origin()) || url.startsWith(server.address()) || url.startsWith("data:"));
    }
}
