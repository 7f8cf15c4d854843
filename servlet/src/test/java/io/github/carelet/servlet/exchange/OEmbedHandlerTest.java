package io.github.carelet.servlet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.carelet.Carelet;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.servlet.fragment.FragmentCache;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Templates;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OEmbedHandlerTest {

    @TempDir
    static Path folder;

    private static Carelet carelet;
    private static OEmbedHandler handler;

    @BeforeAll
    static void open() {
        carelet = Clinic.published(builder -> builder.storage(folder).keys(KeyRing.ephemeral()));
        handler = handler(carelet);
    }

    @AfterAll
    static void close() {
        carelet.close();
    }

    private static OEmbedHandler handler(Carelet of) {
        Templates templates = Templates.precompiled();
        return new OEmbedHandler(of, new FragmentCache(of, templates, Assets.load()), templates);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://maple.example.org/c/pages/treatments/therapy | 200",
                "HTTPS://MAPLE.example.org:443/c/pages/treatments | 200",
                "https://maple.example.org/c/fragments/treatments/therapy?view=card | 200",
                "https://maple.example.org/c/pages/clinic?utm=%3Cb%3E | 200",
                "https://maple.example.org/c/book?type=visit&partner=demo | 200",
                "https://maple.example.org/c/book | 200",
                "https://maple.example.org/c/pages/conditions/old | 404",
                "https://maple.example.org/c/pages/treatments/none | 404",
                "https://maple.example.org/c/pages/treatments?view=bad | 404",
                "https://maple.example.org/c/pages/treatments?lang=en&lang=es | 404",
                "https://maple.example.org/c/pages/treatments?partner=none | 404",
                "https://maple.example.org/c/book?type=none | 404",
                "https://maple.example.org/c/book?partner=none | 404",
                "https://maple.example.org/c/book?lang=a_b | 404",
                "https://maple.example.org/c/health | 404",
                "https://maple.example.org/c/bookings/secret | 404",
                "https://maple.example.org/c/pages/../health | 404",
                "https://maple.example.org/c2/pages/clinic | 404",
                "https://maple.example.org:8443/c/pages/clinic | 404",
                "http://maple.example.org/c/pages/clinic | 404",
                "https://user@maple.example.org/c/pages/clinic | 404",
                "https://maple.example.org.evil.example/c/pages/clinic | 404",
                "https://evil.example/c/pages/clinic | 404",
                "//maple.example.org/c/pages/clinic | 404",
                "/c/pages/clinic | 404",
                "javascript:alert(1) | 404",
                "mailto:a@b.example | 404",
                "not a url | 404"
            })
    void onlyWhatIsOursCanBeEmbedded(String url, int status) {
        Reply reply = ask(url, "");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers())
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsKey("Cache-Control");
        assertThat(Clinic.text(reply)).doesNotContain("evil", "utm", "secret", "alert");
    }

    @ParameterizedTest
    @CsvSource({
        "/oembed, 400", "/oembed?url=, 400", "/oembed?url=x&maxwidth=0, 400", "/oembed?url=x&maxheight=big, 400",
        "/oembed?url=x&maxwidth=-1, 400", "/oembed?url=x&format=xml, 501", "/oembed?format=xml, 501",
                "/oembed/more?url=x, 404"
    })
    void aRequestThatIsWrongSaysSo(String target, int status) {
        assertThat(Clinic.get(handler, target).status()).isEqualTo(status);
    }

    @Test
    void aPartnerGetsAFrameWithATitleAndTheLinksBesideIt() {
        JsonNode json =
                Clinic.json(ask(Clinic.ROOT + "/pages/treatments/therapy?partner=demo&lang=es&x=y", "&maxwidth=400"));
        Element html = Jsoup.parseBodyFragment(json.path("html").asText()).body();
        Element frame = html.select("iframe").get(0);

        assertThat(json.path("version").asText()).isEqualTo("1.0");
        assertThat(json.path("type").asText()).isEqualTo("rich");
        assertThat(json.path("title").asText()).isEqualTo("Fisioterapia - Maple & Sons");
        assertThat(json.path("provider_name").asText()).isEqualTo("Maple & Sons");
        assertThat(json.path("provider_url").asText()).isEqualTo(Clinic.ROOT + "/pages/clinic");
        assertThat(json.path("width").asInt()).isEqualTo(400);
        assertThat(json.path("height").asInt()).isEqualTo(600);
        assertThat(frame.attr("src")).isEqualTo(Clinic.ROOT + "/pages/treatments/therapy?lang=es&partner=demo");
        assertThat(frame.attr("title")).isEqualTo("Fisioterapia - Maple & Sons");
        assertThat(frame.attr("width")).isEqualTo("400");
        assertThat(frame.attr("sandbox")).doesNotContain("allow-same-origin", "allow-top-navigation");
        assertThat(html.select("a[href=tel:+16265550100]").text()).isEqualTo("Llamar al (626) 555-0100");
        assertThat(html.text()).contains("En una emergencia");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pages/treatments/therapy", "/pages/clinic?partner=paper", "/book?treatment=therapy"})
    void whoMayNotFrameUsGetsTheLinks(String page) {
        JsonNode json = Clinic.json(ask(Clinic.ROOT + page, "&maxheight=100"));
        Element html = Jsoup.parseBodyFragment(json.path("html").asText()).body();

        assertThat(html.select("iframe, script")).isEmpty();
        assertThat(html.select("a").eachAttr("href")).containsExactly(Clinic.ROOT + page, "tel:+16265550100");
        assertThat(html.text()).contains("911");
        assertThat(json.path("height").asInt()).isEqualTo(100);
    }

    @Test
    void theFormIsFramedAsItsOwnHeaderDemands() {
        JsonNode json = Clinic.json(ask(Clinic.ROOT + "/book?location=arcadia&partner=demo", ""));
        Element frame = Jsoup.parseBodyFragment(json.path("html").asText())
                .select("iframe")
                .get(0);

        assertThat(json.path("title").asText()).isEqualTo("Request an appointment");
        assertThat(frame.attr("src")).isEqualTo(Clinic.ROOT + "/book?location=arcadia&partner=demo");
        assertThat(frame.attr("sandbox"))
                .isEqualTo(
                        "allow-forms allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals");
    }

    @Test
    void theAnswerCanBeKept() {
        Reply first = ask(Clinic.ROOT + "/pages/clinic", "");
        String tag = first.headers().get("ETag");
        Reply again = Clinic.ask(
                handler, "GET", "/oembed?url=" + encoded(Clinic.ROOT + "/pages/clinic"), Map.of("If-None-Match", tag));

        assertThat(first.headers()).containsEntry("Cache-Control", "public, max-age=300");
        assertThat(again.status()).isEqualTo(304);
        assertThat(Clinic.ask(handler, "POST", "/oembed?url=x", Map.of()).headers())
                .containsEntry("Allow", "GET, HEAD");
    }

    @Test
    void withoutAPublicAddressNothingIsKnownToBeOurs() {
        try (Carelet path = Clinic.open(builder -> builder.contentOnly())) {
            Reply reply = Clinic.get(handler(path), "/oembed?url=" + encoded(Clinic.ROOT + "/pages/clinic"));

            assertThat(reply.status()).isEqualTo(404);
            assertThat(Clinic.json(reply).path("code").asText()).isEqualTo("no_public_url");
        }
    }

    @Test
    void whoTakesNoBookingsEmbedsNoForm() {
        try (Carelet content = Clinic.published(builder -> builder.contentOnly())) {
            assertThat(Clinic.get(handler(content), "/oembed?url=" + encoded(Clinic.ROOT + "/book"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @FuzzTest(maxDuration = "20s")
    void anyTextIsAnAddressOfOursOrNone(FuzzedDataProvider data) {
        URI root = URI.create(Clinic.ROOT);
        String text =
                data.consumeBoolean() ? data.consumeRemainingAsString() : Clinic.ROOT + data.consumeRemainingAsString();

        Optional<OwnAddress> address = OwnAddress.parse(root, text);

        address.ifPresent(own -> assertThat(own.path()).matches("/book|/pages/[a-z]+(/[a-z0-9-]+)?"));
        assertThat(OwnAddress.parse(root, Clinic.ROOT + "/book")).isPresent();
    }

    private static Reply ask(String url, String more) {
        return Clinic.get(handler, "/oembed?url=" + encoded(url) + more);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
