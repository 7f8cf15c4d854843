package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String FRAME_TOKENS =
            "allow-forms allow-scripts allow-popups allow-popups-to-escape-sandbox" + " allow-downloads allow-modals";

    @TempDir
    private static Path data;

    private static DemoServer server;

    @BeforeAll
    static void start() throws CannotStartException {
        Command.Serve serve =
                new Command.Serve(0, data, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true);
        server = DemoServer.start(serve, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, en, search",
        "/es/, es, search",
        "/es, es, search",
        "/search, en, search",
        "/es/search, es, search",
        "/conditions, en, conditions",
        "/es/conditions, es, conditions",
        "/treatments, en, treatments",
        "/guides, en, articles",
        "/locations, en, locations",
        "/locations/glendale, en, locations",
        "/conditions/sciatica, en, conditions",
        "/es/conditions/sciatica, es, conditions",
        "/treatments/nerve-block, en, treatments",
        "/guides/physical-therapy-and-chronic-pain, en, articles",
        "/es/guides/physical-therapy-and-chronic-pain, es, articles"
    })
    void showsTheClinicInTheLanguageOfThePage(String path, String language, String kind) throws Exception {
        HttpResponse<String> response = get(path);
        Document page = Jsoup.parse(response.body());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo(language);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.expectFirst(".carelet").attr("data-carelet")).isEqualTo(kind);
        assertThat(page.expectFirst(".carelet").attr("lang")).isEqualTo(language);
        assertThat(page.select("a[href=tel:+16264601096]")).isNotEmpty();
        assertThat(page.select("a[href^=/carelet/book][href*=partner=demo]")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/es/", "/conditions", "/conditions/sciatica", "/locations", "/appointment", "/nope"})
    void leavesNothingOpenAndNeedsNoScript(String path) throws Exception {
        String html = get(path).body();

        assertThat(html).doesNotContain("<!--#").doesNotContainPattern("\\{(id|name|path)}");
        Document page = Jsoup.parse(html);
        assertThat(page.select("script, style, [style], [onclick]")).isEmpty();
        assertThat(page.select("link[href^=http], img[src^=http], iframe[src^=http]"))
                .isEmpty();
    }

    @Test
    void namesTheConditionInTheTitleOfItsPage() throws Exception {
        assertThat(Jsoup.parse(get("/es/conditions/sciatica").body()).title())
                .isEqualTo("Ciática | Foothill Pain Guide");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nope",
                "/es/nope",
                "/index",
                "/_head",
                "/conditions/",
                "/conditions/nope",
                "/conditions/sciatica/x",
                "/treatments/sciatica",
                "/site/en/index.html",
                "/site/../clinic/10-clinic.json",
                "/clinic/10-clinic.json",
                "/conditions/%3Cscript%3E",
                "/conditions/%00"
            })
    void answersWhatItDoesNotHaveWithoutAnEcho(String path) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isBetween(400, 404);
        assertThat(response.body()).doesNotContain("<script>", "+16264601096\"");
    }

    @Test
    void framesTheFormWithTheTokensThatKeepItsOriginOpaque() throws Exception {
        Element frame = Jsoup.parse(get("/appointment").body()).expectFirst("iframe");

        assertThat(frame.attr("sandbox")).isEqualTo(FRAME_TOKENS);
        assertThat(frame.attr("title")).isEqualTo("Request an appointment");
        HttpResponse<String> form = get(frame.attr("src"));
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox " + FRAME_TOKENS + ";")
                .contains("frame-ancestors 'self'", server.address());
    }

    @Test
    void letsNothingInButItsOwnStyleImagesAndFrames() throws Exception {
        HttpResponse<String> response = get("/");

        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self';")
                .doesNotContain("script-src", "unsafe");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/search, my back hurts, /conditions/chronic-back-pain",
        "/search, siatica, /conditions/sciatica",
        "/es/search, me duele la espalda, /es/conditions/chronic-back-pain"
    })
    void searchesWithoutAWordInAnyAddress(String path, String words, String expected) throws Exception {
        Element form = Jsoup.parse(get(path).body()).expectFirst("form[role=search]");
        assertThat(form.attr("action")).isEqualTo(path);
        assertThat(form.attr("method")).isEqualTo("post");
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)))
                .build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());

        Document page = Jsoup.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.expectFirst("input[name=q]").val()).isEqualTo(words);
        assertThat(page.select(".carelet-found .carelet-name a").eachAttr("href"))
                .first()
                .isEqualTo(expected);
        assertThat(page.select("a[href], form[action]").outerHtml()).doesNotContain("q=");
    }

    @Test
    void answersAPostWithMethodNotAllowed() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/"))
                .POST(BodyPublishers.noBody())
                .build();

        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void hasNoDeadLink() throws Exception {
        Map<String, Integer> seen = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of("/"));
        while (!open.isEmpty()) {
            String path = open.pop();
            if (seen.containsKey(path)) {
                continue;
            }
            HttpResponse<String> response = get(path);
            seen.put(path, response.statusCode());
            boolean own = !path.startsWith("/carelet/") && !path.endsWith(".css") && !path.endsWith(".svg");
            if (own) {
                Jsoup.parse(response.body()).select("[href^=/], [src^=/]").forEach(link -> open.push(target(link)));
            }
        }

        assertThat(seen)
                .hasSizeGreaterThan(40)
                .allSatisfy((path, status) -> assertThat(status).as(path).isEqualTo(200));
    }

    private static String target(Element link) {
        String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
        return target.replaceAll("#.*", "");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.address() + path)).build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
