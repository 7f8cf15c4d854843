package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a screen reader gets, from the browser's own accessibility tree: the outlines of the main pages to the letter, and of every
 * page and state that nothing is without a name, out of order or doubled, and that what happens is said.
 */
class ScreenReaderTest {

    private static final Instant TUESDAY = Instant.parse("2026-11-24T17:00:00Z");
    private static final String REQUEST = "/book?type=pt-evaluation&location=arcadia&condition=sciatica";
    private static final String TIMES = "/book?type=pt-session&location=palmdale";
    private static final String NEXT = "main [data-carelet-next]";
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(TUESDAY);

    /** Counts what comes with its words, before anybody could know that it would speak; what takes the focus is read anyway. */
    private static final String WATCH = """
            self.late = [];
            self.spoken = [];
            new MutationObserver((records) => records.forEach(({ addedNodes, target }) => {
              const live = '[role=alert], [role=status], [aria-live]';
              const around = target.closest?.(live);
              if (around && around.textContent.trim()) self.spoken.push(around.getAttribute('role') + ': ' + around.textContent);
              for (const node of addedNodes) {
                for (const each of node.nodeType === 1 ? [node, ...node.querySelectorAll('*')] : []) {
                  const early = document.readyState === 'loading' || each.matches('[tabindex="-1"]#top');
                  if (each.matches(live) && each.textContent.trim() && !early) self.late.push(each.outerHTML);
                }
              }
            })).observe(document, { childList: true, subtree: true });
            """;

    @TempDir
    static Path data;

    private static Chromium chromium;
    private static EveryLanguage clinic;
    private static int states;

    private final List<BrowserContext> opened = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException, CannotStartException {
        chromium = Chromium.start();
        clinic = EveryLanguage.start(data, List.of("en", "es"), NOW::get);
    }

