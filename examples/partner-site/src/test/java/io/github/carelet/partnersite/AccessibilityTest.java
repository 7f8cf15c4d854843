package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * WCAG 2.2 AA, as far as a machine can tell, in every language, state and theme, in a window of 320 px, which is one of 1280 px
 * at 400 %: axe finds nothing, nothing scrolls sideways, nothing to press is smaller than 24 px, also with the letters
 * and lines as far apart as a reader may set them.
 */
class AccessibilityTest {

    private static final String REQUEST = "/book?type=pt-evaluation&location=arcadia&lang=";
    private static final List<String> PAGES = List.of(
            "/book?condition=sciatica&lang=",
            "/book?type=pt-evaluation&lang=",
            REQUEST,
            "/book?type=pt-session&location=palmdale&lang=",
            "/book?type=none&lang=",
            "/pages/conditions/sciatica?lang=",
            "/pages/locations?lang=",
            "/pages/search?lang=",
            "/pages/nothing?lang=");

    private static final List<String> CLINIC = List.of(
            "/staff/",
            "/staff/?state=suspect",
            "/staff/day",
            "/staff/phone?type=pt-evaluation&location=arcadia",
            "/staff/closures",
            "/staff/deliveries",
            "/staff/figures",
            "/staff/audit",
            "/studio?partner=demo&type=pt-evaluation",
            "/studio/partners",
            "/doctor");

    @TempDir
    static Path data;

    private static Chromium chromium;
    private static EveryLanguage clinic;
    private static int states;
    private static int visits;

    @BeforeAll
    static void start() throws IOException, CannotStartException {
        chromium = Chromium.start();
        clinic = EveryLanguage.start(data);
    }

