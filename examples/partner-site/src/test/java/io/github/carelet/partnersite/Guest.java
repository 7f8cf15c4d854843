package io.github.carelet.partnersite;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A visitor of a page of another site: what the browser complained about, and where it went. */
final class Guest implements AutoCloseable {

    /** Runs before everything else in each document, and keeps what the browser reports of it. */
    private static final String WATCH = """
            window.violations = [];
            window.heard = [];
            window.shifts = 0;
            document.addEventListener('securitypolicyviolation', (event) =>
              violations.push(event.effectiveDirective + ' ' + event.blockedURI));
            for (const name of ['ready', 'open', 'close', 'error', 'step', 'requested', 'confirmed', 'refused'])
              addEventListener('carelet:' + name, (event) => heard.push(name + JSON.stringify(event.detail ?? null)));
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => shifts += entry.hadRecentInput ? 0 : entry.value))
              .observe({ type: 'layout-shift', buffered: true });
            """;

    final Page page;
    final List<String> complaints = new ArrayList<>();
    final List<String> requests = new ArrayList<>();
    private final BrowserContext context;

    Guest(Chromium chromium, UnaryOperator<NewContextOptions> options) {
        context = chromium.context(options);
        context.addInitScript(WATCH);
        page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onRequest(request -> requests.add(request.url()));
    }

    /** Returns what the browser's policy refused on the page itself. */
    List<String> violations() {
        return texts("violations");
    }

    /** Returns the events of Carelet that the page has heard. */
    List<String> heard() {
        return texts("heard");
    }

    private List<String> texts(String expression) {
        return ((List<?>) page.evaluate(expression))
                .stream().map(String::valueOf).toList();
    }

    /** Returns how much the page has moved by itself, by the layout instability metric. */
    double shifts() {
        return ((Number) page.evaluate("shifts")).doubleValue();
    }

    /** Waits until the page has heard an event. */
    void hears(String event) {
        page.waitForCondition(() -> heard().stream().anyMatch(each -> each.startsWith(event)));
    }

    /** Waits until the page has heard so many events. */
    void hears(int events) {
        page.waitForCondition(() -> heard().size() >= events);
    }

    /** Returns what is kept of the visitor: cookies, and what else the page and its frames have stored. */
    List<String> kept() {
        List<String> kept = new ArrayList<>();
        context.cookies().forEach(cookie -> kept.add(cookie.name));
        kept.addAll(texts("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"));
        return kept;
    }

    @Override
    public void close() {
        context.close();
    }
}
