package io.github.carelet.partnersite;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks at a page of a partner with Carelet in it, as its visitors get it, and says what is wrong with it. It needs Playwright
 * and axe-core, and nothing else of this project: copy it into the tests of the site.
 *
 * <pre>{@code
 * assertThat(HostPageCheck.of(browser.newContext(), "https://www.example.org/clinic", Set.of("https://clinic.example")))
 *         .isEmpty();
 * }</pre>
 *
 * <p>What it finds starts with the name of the check: {@code id}, {@code heading}, {@code axe}, {@code policy},
 * {@code third-party}, {@code print}.
 */
public final class HostPageCheck {

    /** The checks, in the order in which they are made. */
    public static final List<String> CHECKS = List.of("id", "heading", "axe", "policy", "third-party", "print");

    /** Keeps what the browser's policy refuses, from the first byte on. */
    private static final String WATCH = """
            window.careletRefused = [];
            document.addEventListener('securitypolicyviolation', (event) =>
              careletRefused.push(event.effectiveDirective + ' ' + event.blockedURI));
            """;

    private static final String IDS = """
            () => {
              const ids = [...document.querySelectorAll('[id]')].map((each) => each.id);
              return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
            }
            """;

    /** Every heading that is shown, in the order of the page, those in open shadow roots too. */
    private static final String HEADINGS = """
            () => {
              const found = [];
              const walk = (node) => {
                for (const child of (node.shadowRoot || node).children) {
                  const level = /^H([1-6])$/.exec(child.tagName);
                  if (level && child.getClientRects().length) found.push(level[1] + ' ' + child.textContent.trim());
                  if (child.tagName === 'SLOT') child.assignedElements().forEach(walk);
                  else walk(child);
                }
              };
              walk(document.body);
              return found;
            }
            """;

    /** What of Carelet is on the screen and not on paper. */
    private static final String CARELET = """
            () => [...document.querySelectorAll('.carelet, carelet-widget, carelet-booking')].map((each) =>
              [each, ...each.querySelectorAll('*'), ...(each.shadowRoot ? each.shadowRoot.querySelectorAll('*') : [])]
                .some((part) => part.checkVisibility({ visibilityProperty: true }) && part.getClientRects().length))
            """;

    private final Page page;
    private final Set<String> known;
    private final Set<String> requests = new LinkedHashSet<>();
    private final List<String> findings = new ArrayList<>();

    private HostPageCheck(Page page, Set<String> known) {
        this.page = page;
        this.known = known;
    }

    /**
     * Opens a page and looks at it.
     *
     * @param context a fresh profile of a browser; stays open
     * @param address of the page
     * @param known the origins that the page may ask besides its own, such as the clinic's
     * @return what is wrong; nothing if all is well
     */
    public static List<String> of(BrowserContext context, String address, Set<String> known) {
        context.addInitScript(WATCH);
        Page page = context.newPage();
        try {
            return new HostPageCheck(page, known).findings(address);
        } finally {
            page.close();
        }
    }

    private List<String> findings(String address) {
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(address);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        texts(IDS).forEach(id -> add("id", "'" + id + "' is there more than once"));
        headings();
        new AxeBuilder(page)
                .setLegacyMode(true)
                .analyze()
                .getViolations()
                .forEach(rule -> add("axe", rule.getId() + ": " + rule.getHelp()));
        texts("() => careletRefused").forEach(refused -> add("policy", "refused " + refused));
        thirdParties(origin(address));
        print();
        return List.copyOf(findings);
    }

    private void headings() {
        List<String> headings = texts(HEADINGS);
        long tops = headings.stream().filter(each -> each.startsWith("1 ")).count();
        if (tops != 1) {
            add("heading", tops + " headings are of level 1: expected one");
        }
        int level = 0;
        for (String heading : headings) {
            int next = heading.charAt(0) - '0';
            if (next > level + 1) {
                add("heading", "'" + heading.substring(2) + "' is of level " + next + " after level " + level);
            }
            level = next;
        }
    }

    private void thirdParties(String own) {
        // What comes out of the page itself, such as a picture in an address, is asked of nobody.
        requests.stream()
                .filter(url -> url.startsWith("http"))
                .map(HostPageCheck::origin)
                .filter(origin -> !origin.equals(own) && !known.contains(origin))
                .distinct()
                .forEach(origin -> add("third-party", "something is asked of " + origin));
    }

    /** Whoever prints the page has the number to call on paper. */
    private void print() {
        List<String> screen = texts(CARELET);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        List<String> paper = texts(CARELET);
        for (int i = 0; i < screen.size(); i++) {
            if (screen.get(i).equals("true") && !paper.get(i).equals("true")) {
                add("print", "part " + (i + 1) + " of Carelet is not on paper");
            }
        }
        if (screen.isEmpty() && page.locator("iframe").count() == 0) {
            add("print", "there is nothing of Carelet on this page");
        }
    }

    private void add(String check, String finding) {
        findings.add(check + ": " + finding);
    }

    private List<String> texts(String function) {
        return ((List<?>) page.evaluate(function)).stream().map(String::valueOf).toList();
    }

    private static String origin(String address) {
        URI uri = URI.create(Stream.of(address.split("[?#]", 2)).findFirst().orElse(address));
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
