package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A tracker on a page of the same origin as the form, which is the worst place: it listens to, looks through and tampers with
 * all that a page can, against what a patient types. The controls are the ways in which others embed a form: each is read.
 */
class TrackerTest {

    private static final String TYPED = "Quillfeather";

    /** The form, one step before it asks who one is. */
    private static final String FORM = "/carelet/book?partner=demo&type=pt-evaluation&location=arcadia";

    private static final String SHADOW = "const host = document.createElement('div'); document.body.append(host);"
            + " host.attachShadow({ mode: '%s' }).append(input);";

    private static final String READS_OTHER =
            "(() => { try { return other.document.body.innerHTML.length; } catch (refused) { return 0; } })()";

    private static final Optional<Function<Page, Locator>> FIELD =
            Optional.of(page -> page.frameLocator("iframe").locator("[name=givenName]"));

    /** What has the focus: a closed shadow can be found no other way. */
    private static final Optional<Function<Page, Locator>> PLAIN = Optional.empty();

    /** Keeps the keys that it hears, and whatever else it can get hold of as one text. */
    private static final String TRACKER = """
            window.keys = '';
            window.stolen = '';
            const hear = (event) => {
              if (event.type === 'keydown' && event.key.length === 1) keys += event.key;
              stolen += ' ' + (event.data ?? '') + (event.composedPath()[0].value ?? '');
            };
            const listen = (target) => ['keydown', 'keyup', 'beforeinput', 'input', 'change', 'submit'].forEach((name) =>
              target.addEventListener(name, hear, true));
            listen(window);
            addEventListener('message', (event) => (stolen += JSON.stringify(event.data)));
            const attach = Element.prototype.attachShadow;
            Element.prototype.attachShadow = function (init) {
              const root = attach.call(this, init);
              listen(root);
              return root;
            };
            const reach = (get) => { try { return get(); } catch (refused) { return null; } };
            window.look = (root) => {
              for (const each of root.querySelectorAll('*')) {
                stolen += ' ' + (each.value ?? '');
                if (each.shadowRoot) look(each.shadowRoot);
                if (each.localName !== 'iframe') continue;
                const inside = each.contentDocument ?? reach(() => each.contentWindow.document);
                if (inside) look(inside);
                if (inside) stolen += inside.documentElement.innerHTML;
                stolen += reach(() => each.contentWindow.location.href);
              }
              stolen += performance.getEntriesByType('resource').map((entry) => entry.name).join();
            };
            """;

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
    void nothingIsReadOfTheFormAndAllOfTheControls() {
        int frame = read("", FIELD);
        int stripped = read("frame.removeAttribute('sandbox'); frame.src = frame.src;", FIELD);
        int another = read(
                "const other = document.createElement('iframe'); other.src = frame.src; frame.replaceWith(other);",
                FIELD);
        int light = read("document.body.append(input);", PLAIN);
        int open = read(SHADOW.formatted("open"), PLAIN);
        int closed = read(SHADOW.formatted("closed"), PLAIN);
        int sameOrigin = read(
                "const own = document.createElement('iframe'); frame.replaceWith(own); own.contentDocument.body.append(input);",
                PLAIN);
        System.out.printf(
                "a tracker reads of %d characters: frame %d, attribute stripped %d, frame of its own %d; controls: light DOM %d,"
                        + " open shadow %d, closed shadow %d, same-origin frame %d%n",
                TYPED.length(), frame, stripped, another, light, open, closed, sameOrigin);
        assertThat(List.of(frame, stripped, another)).containsOnly(0);
        assertThat(List.of(light, open, closed, sameOrigin)).containsOnly(TYPED.length());
    }

    @Test
    void aWindowOfItsOwnIsNotReadEither() {
        try (Guest guest = guest(UnaryOperator.identity())) {
            Page form = guest.page.waitForPopup(() -> guest.page.evaluate("window.other = open('" + FORM + "')"));
            form.locator("[name=type]").first().press("Space");
            assertThat(guest.page.evaluate(READS_OTHER)).isEqualTo(0);

            Page control = guest.page.waitForPopup(() -> guest.page.evaluate("window.other = open('/treatments')"));
            control.locator("h1").waitFor();
            assertThat((Integer) guest.page.evaluate(READS_OTHER))
                    .as("the control: another page of the site is read")
                    .isPositive();
        }
    }

    @Test
    void noServiceWorkerGetsBetween() {
        try (Guest guest = guest(options -> options.setBypassCSP(true))) {
            assertThat(guest.page
                            .evaluate("navigator.serviceWorker.register('/carelet/embed.js')"
                                    + ".then(() => 'registered', (error) => error.message)")
                            .toString())
                    .as("asked for by the browser, and refused by us")
                    .contains("404");
        }
    }

    /** Lets a patient type while the tracker does its worst, and returns how many of the characters it has. */
    private static int read(String tampering, Optional<Function<Page, Locator>> field) {
        try (Guest guest = guest(UnaryOperator.identity())) {
            guest.page.evaluate("() => { const frame = document.querySelector('iframe');"
                    + " const input = Object.assign(document.createElement('input'), { id: 'typed' });"
                    + " " + tampering + " input.focus(); }");
            if (field.isPresent()) {
                field.get().apply(guest.page).pressSequentially(TYPED);
            } else {
                guest.page.keyboard().type(TYPED);
            }
            guest.page.evaluate("look(document)");
            boolean whole = (Boolean) guest.page.evaluate("text => stolen.includes(text)", TYPED);
            int keys = ((Number) guest.page.evaluate("keys.length")).intValue();
            return whole ? TYPED.length() : keys;
        }
    }

    private static Guest guest(UnaryOperator<NewContextOptions> options) {
        Guest guest = new Guest(stage.chromium, options);
        guest.page.addInitScript(TRACKER);
        guest.page.navigate(stage.server.address() + "/appointment");
        show(guest, FORM);
        Locator time = guest.page.frameLocator("iframe").locator("[name=preferred]");
        show(guest, FORM + "&preferred=" + time.first().getAttribute("value"));
        return guest;
    }

    private static void show(Guest guest, String form) {
        guest.page.evaluate(
                "src => new Promise((loaded) => { const frame = document.querySelector('iframe');"
                        + " frame.onload = loaded; frame.src = src; })",
                form);
    }
}