    @AfterAll
    static void stop() {
        System.out.println("states of pages looked at: " + states);
        if (clinic != null) {
            clinic.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    static Stream<String> languages() {
        return EveryLanguage.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyStateIsAccessible(String language) {
        assertThat(problems(language, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", PseudoLocales.LONG_WORDS})
    void everyStateIsAccessibleWithoutAScript(String language) {
        assertThat(problems(language, true)).isEmpty();
    }

    @Test
    void everyPageOfTheFrontDeskAndTheStudioIsAccessible() {
        List<String> found = new ArrayList<>();
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            page.navigate(clinic.address() + REQUEST + "en");
            RequestForm.fill(page.locator("main"), "Desk");
            page.locator("main [data-carelet-next]").click();
            page.locator("form[action*='/cancel']").waitFor(RequestForm.ATTACHED);
            for (String path : CLINIC) {
                page.navigate(clinic.address() + path);
                look(page, path, themes("en"), found);
            }
            page.navigate(clinic.address() + "/staff/");
            page.locator("tbody th a").first().click();
            page.locator(".carelet-staff-title").waitFor();
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
            assertThat(page.locator("[name=sure]").isVisible()).isTrue();
            look(page, "a booking, with what a patient may ask for", themes("en"), found);
        }
        assertThat(found).isEmpty();
    }

    /** How somebody looks at it who does so in another way than most. */
    enum Theme {
        DARK(ColorScheme.DARK, ForcedColors.NONE),
        FORCED(ColorScheme.LIGHT, ForcedColors.ACTIVE);

        private final ColorScheme scheme;
        private final ForcedColors forced;

        Theme(ColorScheme scheme, ForcedColors forced) {
            this.scheme = scheme;
            this.forced = forced;
        }

        private void on(Page page) {
            Chromium.emulate(
                    page, new Page.EmulateMediaOptions().setColorScheme(scheme).setForcedColors(forced));
        }

        private static void usual(Page page) {
            Chromium.emulate(
                    page,
                    new Page.EmulateMediaOptions()
                            .setColorScheme(ColorScheme.LIGHT)
                            .setForcedColors(ForcedColors.NONE));
        }
    }

    /** In one language of each direction also the other colours. */
    private static List<Theme> themes(String language) {
        return switch (language) {
            case "en" -> List.of(Theme.DARK);
            case "fa" -> List.of(Theme.values());
            default -> List.of();
        };
    }

    @Test
    void thePageThatIsWrongIsSeenToBe() {
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            page.setContent("<!DOCTYPE html><html><title>x</title><h3>a</h3><input><img src=x>"
                    + "<a href=a style='font-size:8px'>b</a><a href=c style='font-size:8px'>d</a>"
                    + "<p style='width:400px;color:#ccc'>x</p>");
            List<String> found = new ArrayList<>();
            look(page, "the control", found);
            System.out.println("of the control: " + found);
            assertThat(found).hasSizeGreaterThan(6).anyMatch(each -> each.contains("sideways"));
            assertThat(String.join(" ", found)).contains("label", "image-alt", "html-has-lang", "target-size");
        }
    }

    @Test
    void theFocusThatIsNotSeenIsNoticed() {
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            page.setContent("<!DOCTYPE html><html><style>input:focus { outline: 3px solid !important }</style>"
                    + "<input name=bare style='outline: none !important'>"
                    + "<input name=aside style='position: absolute; left: -99px'>"
                    + "<input name=seen style='position: relative; z-index: 2'><input name=behind>"
                    + "<div style='position: fixed; inset: 0; z-index: 1'></div><button data-carelet-next>x</button>");
            List<String> unseen = new Keyboard(page).fill(Map.of());
            assertThat(unseen)
                    .anyMatch(each -> each.contains("name=bare") && each.contains("no outline"))
                    .anyMatch(each -> each.contains("name=aside") && each.contains("outside"))
                    .anyMatch(each -> each.contains("name=behind") && each.contains("covered"))
                    .noneMatch(each -> each.contains("name=seen"));
        }
    }

    private static List<String> problems(String language, boolean scriptless) {
        List<String> found = new ArrayList<>();
        List<Theme> themes = scriptless ? List.of() : themes(language);
        try (BrowserContext context = context()) {
            if (scriptless) {
                // Not by the setting of the browser: axe itself would never come to an end.
                context.route("**/*.js", Route::abort);
            }
            Page page = context.newPage();
            for (String path : PAGES) {
                page.navigate(clinic.address() + path + language);
                assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
                look(page, path, themes, found);
            }
            page.navigate(clinic.address() + REQUEST + language);
            RequestForm.chooseWhen(page.locator("main"));
            look(page, "who", themes, found);
            page.locator("main [data-carelet-next]").click();
            page.locator("[aria-invalid=true]").first().waitFor();
            look(page, "with errors", themes, found);
            RequestForm.fill(page.locator("main"), "Ada" + (char) ('a' + visits++));
            page.locator("main [data-carelet-next]").click();
            page.locator("form[action*='/cancel']").waitFor(RequestForm.ATTACHED);
            look(page, "sent", themes, found);
        }
        return found;
    }

    private static void look(Page page, String state, List<Theme> themes, List<String> found) {
        look(page, state, found);
        for (Theme theme : themes) {
            theme.on(page);
            look(page, state + " in " + theme, found);
        }
        Theme.usual(page);
        apart(page);
        sideways(page)
                .forEach(each -> found.add(state + ": scrolls sideways once letters are further apart for " + each));
    }

    private static void look(Page page, String state, List<String> found) {
        states++;
        Axe.violations(page).forEach(each -> found.add(state + ": " + each));
        sideways(page).forEach(each -> found.add(state + ": scrolls sideways for " + each));
    }

    private static void apart(Page page) {
        page.evaluate("""
                () => document.querySelectorAll('body, body *').forEach(each => {
                  each.style.setProperty('line-height', '1.5', 'important');
                  each.style.setProperty('letter-spacing', '.12em', 'important');
                  each.style.setProperty('word-spacing', '.16em', 'important');
                })
                """);
    }

    /** Returns what sticks out of a page that scrolls sideways. */
    private static List<String> sideways(Page page) {
        List<?> wide = (List<?>) page.evaluate("""
                () => document.documentElement.scrollWidth <= innerWidth ? [] : ['the page'].concat(
                  [...document.querySelectorAll('body *')].filter(each => {
                    const box = each.getBoundingClientRect();
                    return box.right > innerWidth && box.left < innerWidth || box.left < 0 && box.right > 0;
                  }).slice(-3).map(each => each.outerHTML.slice(0, 200)))
                """);
        return wide.stream().map(String::valueOf).toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void anAppointmentIsRequestedWithTheKeyboardAloneAndTheFocusIsAlwaysSeen(String language) {
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            page.navigate(clinic.address() + REQUEST + language);
            Keyboard keyboard = new Keyboard(page);
            keyboard.fill(Map.of());
            page.locator("[name=givenName]").waitFor();
            List<String> unseen = keyboard.fill(Map.of(
                    "givenName",
                    "Ada",
                    "familyName",
                    "Example",
                    "phone",
                    "(626) 555-016" + EveryLanguage.ALL.indexOf(language),
                    "email",
                    "ada@example.org"));
            page.waitForURL("**/bookings**");
            assertThat(page.locator("form[action*='/cancel']").count())
                    .as(page.locator("#top").innerText())
                    .isOne();
            assertThat(unseen).isEmpty();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("top");
        }
    }

    /** In which nothing moves: colours are looked at where they came to rest. */
    private static BrowserContext context() {
        return chromium.context(any -> any.setViewportSize(320, 640)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setHttpCredentials(EveryLanguage.STAFF.name(), EveryLanguage.STAFF.password()));
    }
}
