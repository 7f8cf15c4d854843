package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.Partner;
import io.github.carelet.exchange.JsonLdRole;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the flow does for the pages around it: which may be isolated, may hear how far it is, and have colours of their own. */
class FramedFlowTest {

    private static final String FIRST = "/book?type=first-visit&location=arcadia";

    @TempDir
    static Path folder;

    private static Site site;

    @BeforeAll
    static void start() {
        Partner loud = new Partner("loud", List.of("https://loud.example"), JsonLdRole.NONE, true);
        site = Site.with(folder, builder -> builder.partner(loud).crossOriginIsolated());
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void everyDocumentAndRedirectFitsAPageThatIsIsolated() {
        HttpResponse<String> sent = site.post("/bookings", site.patient(FIRST).fields());
        List<HttpResponse<String>> answers = List.of(
                site.get("/book"),
                site.get(FIRST),
                site.get("/book?type=nothing"),
                site.post("/bookings", Map.of()),
                sent,
                site.get(manage(sent)),
                site.get("/bookings/none"),
                site.get("/pages/clinic"),
                site.get("/pages/search?q=x"),
                site.get("/pages/treatments/none"));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.headers().firstValue("Cross-Origin-Embedder-Policy"))
                    .contains("require-corp");
            assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .contains("cross-origin");
        });
    }

    @Test
    void onlyAPartnerForWhomItIsSwitchedOnHearsHowFarAVisitorIs() {
        String loud = FIRST + "&partner=loud";
        assertThat(news(site.get("/book?partner=loud"))).startsWith("0 1 ");
        assertThat(news(site.get(loud))).matches("0 \\d \\d");
        Filled form = site.patient(loud);
        assertThat(news(site.post(
                        "/bookings", site.patient(loud).without("consent").fields())))
                .isEqualTo("1");
        assertThat(news(site.get(manage(site.post("/bookings", form.fields())))))
                .isEqualTo("2");

        Filled quiet = site.patient(FIRST + "&partner=foothill");
        assertThat(news(site.get(FIRST + "&partner=foothill"))).isEmpty();
        assertThat(news(site.post(
                        "/bookings",
                        site.patient(FIRST + "&partner=foothill")
                                .without("consent")
                                .fields())))
                .isEmpty();
        assertThat(news(site.get(manage(site.post("/bookings", quiet.fields())))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void aThemeGoesAlongToTheLastPage(String theme) {
        String path = FIRST + "&theme=" + theme;
        Document step =
                Filled.parse(site.get("/book?type=first-visit&theme=" + theme).body());
        assertThat(step.select("input[name=theme]").val()).isEqualTo(theme);
        Document form = Filled.parse(site.lastStep(path));
        assertThat(form.select("html").attr("data-carelet-theme")).isEqualTo(theme);
        assertThat(form.select("form[method=post]").attr("action")).contains("theme=" + theme);
        HttpResponse<String> sent =
                site.post("/bookings?theme=" + theme, site.patient(path).fields());
        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("?theme=" + theme + "#top");
        assertThat(site.get(manage(sent)).body()).contains("data-carelet-theme=\"" + theme + "\"");
    }

    @Test
    void withoutAThemeNothingIsSaidOfIt() {
        HttpResponse<String> sent =
                site.post("/bookings", site.patient(FIRST + "&theme=auto").fields());
        assertThat(sent.headers().firstValue("Location").orElseThrow()).matches("[^?]*#top");
        assertThat(site.get(FIRST).body()).doesNotContain("theme");
        assertThat(site.get(FIRST + "&theme=pink").statusCode()).isEqualTo(400);
        assertThat(site.get("/pages/clinic?theme=pink").statusCode()).isEqualTo(400);
        assertThat(site.get("/pages/clinic?theme=dark").body()).contains("data-carelet-theme=\"dark\"", "theme=dark");
        assertThat(site.get("/fragments/clinic?theme=pink").body())
                .as("a fragment has the colours of the page that it is in")
                .isEqualTo(site.get("/fragments/clinic").body());
    }

    @ParameterizedTest
    @CsvSource({
        "carelet-widget?kind=conditions&name=sciatica, 200, .carelet",
        "carelet-widget?kind=conditions&view=card&lang=es, 200, .carelet[lang=es]",
        "carelet-widget?kind=conditions&name=sciatica&lang=en_US!, 200, .carelet[lang=en]",
        "carelet-widget?kind=conditions&name=none, 404, ",
        "carelet-widget?kind=..%2Fpages, 404, ",
        "carelet-widget, 404, ",
        "carelet-booking?type=pt-evaluation&theme=dark, 200, '[data-carelet-theme=dark] > iframe.carelet-frame'",
        "carelet-booking?mode=popup&partner=foothill, 200, 'slot > button, dialog form + iframe[src*=partner=foothill][sandbox]'",
        "carelet-booking?mode=button, 200, button.carelet-floating",
        "carelet-booking?mode=none, 404, ",
        "carelet-booking?type=none, 404, ",
        "carelet-booking?partner=none, 404, ",
        "carelet-booking?theme=pink, 404, ",
        "carelet-none, 404, "
    })
    void anElementGetsADocumentWithTheStylesheetOrNothing(String path, int status, String has) {
        HttpResponse<String> answer = site.get("/embed/" + path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        Document document = Filled.parse(answer.body());
        assertThat(document.select("link[rel=stylesheet][integrity]").isEmpty()).isEqualTo(has == null);
        if (has != null) {
            assertThat(document.select("body > .carelet-embed")).hasSize(1);
            assertThat(document.select(has)).isNotEmpty();
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .startsWith("public, max-age=");
            assertThat(answer.headers().firstValue("ETag")).isPresent();
        }
    }

    private static String news(HttpResponse<String> answer) {
        return Filled.parse(answer.body()).select("main").attr("data-carelet-news");
    }

    private static String manage(HttpResponse<String> sent) {
        String location = sent.headers().firstValue("Location").orElseThrow();
        return location.substring(Site.BASE.length()).replaceAll("#.*", "");
    }
}
