package io.github.carelet.partnersite;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The Chromium of this machine, driven by its Node.js. Tests that need it are skipped where there is none, and say so
 * loudly; with {@code CARELET_REQUIRE_BROWSER=true} they fail instead.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path browserPath, Path node) {
        this.playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(browserPath)
                        .setArgs(FLAGS));
    }

    /** Starts it, or skips the calling test. */
    static Chromium start() {
        Optional<Path> browserPath = find("CHROMIUM", "chromium", "chromium-browser", "google-chrome");
        Optional<Path> node = find("NODE", "node", "nodejs");
        boolean found = browserPath.isPresent() && node.isPresent();
        if (!found) {
            String missing =
                    "*** NO BROWSER TESTS: " + (browserPath.isEmpty() ? "Chromium" : "Node.js") + " was not found ***";
            System.err.println(missing);
            if (Boolean.parseBoolean(System.getenv("CARELET_REQUIRE_BROWSER"))) {
                throw new AssertionError(missing);
            }
        }
        assumeTrue(found, "no browser on this machine");
        return new Chromium(browserPath.orElseThrow(), node.orElseThrow());
    }

    /** Returns a fresh profile. */
    BrowserContext context(UnaryOperator<Browser.NewContextOptions> options) {
        return inEnglish(() -> browser.newContext(options.apply(new Browser.NewContextOptions())));
    }

    /** Shows a page to somebody who has other colours or another medium from now on. */
    static void emulate(Page page, Page.EmulateMediaOptions options) {
        inEnglish(() -> {
            page.emulateMedia(options);
            return page;
        });
    }

    /** Playwright puts its options in lower case by the default locale: in Turkish, LIGHT would be one it doesn't know. */
    private static <T> T inEnglish(Supplier<T> work) {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            return work.get();
        } finally {
            Locale.setDefault(usual);
        }
    }

    private static Optional<Path> find(String variable, String... names) {
        String chosen = System.getenv(variable);
        if (chosen != null) {
            return Optional.of(Path.of(chosen)).filter(Files::isExecutable);
        }
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
