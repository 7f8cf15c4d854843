package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures of the README, and of every other state, from the running demo into the folder that it is given. */
final class Screenshots {

    private static final String FORM = "/carelet/book?type=pt-evaluation&location=arcadia&condition=sciatica";

    private static final String WHEN = ".carelet-form-change button[formaction*=when]";

    private static final String TIMES = "/carelet/book?type=pt-session&location=arcadia";

    /** {@code mvn -pl core,servlet,examples/partner-site test -Dtest=Screenshots -Dscreenshots=FOLDER}. */
    @Test
    @EnabledIfSystemProperty(named = "screenshots", matches = ".+")
    void ofEveryState(@TempDir Path data) throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty("screenshots")));
        Command.Serve serve =
                new Command.Serve(0, data, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true);
        try (DemoServer server = DemoServer.start(serve, System.err);
                Chromium chromium = Chromium.start()) {
            new Pictures(chromium, server.address(), folder).all();
        }
        assertThat(folder.resolve("home.png")).isNotEmptyFile();
    }

    /** The form and a page in Chinese, in Farsi from right to left, and in the pseudo-locales. */
    @Test
    @EnabledIfSystemProperty(named = "screenshots", matches = ".+")
    void ofOtherLanguages(@TempDir Path data) throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty("screenshots")));
        List<String> paths = List.of(
                "/book?condition=sciatica",
                "/book?type=pt-evaluation&location=arcadia",
                "/book?type=pt-session&location=palmdale",
                "/pages/locations/arcadia?view=full",
                "/pages/conditions/sciatica?view=full");
        try (EveryLanguage clinic = EveryLanguage.start(data);
                Chromium chromium = Chromium.start();
                BrowserContext large = chromium.context(any -> any.setViewportSize(1280, 900));
                BrowserContext small = chromium.context(any -> any.setViewportSize(360, 740))) {
            for (String language : List.of("fa", "zh-Hans", PseudoLocales.RIGHT_TO_LEFT, PseudoLocales.LONG_WORDS)) {
                for (int i = 0; i < paths.size(); i++) {
                    for (BrowserContext context : List.of(large, small)) {
                        Page page = context.newPage();
                        page.navigate(clinic.address() + paths.get(i) + "&lang=" + language);
                        String name = language + "-" + i + (context == small ? "-phone" : "") + ".png";
                        page.screenshot(
                                new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(name)));
                        page.close();
                    }
                }
            }
        }
        assertThat(folder.resolve("fa-0.png")).isNotEmptyFile();
    }

    /** Takes them. */
    private record Pictures(Chromium chromium, String address, Path folder) {

        void all() {
            NewContextOptions desktop = new NewContextOptions().setViewportSize(1280, 900);
            NewContextOptions phone =
                    new NewContextOptions().setViewportSize(360, 740).setDeviceScaleFactor(2);
            NewContextOptions dark =
                    new NewContextOptions().setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK);
            pages("", desktop);
            pages("-phone", phone);
            pages("-dark", dark);
            few("-forced", new NewContextOptions().setViewportSize(1280, 900).setForcedColors(ForcedColors.ACTIVE));
            readme(desktop, phone);
        }

        /** The three of the README, as much as a window shows. */
        private void readme(NewContextOptions desktop, NewContextOptions phone) {
            try (BrowserContext large = chromium.context(any -> desktop);
                    BrowserContext small = chromium.context(any -> phone)) {
                window(large.newPage(), "/", "readme-home");
                Page page = small.newPage();
                window(page, FORM, "readme-form");
                RequestForm.fill(page.locator("main"), "Grace");
                page.locator("[data-carelet-next]").click();
                page.locator("form[action*='/cancel']").waitFor(RequestForm.ATTACHED);
                page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve("readme-sent.png")));
            }
        }

        private void window(Page page, String path, String name) {
            page.navigate(address + path);
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
        }

        /** What colours of the system's own change, and paper. */
        private void few(String suffix, NewContextOptions options) {
            try (BrowserContext context = chromium.context(any -> options)) {
                Page page = context.newPage();
                shot(page, "/carelet/pages/locations/arcadia", "page-location" + suffix);
                shot(page, FORM, "form" + suffix);
                RequestForm.chooseWhen(page.locator("main"));
                page.locator("[data-carelet-next]").click();
                page.locator(".carelet-form-trouble").waitFor();
                picture(page, "form-errors" + suffix);
                RequestForm.fill(page.locator("main"), "Ada" + suffix);
                page.locator("[data-carelet-next]").click();
                page.locator("form[action*='/cancel']").waitFor(RequestForm.ATTACHED);
                picture(page, "sent" + suffix);
                page.emulateMedia(
                        new Page.EmulateMediaOptions().setMedia(Media.PRINT).setForcedColors(ForcedColors.NONE));
                picture(page, "sent-print");
                shot(page, "/carelet/pages/conditions/sciatica?view=full", "page-condition-print");
            }
        }

        private void pages(String suffix, NewContextOptions options) {
            try (BrowserContext context = chromium.context(any -> options)) {
                Page page = context.newPage();
                shot(page, "/", "home" + suffix);
                shot(page, "/es/", "home-es" + suffix);
                shot(page, "/conditions/sciatica", "condition" + suffix);
                shot(page, "/treatments/physical-therapy", "treatment" + suffix);
                shot(page, "/locations", "locations" + suffix);
                shot(page, "/guides/physical-therapy-and-chronic-pain", "guide" + suffix);
                shot(page, "/appointment", "appointment" + suffix);
                embedded(page, suffix);
                shot(page, "/carelet/pages/locations/arcadia", "page-location" + suffix);
                shot(page, "/carelet/pages/treatments", "page-treatments" + suffix);
                shot(page, "/carelet/studio?partner=demo&type=pt-evaluation", "studio" + suffix);
                shot(page, "/carelet/studio?view=look&accent=%237a1f5c&radius=0px", "look" + suffix);
                shot(page, "/carelet/book", "step-what" + suffix);
                shot(page, "/carelet/book?type=pt-evaluation", "step-where" + suffix);
                shot(page, FORM, "form" + suffix);
                RequestForm.chooseWhen(page.locator("main"));
                picture(page, "form-who" + suffix);
                page.locator("[data-carelet-next]").click();
                page.locator(".carelet-form-trouble").waitFor();
                picture(page, "form-errors" + suffix);
                times(context, suffix);
                page.navigate(address + FORM);
                RequestForm.fill(page.locator("main"), "Ada" + suffix);
                page.locator("[data-carelet-next]").click();
                page.locator("form[action*='/cancel']").waitFor(RequestForm.ATTACHED);
                picture(page, "sent" + suffix);
            }
        }

        /** Two tabs that want the last of the same time: one gets it, the other hears what else is free. */
        private void times(BrowserContext context, String suffix) {
            Page page = context.newPage();
            shot(page, TIMES, "times" + suffix);
            shot(page, TIMES + "&lang=es", "times-es" + suffix);
            shot(page, TIMES + "&when=preferred", "times-preferred" + suffix);
            page.navigate(address + TIMES);
            RequestForm.chooseWhen(page.locator("main")).fill("Ada");
            picture(page, "times-who" + suffix);
            page.locator(".carelet-form-choose button").click();
            page.getByText("We hold this time for you until").waitFor();
            picture(page, "times-held" + suffix);
            page.locator(WHEN).click();
            page.locator("input[type=radio][name=slot]").first().waitFor(RequestForm.ATTACHED);
            picture(page, "times-again" + suffix);
            context.setOffline(true);
            page.locator("[data-carelet-next]").click();
            page.locator(".carelet-form-note").waitFor();
            picture(page, "offline" + suffix);
            context.setOffline(false);
            idle(context, suffix);
            page.navigate(address + TIMES);
            Page late = context.newPage();
            late.navigate(address + TIMES);
            RequestForm.fill(late.locator("main"), "Late");
            for (String name : List.of("Ada", "Grace")) {
                page.navigate(address + TIMES);
                RequestForm.fill(page.locator("main"), name + suffix);
                page.locator("[data-carelet-next]").click();
                page.locator("form[action*='/cancel']").waitFor(RequestForm.ATTACHED);
            }
            picture(page, "confirmed" + suffix);
            page.locator("a[href*='change=times']").click();
            page.locator("[name=slot]").first().waitFor(RequestForm.ATTACHED);
            picture(page, "move" + suffix);
            late.locator("[data-carelet-next]").click();
            late.locator(".carelet-form-trouble").waitFor();
            picture(late, "times-taken" + suffix);
        }

        /** The elements for other sites, and the form in its dialog. */
        private void embedded(Page page, String suffix) {
            page.navigate(address + "/embedded");
            page.locator("carelet-widget .carelet").waitFor();
            page.locator("carelet-booking .carelet-opener, carelet-booking dialog")
                    .first()
                    .waitFor(RequestForm.ATTACHED);
            picture(page, "embedded" + suffix);
            page.locator("[mode=popup] > a").click();
            page.frameLocator("carelet-booking dialog iframe").locator("h1").waitFor();
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve("dialog" + suffix + ".png")));
        }

        private void idle(BrowserContext context, String suffix) {
            Page page = context.newPage();
            page.clock().install();
            page.navigate(address + FORM);
            RequestForm.chooseWhen(page.locator("main")).fill("Ada");
            page.clock().fastForward("14:01");
            page.locator(".carelet-form-note").waitFor();
            picture(page, "idle-warning" + suffix);
            page.close();
        }

        private void shot(Page page, String path, String name) {
            page.navigate(address + path);
            picture(page, name);
        }

        /** In a window as high as the page, since what nobody sees is not loaded or not drawn. */
        private void picture(Page page, String name) {
            ViewportSize window = page.viewportSize();
            int height = (int) page.evaluate("document.documentElement.scrollHeight");
            page.setViewportSize(window.width, Math.max(window.height, height));
            for (Locator frame : page.locator("iframe").all()) {
                if (frame.isVisible()) {
                    frame.scrollIntoViewIfNeeded();
                    frame.contentFrame().locator("main").waitFor();
                }
            }
            page.evaluate("scrollTo(0, 0)");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(folder.resolve(name + ".png"))
                    .setFullPage(true));
            page.setViewportSize(window.width, window.height);
        }
    }
}
