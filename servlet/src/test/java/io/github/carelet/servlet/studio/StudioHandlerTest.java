package io.github.carelet.servlet.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.carelet.Carelet;
import io.github.carelet.CareletBuilder;
import io.github.carelet.Partner;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.servlet.http.Entrance;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Templates;
import io.github.carelet.servlet.staff.SignIn;
import io.github.carelet.servlet.staff.User;
import io.github.carelet.source.ClassPathSource;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudioHandlerTest {

    private static final String ROOT = "https://maple.example.org/c";

    private Carelet carelet;
    private boolean signedIn = true;
    private Optional<String> challenge = Optional.empty();

    @BeforeEach
    void open(@TempDir Path folder) {
        carelet = clinic(builder -> builder.storage(folder)
                .keys(KeyRing.ephemeral())
                .publicUrl(URI.create(ROOT))
                .partner(new Partner("paper", List.of()))
                .partner(new Partner("demo", List.of("https://demo.example.org"))));
    }

    @AfterEach
    void close() {
        carelet.close();
    }

    @Test
    void staffChooseAndGetEverySnippetAndAPreviewInTwoWidths() {
        Document page = page("/studio?show=treatments/therapy&partner=demo&lang=es&theme=dark");

        assertThat(page.select("textarea[readonly]").eachAttr("id"))
                .containsExactly(
                        "snippet-link",
                        "snippet-frame",
                        "snippet-element",
                        "snippet-jsp",
                        "snippet-thymeleaf",
                        "snippet-java");
        assertThat(page.select("#snippet-link").text())
                .contains(ROOT + "/pages/treatments/therapy?lang=es&amp;partner=demo&amp;theme=dark")
                .contains(">Fisioterapia</a>");
        assertThat(page.select("iframe").eachAttr("width")).containsExactly("360", "1280");
        assertThat(page.select("iframe").eachAttr("src"))
                .containsOnly("/app/carelet/pages/treatments/therapy?lang=es&partner=demo&theme=dark");
        assertThat(page.select("option[selected]").eachAttr("value"))
                .containsExactly("treatments/therapy", "demo", "es", "dark");
        assertThat(page.select("[role=status] li")).isEmpty();
    }

    @Test
    void theFormOffersWhatIsKnownOfTheAppointment() {
        Document page = page("/studio?type=visit&location=arcadia");
        assertThat(page.select("select").eachAttr("name"))
                .containsExactly("show", "type", "treatment", "location", "partner", "lang", "theme");
        assertThat(page.select("#snippet-jsp").text())
                .endsWith("<carelet:booking type=\"visit\" location=\"arcadia\" lang=\"en\"/>");
        assertThat(page.expectFirst("iframe").attr("src"))
                .isEqualTo("/app/carelet/book?type=visit&location=arcadia&lang=en");
        assertThat(page.select(".carelet-studio-policy code").eachText())
                .contains("frame-src " + ROOT + "/")
                .contains("script-src " + ROOT + "/; style-src " + ROOT + "/; connect-src " + ROOT + "/; frame-src "
                        + ROOT + "/");
    }

    @Test
    void aPageThatIsNotThePartnersIsWarnedOf() {
        assertThat(warnings("/studio?partner=demo&page=https://demo.example.org/a"))
                .isEmpty();
        assertThat(warnings("/studio?page=https://maple.example.org/")).isEmpty();
        assertThat(warnings("/studio?partner=demo&page=https://other.example/"))
                .singleElement()
                .asString()
                .contains("https://other.example", "demo");
        assertThat(warnings("/studio?page=https://demo.example.org/")).hasSize(1);
        assertThat(warnings("/studio?page=nonsense")).hasSize(1);
        assertThat(warnings("/studio?partner=paper")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "show=treatments/none",
                "show=../x",
                "type=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "partner=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "lang=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "theme=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "page=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
            })
    void whatMeansNothingIsAsGoodAsNothingAndStaysText(String query) {
        Document page = page("/studio?" + query);
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.select("#snippet-jsp").text()).endsWith("<carelet:booking lang=\"en\"/>");
    }

    @Test
    void strangersLearnNothingWhateverTheyAsk() {
        signedIn = false;
        for (String path : List.of("/studio", "/studio?partner=demo", "/studio/", "/studio/x", "/studio/partners")) {
            Reply reply = ask("GET", path);
            assertThat(reply.status()).as(path).isEqualTo(403);
            assertThat(text(reply)).isEqualTo("This is not for you.\n");
        }
        challenge = Optional.of("Basic");
        assertThat(ask("GET", "/studio").status()).isEqualTo(401);
        assertThat(ask("GET", "/studio").headers()).containsEntry("WWW-Authenticate", "Basic");
        assertThat(ask("GET", "/studio/partners/demo").status()).isEqualTo(404);
        assertThat(ask("GET", "/studio/partners/" + "A".repeat(22)).status()).isEqualTo(404);
    }

    @Test
    void whereItIsSwitchedOnEverybodyGetsIt() {
        signedIn = false;
        try (Carelet open = clinic(builder -> builder.contentOnly().openStudio())) {
            assertThat(ask(open, "GET", "/studio").status()).isEqualTo(200);
        }
    }

    @Test
    void aPartnersOwnPageNeedsNoLoginAndShowsThisPartnerAlone() {
        String href =
                page("/studio?partner=demo").select(".carelet-studio-address").attr("href");
        assertThat(href).startsWith(ROOT + "/studio/partners/").hasSize((ROOT + "/studio/partners/").length() + 22);
        signedIn = false;

        Document page = page(href.substring(ROOT.length()) + "?show=conditions&partner=paper");

        assertThat(page.select("select[name=partner]")).isEmpty();
        assertThat(page.select("#snippet-link").text()).contains("/pages/conditions?lang=en&amp;partner=demo");
        assertThat(page.text()).doesNotContain("paper").contains("https://demo.example.org");
        assertThat(page.expectFirst("form").attr("action")).isEqualTo("/app/carelet" + href.substring(ROOT.length()));
    }

    @Test
    void everyAnswerIsKeptNowhereListedNowhereAndRunsNothingOfOthers() {
        signedIn = false;
        String token = carelet.partnerTokens().orElseThrow().of("demo");
        for (String path : List.of(
                "/studio",
                "/studio?view=sample",
                "/studio/partners/" + token,
                "/studio/partners/x?view=sample",
                "/studio/partners?view=sample")) {
            assertThat(ask("GET", path).headers())
                    .containsEntry("Cache-Control", "no-store")
                    .containsEntry("X-Robots-Tag", "noindex")
                    .containsEntry("Referrer-Policy", "no-referrer")
                    .containsEntry(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self';"
                                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
                                    + " require-trusted-types-for 'script'; trusted-types 'none'");
        }
        Reply posted = ask("POST", "/studio/partners/" + token + "?view=sample");
        assertThat(posted.status()).isEqualTo(405);
        assertThat(posted.headers().getOrDefault("Content-Security-Policy", "")).contains("frame-ancestors 'none'");
    }

    @Test
    void aLookIsTriedInBothWidthsAndLightsAndItsLinesAreGivenToCopy() {
        Document page = page("/studio?view=look&accent=%237A1F5C&radius=0px&accent-dark=%23f0f");
        assertThat(page.select("iframe").eachAttr("width")).containsExactly("360", "360", "1280", "1280");
        assertThat(page.select("iframe").eachAttr("sandbox")).containsOnly("");
        assertThat(page.select("iframe").eachAttr("src"))
                .startsWith(
                        "/app/carelet/studio?view=sample&theme=light&accent=%237a1f5c&accent-dark=%23ff00ff&radius=0px")
                .hasSize(4);
        assertThat(page.expectFirst("[data-carelet-copy]").wholeText().strip())
                .isEqualTo(
                        ":root {\n  --carelet-accent: #7a1f5c;\n  --carelet-accent-dark: #ff00ff;\n  --carelet-radius: 0px;\n}");
        assertThat(page.select("[role=status] .carelet-staff-done")).hasSize(1);
        assertThat(page.select("input[type=color]").eachAttr("name")).hasSize(14);
        assertThat(page.select("form [name=accent]").attr("value")).isEqualTo("#7a1f5c");
        assertThat(page("/studio?view=look").select("[data-carelet-copy]")).isEmpty();
        assertThat(page("/studio?partner=demo").select("main > p > a").eachAttr("href"))
                .contains("/app/carelet/studio?view=look&partner=demo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accent=%23ccc | Links on the background: the contrast is 1.60 to 1. It takes 4.50 to 1 at least.",
                "ink-dark=%23444 | Borders of fields, in the dark: the contrast is",
                "accent=red | Links and the main button: this is no color. Write it like #0b5c6b.",
                "radius=%22%3E%3Cscript%3E | Corners, 0 to 24 pixels: this is too small, too large or no length.",
                "font=url(x) | Font: these are no fonts."
            })
    void whatCantBeReadOrUsedIsSaidInWordsAndNeverRepeated(String query, String said) {
        Document page = page("/studio?view=look&" + query);
        assertThat(page.select("[role=status] li").text()).contains(said);
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.html()).doesNotContain("url(x)", "=red", "<script>");
    }

    @Test
    void aSampleDoesNothingAndStandsOnlyInTheStudio() {
        Reply reply = ask("GET", "/studio?view=sample&theme=dark&accent=%237a1f5c&radius=x%7D");
        Document sample = Jsoup.parse(text(reply));
        assertThat(reply.headers())
                .containsEntry(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; style-src 'self' https://maple.example.org; base-uri 'none';"
                                + " form-action 'none'; frame-ancestors 'self' https://maple.example.org")
                .containsEntry("Referrer-Policy", "no-referrer");
        assertThat(sample.expectFirst("link[rel=stylesheet]").attr("href"))
                .contains("/assets/look/YWNjZW50PSUyMzdhMWY1Yw/carelet.");
        assertThat(sample.expectFirst("html").attr("data-carelet-theme")).isEqualTo("dark");
        assertThat(sample.select("script, form, style, [style]")).isEmpty();
        signedIn = false;
        assertThat(ask("GET", "/studio?view=sample").status()).isEqualTo(403);
        assertThat(ask("GET", "/studio?view=look").status()).isEqualTo(403);
        String token = carelet.partnerTokens().orElseThrow().of("demo");
        assertThat(page("/studio/partners/" + token + "?view=look&partner=paper")
                        .select("iframe")
                        .eachAttr("src"))
                .hasSize(4)
                .allMatch(src -> src.startsWith("/app/carelet/studio/partners/" + token + "?view=sample&"));
    }

    @Test
    void withoutAPublicAddressItSaysThatOnlyThisServerFindsIt() {
        try (Carelet local = clinic(
                builder -> builder.contentOnly().openStudio().bookingAt(URI.create("https://book.example.org/c")))) {
            Reply reply = ask(local, "GET", "/studio");
            Document page = Jsoup.parse(text(reply));
            assertThat(page.select(".carelet-staff-trouble li")).hasSize(1);
            assertThat(page.select("#snippet-frame").text())
                    .contains("src=\"https://book.example.org/c/book?lang=en\"");
            assertThat(reply.headers().getOrDefault("Content-Security-Policy", ""))
                    .contains("frame-src 'self' https://book.example.org;");
        }
    }

    private static Carelet clinic(UnaryOperator<CareletBuilder> more) {
        CareletBuilder builder = Carelet.builder(ClassPathSource.of(
                StudioHandlerTest.class.getClassLoader(),
                List.of("io/github/carelet/servlet/exchange/clinic.json"),
                CatalogReader.withSamples()));
        return more.apply(builder).build();
    }

    private List<String> warnings(String target) {
        return page(target).select(".carelet-staff-trouble li").eachText();
    }

    private Document page(String target) {
        Reply reply = ask("GET", target);
        assertThat(reply.status()).isEqualTo(200);
        return Jsoup.parse(text(reply));
    }

    private Reply ask(String method, String target) {
        return ask(carelet, method, target);
    }

    private Reply ask(Carelet of, String method, String target) {
        try {
            return handler(of).handle(exchange(method, target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StudioHandler handler(Carelet of) {
        SignIn signIn =
                new SignIn(exchange -> signedIn ? Optional.of(new User("ana", false)) : Optional.empty(), challenge);
        return new StudioHandler(of, Templates.precompiled(), Assets.load(), signIn);
    }

    private static Exchange exchange(String method, String target) {
        int question = target.indexOf('?');
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getMethod()).thenReturn(method);
        when(request.getContextPath()).thenReturn("/app");
        when(request.getServletPath()).thenReturn("/carelet");
        when(request.getPathInfo()).thenReturn(question < 0 ? target : target.substring(0, question));
        when(request.getQueryString()).thenReturn(question < 0 ? null : target.substring(question + 1));
        return new Exchange(request, Entrance.ofContainer());
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