    @AfterAll
    static void stop() {
        System.out.println("states of pages listened to without a fault: " + states);
        if (clinic != null) {
            clinic.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void close() {
        opened.forEach(BrowserContext::close);
        NOW.set(TUESDAY);
    }

    private Page open() {
        BrowserContext context = chromium.context(
                any -> any.setHttpCredentials(EveryLanguage.STAFF.name(), EveryLanguage.STAFF.password()));
        opened.add(context);
        context.addInitScript(WATCH);
        return context.newPage();
    }

    @Test
    void aVisitIsRequestedStepByStep() {
        Page page = open();
        outline(go(page, "/book?condition=sciatica"), "what");
        outline(go(page, "/book?type=pt-evaluation"), "where");
        listen(go(page, REQUEST), "when");
        RequestForm.chooseWhen(page.locator("main"));
        outline(page, "who");
        page.locator(NEXT).click();
        page.locator(".carelet-form-trouble:focus").waitFor();
        outline(page, "errors");
        List<AccessibilityTree.Thing> wrong = AccessibilityTree.of(page).things().stream()
                .filter(each -> each.states().containsKey("invalid"))
                .toList();
        Locator links = page.locator(".carelet-form-trouble a");
        assertThat(links.count()).isEqualTo(wrong.size()).isEqualTo(3);
        for (int i = 0; i < links.count(); i++) {
            links.nth(i).press("Enter");
            int which = i;
            assertThat(AccessibilityTree.of(page).things())
                    .filteredOn(each -> each.states().containsKey("focused"))
                    .singleElement()
                    .satisfies(each ->
                            assertThat(each.name()).isEqualTo(wrong.get(which).name()))
                    .satisfies(each -> assertThat(each.description())
                            .endsWith("To check: " + links.nth(which).innerText()));
        }
        RequestForm.fill(page.locator("main"), "Ada");
        send(page);
        outline(page, "sent");
        assertThat(faults).isEmpty();
    }

    @Test
    void aTimeIsBookedAndMoved() {
        Page page = open();
        outline(go(page, TIMES), "times");
        RequestForm.fill(page.locator("main"), "Grace");
        listen(page, "who, with a time");
        page.locator(".carelet-form-choose button").click();
        page.getByText("We hold this time for you until").waitFor();
        outline(page, "held");
        send(page);
        listen(page, "confirmed");
        page.locator("a[href*='change=times']").click();
        page.locator("[name=slot]").first().waitFor(RequestForm.ATTACHED);
        listen(page, "move");
        page.locator(".carelet-form-cancel summary").click();
        listen(page, "about to cancel");
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsReadIsInOrder() {
        Page page = open();
        outline(go(page, "/pages/treatments/physical-therapy"), "treatment");
        outline(go(page, "/pages/search?q=sciatca"), "search");
        for (String path : List.of(
                "/pages/search?q=zzzz",
                "/pages/search",
                "/pages/clinic",
                "/pages/locations?view=full",
                "/pages/treatments",
                "/pages/treatments?view=full",
                "/pages/conditions/sciatica?view=full",
                "/pages/practitioners",
                "/pages/articles",
                "/pages/nothing",
                "/book",
                "/book?type=injection-visit",
                "/book?type=none",
                TIMES + "&when=preferred",
                TIMES + "&lang=es",
                "/bookings/none")) {
            listen(go(page, path), path);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theFrontDeskIsToldWhatIsThereAndWhatHasHappened() {
        Page page = open();
        go(page, REQUEST);
        RequestForm.fill(page.locator("main"), "Desk");
        send(page);
        outline(go(page, "/staff/"), "inbox");
        page.locator("tbody th a", new Page.LocatorOptions().setHasText("Desk")).click();
        page.locator(".carelet-staff-title").waitFor();
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
        outline(page, "booking");
        page.locator("#note").fill("x");
        page.locator("button", new Page.LocatorOptions().setHasText("Offer the picked times"))
                .click();
        page.locator(".carelet-staff-trouble").waitFor();
        listen(page, "refused at the desk");
        assertThat(focused(page)).startsWith("alert ");
        page.locator("[name=start]").first().check(new Locator.CheckOptions().setForce(true));
        page.locator("button", new Page.LocatorOptions().setHasText("Offer the picked times"))
                .click();
        page.locator(".carelet-staff-done").waitFor();
        listen(page, "done at the desk");
        assertThat(focused(page)).startsWith("status ");
        for (String path : List.of(
                "/staff/?state=suspect",
                "/staff/day",
                "/staff/phone?type=pt-evaluation&location=arcadia",
                "/staff/closures",
                "/staff/deliveries",
                "/staff/figures",
                "/staff/audit",
                "/studio?partner=demo&type=pt-evaluation",
                "/studio/partners",
                "/doctor")) {
            listen(go(page, path), path);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aLostConnectionALostSessionAndTheEndOfAMeasureOfTimeAreSaid() {
        Page page = open();
        page.clock().install();
        go(page, TIMES);
        RequestForm.fill(page.locator("main"), "Said");
        page.context().setOffline(true);
        page.locator(NEXT).click();
        page.locator(".carelet-form-note").waitFor();
        assertThat(spoken(page))
                .containsSubsequence(
                        "status: We are sending your form.",
                        "alert: We can't reach the clinic right now. Nothing was sent, and your answers are still here."
                                + " Check your connection and try again, or call us.");
        listen(page, "no connection");
        page.context().setOffline(false);
        page.clock().fastForward("14:01");
        page.locator(".carelet-form-note button").waitFor();
        assertThat(spoken(page))
                .last()
                .asString()
                .startsWith("alert: You have not used this page for a while. In one minute we clear what you entered");
        listen(page, "a minute before what was typed is cleared");
        page.locator(".carelet-form-note button").click();
        assertThat(page.locator("body > [role=alert]").innerText()).isEmpty();
        assertThat((List<?>) page.evaluate("self.late")).isEmpty();

        NOW.set(TUESDAY.plus(Duration.ofHours(3)));
        page.locator(NEXT).click();
        page.locator(".carelet-form-trouble:focus").waitFor();
        assertThat(focused(page)).startsWith("alert ");
        assertThat(page.locator("[name=givenName]").inputValue()).isEqualTo("Said");
        listen(page, "the session is lost");
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsWrongIsHeard() {
        Page page = open();
        page.setContent("""
                <main><h1>One</h1><h3>Three</h3><h1>Two</h1><input><a href=x></a><input type=radio aria-label=Alone>
                <fieldset><input type=radio aria-label=x></fieldset><input type=radio required name=r aria-label=Early>
                <input aria-label=Wrong aria-invalid=true><iframe src=about:blank></iframe>
                <button title=Go aria-describedby=g>Go</button><span id=g>Go</span><button>Go</button>
                <a href="https://a.example/">More</a><a href="https://b.example/">More</a></main><main></main>
                """);
        List<String> found = new ScreenReader(AccessibilityTree.of(page)).faults();
        System.out.println("heard of the page with faults: " + found);
        assertThat(found).hasSize(17);
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p role=alert>Surprise</p>')");
        assertThat((List<?>) page.evaluate("self.late")).hasSize(1);
    }

    private static Page go(Page page, String path) {
        page.navigate(clinic.address() + path);
        return page;
    }

    private static void send(Page page) {
        page.locator(NEXT).click();
        page.locator("form[action*='/cancel']").waitFor(RequestForm.ATTACHED);
    }

    private void listen(Page page, String state) {
        states++;
        new ScreenReader(AccessibilityTree.of(page)).faults().forEach(each -> faults.add(state + ": " + each.strip()));
    }

    /** Compares with what is written down, random references aside. */
    private void outline(Page page, String name) {
        listen(page, name);
        String outline = AccessibilityTree.of(page).outline().replaceAll("\\b[0-9A-Z]{4}-[0-9A-Z]{4}\\b", "REFERENCE");
        try (InputStream expected = ScreenReaderTest.class.getResourceAsStream("/outlines/" + name + ".txt")) {
            String text = expected == null ? "" : new String(expected.readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(outline).as(name).isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String focused(Page page) {
        return AccessibilityTree.of(page).things().stream()
                .filter(each -> each.states().containsKey("focused"))
                .map(each -> each.toString().strip())
                .findFirst()
                .orElse("");
    }

    private static List<String> spoken(Page page) {
        return ((List<?>) page.evaluate("self.spoken"))
                .stream().map(String::valueOf).toList();
    }
}
