package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The check of a partner's page, on the demo's own pages, on one that does everything wrong, and on any that is named. */
class HostPageTest {

    private static final List<String> PAGES =
            List.of("/", "/es/", "/treatments/physical-therapy", "/conditions/sciatica", "/locations", "/appointment");

    private static final String WRONG = """
            <!doctype html><html><head><title>x</title>
            <style>@media print { .carelet { display: none } }</style></head>
            <body><h1 id=a>One</h1><h1 id=a>Two</h1><h4>Deep</h4><img src="%s/tracker.gif">
            <script>inline()</script><div class=carelet>Call us</div></body></html>
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
    void thePagesOfTheDemoHaveNothingWrongAndAPageThatHasEverythingWrongIsSeen() {
        for (String page : PAGES) {
            assertThat(check(stage.server.address() + page, Set.of())).as(page).isEmpty();
        }
        String wrong = stage.site.show(
                "/wrong",
                WRONG.formatted(stage.server.address()),
                Map.of("Content-Security-Policy", "script-src 'self'"));
        List<String> found = check(wrong, Set.of());
        assertThat(found.stream().map(each -> each.split(":")[0]).distinct())
                .as("%s", found)
                .containsExactlyElementsOf(HostPageCheck.CHECKS);
        System.out.println(
                "pages of a host checked: " + PAGES.size() + ", findings: 0; of the control: " + found.size());
    }

    @Test
    void anElementThatAsksTheClinicIsNoThirdPartyOnceTheClinicIsKnown() {
        String page = stage.site.show(
                "/clinic",
                "<!doctype html><html lang=en><head><title>Clinic</title>" + stage.script() + "</head><body><main>"
                        + "<h1>Clinic</h1><carelet-widget kind=clinic partner=news><a href=/>Clinic</a></carelet-widget>"
                        + "</main></body></html>",
                Map.of());
        assertThat(check(page, Set.of(stage.server.address()))).isEmpty();
        assertThat(check(page, Set.of()))
                .containsExactly("third-party: something is asked of " + stage.server.address());
    }

    /** {@code mvn -pl core,servlet,examples/partner-site test -Dtest=HostPageTest -Dhost.page=URL -Dhost.known=ORIGIN,ORIGIN}. */
    @Test
    @EnabledIfSystemProperty(named = "host.page", matches = "https?://.+")
    void thePageThatIsNamedHasNothingWrong() {
        Set<String> known =
                Set.copyOf(Stream.of(System.getProperty("host.known", "").split(","))
                        .distinct()
                        .toList());
        assertThat(check(System.getProperty("host.page"), known)).isEmpty();
    }

    private static List<String> check(String address, Set<String> known) {
        try (BrowserContext context = stage.chromium.context(UnaryOperator.identity())) {
            return HostPageCheck.of(context, address, known);
        }
    }
}
