package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.FrameLocator;
import io.github.carelet.Look;
import io.github.carelet.Partner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The running demo, a site of another origin that may frame it, and a browser. */
final class EmbedStage implements AutoCloseable {

    /** The partner that the other site is. */
    static final String PARTNER = "news";

    /** The same site as a partner with a look of its own. */
    static final String LOOKING = "look";

    /** What a frame of the form may do, besides nothing. */
    static final String SANDBOX =
            "sandbox='allow-forms allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals'";

    final Chromium chromium;
    final OtherSite site;
    final DemoServer server;

    private EmbedStage(Chromium chromium, OtherSite site, DemoServer server) {
        this.chromium = chromium;
        this.site = site;
        this.server = server;
    }

    static EmbedStage start(Path data) throws CannotStartException {
        Chromium chromium = Chromium.start();
        OtherSite site = OtherSite.start();
        Look look = Look.of(
                Map.of("accent", "#7a1f5c", "accent-dark", "#e0a3cc", "radius", "0px", "font", "Georgia, serif"));
        List<Partner> partners = List.of(
                new Partner(PARTNER, List.of(site.origin())),
                new Partner(LOOKING, List.of(site.origin())).looking(look));
        Command.Serve serve =
                new Command.Serve(0, data, Optional.empty(), Optional.empty(), Optional.empty(), partners, true);
        return new EmbedStage(chromium, site, DemoServer.start(serve, System.err));
    }

    /** Returns where Carelet is mounted, with a slash at its end. */
    String base() {
        return server.address() + "/carelet/";
    }

    /** Returns the one line that a page needs. */
    String script() {
        return "<script src='" + base() + "embed.js' async></script>";
    }

    /** Opens a page of the other site. */
    Guest visit(String body) {
        return visit(body, Map.of(), UnaryOperator.identity());
    }

    /** Opens a page of the other site that has certain headers, in a certain browser. */
    Guest visit(String body, Map<String, String> headers, UnaryOperator<NewContextOptions> options) {
        return open(script(), body, headers, options);
    }

    /** Opens a page of the other site with something else in its head. */
    Guest open(String head, String body, Map<String, String> headers, UnaryOperator<NewContextOptions> options) {
        Guest guest = new Guest(chromium, options);
        guest.page.navigate(site.show("/page", page(head, body), headers));
        return guest;
    }

    private static String page(String head, String body) {
        return "<!doctype html><html lang=en><head><meta charset=utf-8><title>News</title>" + head
                + "</head><body><h1>News</h1>" + body + "<p id=after>After.</p></body></html>";
    }

    /** Nothing was complained about, kept, or asked of anybody else. */
    void fine(Guest guest) {
        assertThat(guest.complaints).isEmpty();
        assertThat(guest.violations()).isEmpty();
        assertThat(guest.kept()).isEmpty();
        assertThat(guest.requests).allMatch(url -> url.startsWith(site.origin()) || url.startsWith(server.address()));
    }

    /** Fills in what a frame shows, from the question when to come on. */
    static void requests(FrameLocator inside, String name) {
        RequestForm.fill(inside.locator("main"), name);
        inside.locator("[data-carelet-next]").click();
        inside.locator("form[action*='/cancel']").waitFor(RequestForm.ATTACHED);
        assertThat(inside.locator("main").innerText()).containsPattern("[0-9A-Z]{4}-[0-9A-Z]{4}");
    }

    @Override
    public void close() {
        server.close();
        site.close();
        chromium.close();
    }
}
