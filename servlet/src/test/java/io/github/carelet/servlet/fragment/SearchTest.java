package io.github.carelet.servlet.fragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.servlet.http.Entrance;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Templates;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String CANARY = "canary7f3a";
    private static final MapleClinic CLINIC = MapleClinic.open();
    private static final Handler HTML =
            new SearchHandler(new SearchFragments(CLINIC.carelet, Templates.precompiled(), Assets.load()));
    private static final Handler API = new SearchApi(CLINIC.carelet);

    @ParameterizedTest
    @CsvSource({
        "leg pain, en, conditions/sciatica",
        "siatica, en, conditions/sciatica",
        "ciatica, es, conditions/sciatica",
        "fisioterapia, en, treatments/therapy",
        "91204, en, locations/glendale",
        "dana, en, practitioners/dana",
        "moving helps, en, articles/moving"
    })
    void showsTheBestHitFirstAndLeadsToItsPage(String words, String language, String expected) throws IOException {
        Element fragment = fragment(get("/fragments/search", "lang=" + language + "&q=" + encoded(words)));
        String suffix = language.equals("en") ? "" : "?lang=" + language;
        assertThat(fragment.select(".carelet-found .carelet-name a").eachAttr("href"))
                .first()
                .isEqualTo(MapleClinic.BASE + "/pages/" + expected + suffix);
        assertThat(fragment.expectFirst(".carelet-found .carelet-heading").text())
                .contains("(");
    }

    @Test
    void postIsTheSameAsGetButForTheAddress() throws IOException {
        Reply got = get("/pages/search", "lang=es&q=ciatica");
        Reply posted = post("/pages/search", "lang=es", FORM, "q=ciatica");
        assertThat(MapleClinic.text(posted)).isEqualTo(MapleClinic.text(got));
        assertThat(posted.headers()).isEqualTo(got.headers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q=", "q=leg+pain", "q=nothing", "q=chest+pain", "q=a&q=b", "lang=!", "partner=nobody"})
    void everyAnswerIsForOneVisitorAndHasTheWayToTheClinic(String query) throws IOException {
        Reply reply = get("/fragments/search", query);
        Element body = fragment(reply);
        assertThat(reply.headers())
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Access-Control-Allow-Origin", "*")
                .doesNotContainKey("ETag");
        assertThat(body.childrenSize()).isOne();
        assertThat(body.child(0).attr("data-carelet")).isEqualTo("search");
        assertThat(body.select("a[href=tel:+16265550100]")).isNotEmpty();
        assertThat(body.select("a[href^=" + MapleClinic.BOOK + "?]")).hasSize(1);
        assertThat(body.select(".carelet-emergency").text()).contains("911");
        assertThat(body.select("script, [style], [onclick]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"text/plain, 10, 415", FORM + ", 9000, 413"})
    void wordsThatCantBeReadStillGetTheWayToTheClinic(String type, int letters, int status) throws IOException {
        Reply reply = post("/fragments/search", "lang=es", type, "q=" + CANARY + "x".repeat(letters));
        Element body = fragment(reply);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers()).containsEntry("Cache-Control", "no-store");
        assertThat(body.child(0).attr("lang")).isEqualTo("es");
        assertThat(body.select("a[href=tel:+16265550100]")).isNotEmpty();
        assertThat(body.select(".carelet-emergency").text()).contains("911");
        assertThat(MapleClinic.text(reply)).doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=" + CANARY + "&q=" + CANARY,
                "q=" + CANARY + "%00",
                "q=" + CANARY + "&lang=" + CANARY + "!",
                "q=" + CANARY + "&location=" + CANARY,
                "q=" + CANARY + "&limit=0",
                "q=" + CANARY + "&limit=99",
                "q=" + CANARY + "&limit=" + CANARY,
                "q=" + CANARY + "&heading=9",
                "q=" + CANARY + "&view=" + CANARY,
                "q=" + CANARY + "&partner=" + CANARY
            })
    void whatIsNotAllowedIsRefusedWithoutAnEcho(String query) throws IOException {
        Reply html = get("/fragments/search", query);
        Reply json = api("GET", query);
        assertThat(html.status()).isEqualTo(400);
        assertThat(json.status()).isEqualTo(400);
        assertThat(json.headers())
                .containsEntry("Content-Type", "application/problem+json")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Access-Control-Allow-Origin", "*");
        assertThat(MapleClinic.text(html) + MapleClinic.text(json)).doesNotContain(CANARY);
    }

    @Test
    void tooManyWordsAreRefused() throws IOException {
        assertThat(get("/fragments/search", "q=" + "a".repeat(200)).status()).isEqualTo(200);
        assertThat(get("/fragments/search", "q=" + "a".repeat(201)).status()).isEqualTo(400);
        assertThat(post("/fragments/search", "", FORM, "q=" + "a".repeat(9_000)).status())
                .isEqualTo(413);
        assertThat(post("/fragments/search", "", "application/json", "{}").status())
                .isEqualTo(415);
        assertThat(post("/fragments/search", "q=a", FORM, "q=b").status()).isEqualTo(400);
        Reply put = HTML.handle(exchange("PUT", "/fragments/search", "", FORM, ""));
        assertThat(put.status()).isEqualTo(405);
        assertThat(put.headers()).containsEntry("Allow", "GET, HEAD, POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"><img src=x onerror=1>", "'&{{}}</script><b>", "<svg/onload=x> siatica"})
    void whatWasTypedStaysTextInTheBoxAndInTheMendedWords(String words) throws IOException {
        Reply reply = get("/fragments/search", "q=" + encoded(words));
        Element body = fragment(reply);
        assertThat(body.select("img, script, b, svg")).isEmpty();
        assertThat(body.expectFirst("input[name=q]").val()).isEqualTo(words);
        if (words.contains("siatica")) {
            assertThat(body.expectFirst("button[name=q]").val()).isEqualTo(words.replace("siatica", "sciatica"));
        }
    }

    @Test
    void anEmergencyComesBeforeTheBoxAndWithTheSignsOfTheCatalogue() throws IOException {
        Element body = fragment(get("/fragments/search", "q=" + encoded("lost control of my bladder")));
        Element alarm = body.expectFirst(".carelet-alarm");
        assertThat(body.select(".carelet-alarm + form")).hasSize(1);
        assertThat(alarm.text()).contains("call 911").contains("You lose control of your bladder.");
        assertThat(fragment(get("/fragments/search", "q=dolor+de+pecho&lang=es"))
                        .expectFirst(".carelet-alarm")
                        .text())
                .isEqualTo("En una emergencia, llame al 911.");
        assertThat(fragment(get("/fragments/search", "q=leg+pain")).select(".carelet-alarm"))
                .isEmpty();
    }

    @Test
    void nothingFoundSaysWhereElseToLook() throws IOException {
        Element body = fragment(get("/fragments/search", "q=qqqq&lang=es&partner=demo"));
        assertThat(body.expectFirst(".carelet-search-count").text()).isEqualTo("Nada coincide con estas palabras");
        assertThat(body.select(".carelet-search-lists a").eachAttr("href"))
                .containsExactly(
                        MapleClinic.BASE + "/pages/conditions?lang=es&partner=demo",
                        MapleClinic.BASE + "/pages/treatments?lang=es&partner=demo",
                        MapleClinic.BASE + "/pages/locations?lang=es&partner=demo");
    }

    @Test
    void whatIsWithdrawnIsNotFoundFromThatDayOn() throws IOException {
        MapleClinic clinic = MapleClinic.open();
        SearchApi api = new SearchApi(clinic.carelet);
        clinic.clock.set("2026-12-02T07:59:59Z");
        assertThat(json(api.handle(exchange("GET", "/api/search", "q=old+pain", "", "")))
                        .at("/groups/0/hits/0/id")
                        .asText())
                .isEqualTo("old-pain");
        clinic.clock.set("2026-12-02T08:00:00Z");
        assertThat(MapleClinic.text(api.handle(exchange("GET", "/api/search", "q=old+pain", "", ""))))
                .doesNotContain("old-pain");
    }

    @Test
    void aNewCatalogueIsSearchedAtOnce() throws IOException {
        MapleClinic clinic = MapleClinic.open();
        SearchApi api = new SearchApi(clinic.carelet);
        assertThat(json(api.handle(exchange("GET", "/api/search", "q=lumbago", "", "")))
                        .get("count")
                        .asInt())
                .isZero();
        clinic.publish(MapleClinic.json().replace("Leg pain", "Lumbago"));
        assertThat(json(api.handle(exchange("GET", "/api/search", "q=lumbago", "", "")))
                        .get("count")
                        .asInt())
                .isPositive();
    }

    @Test
    void theApiSaysWhatWasFoundWhereAndWhy() throws IOException {
        JsonNode json = json(api("GET", "q=siatica&lang=es&limit=1"));
        JsonNode hit = json.at("/groups/0/hits/0");
        assertThat(json.get("lang").asText()).isEqualTo("es");
        assertThat(json.get("didYouMean").asText()).isEqualTo("ciática");
        assertThat(json.get("urgent").asBoolean()).isFalse();
        assertThat(json.at("/groups/0/kind").asText()).isEqualTo("conditions");
        assertThat(json.at("/groups/0/hits")).hasSize(1);
        assertThat(hit.get("id").asText()).isEqualTo("sciatica");
        assertThat(hit.get("name").asText()).isEqualTo("Ciática");
        assertThat(hit.get("lang").asText()).isEqualTo("es");
        assertThat(hit.get("summary").asText()).isEqualTo("Pain along the leg.");
        assertThat(hit.get("summaryLang").asText()).isEqualTo("en");
        assertThat(hit.get("page").asText()).isEqualTo(MapleClinic.BASE + "/pages/conditions/sciatica?lang=es");
        assertThat(hit.get("fragment").asText()).isEqualTo(MapleClinic.BASE + "/fragments/conditions/sciatica?lang=es");
        assertThat(hit.get("matched").asText()).isEqualTo("name");
        assertThat(json(api("POST", "q=chest+pain")).get("urgent").asBoolean()).isTrue();
        assertThat(api("GET", "").status()).isEqualTo(400);
    }

    @Test
    void theFormOfAPageMayBeSentToItsOwnOrigin() throws IOException {
        assertThat(get("/pages/search", "q=a").headers().get("Content-Security-Policy"))
                .contains("form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(CLINIC.get("/pages/treatments").headers().get("Content-Security-Policy"))
                .contains("form-action 'none'");
    }

    /** Two instances on one page, and headings where they are asked for. */
    @Test
    void fitsIntoAHostsPage() throws IOException {
        Element one = fragment(get("/fragments/search", "q=leg+pain&instance=a&heading=4"));
        Element other = fragment(get("/fragments/search", "q=leg+pain&instance=b&heading=4"));
        assertThat(one.select("[id]").eachAttr("id"))
                .doesNotContainAnyElementsOf(other.select("[id]").eachAttr("id"));
        assertThat(one.select("h1, h2, h3")).isEmpty();
        assertThat(one.select("h4, h5, h6").eachText()).startsWith("Search", "Conditions we treat (1)", "Sciatica");
        assertThat(one.expectFirst("label").attr("for"))
                .isEqualTo(one.expectFirst("input").id());
    }

    @Test
    void noWordOfAQueryIsLogged() throws IOException {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        int asked = 0;
        try (PrintStream capture = new PrintStream(log, true, StandardCharsets.UTF_8)) {
            System.setErr(capture);
            for (String query :
                    List.of(CANARY, CANARY + "%00", CANARY + "&limit=x", CANARY + "%ff", CANARY.repeat(40))) {
                get("/fragments/search", "q=" + query);
                get("/pages/search", "q=" + query);
                post("/pages/search", "", FORM, "q=" + query);
                post("/pages/search", "", "text/" + CANARY, CANARY);
                api("GET", "q=" + query);
                asked += 5;
            }
            System.err.println("control");
        } finally {
            System.setErr(before);
        }
        System.out.println("requests whose words were logged: 0 of " + asked + "; the control line was seen");
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("control").doesNotContain(CANARY);
    }

    private static Reply get(String path, String query) throws IOException {
        return HTML.handle(exchange("GET", path, query, "", ""));
    }

    private static Reply post(String path, String query, String type, String body) throws IOException {
        return HTML.handle(exchange("POST", path, query, type, body));
    }

    private static Reply api(String method, String parameters) throws IOException {
        boolean post = method.equals("POST");
        return API.handle(exchange(method, "/api/search", post ? "" : parameters, FORM, post ? parameters : ""));
    }

    private static Exchange exchange(String method, String path, String query, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getMethod()).thenReturn(method);
        when(request.getContextPath()).thenReturn("/app");
        when(request.getServletPath()).thenReturn("/carelet");
        when(request.getPathInfo()).thenReturn(path);
        when(request.getQueryString()).thenReturn(query);
        when(request.getHeaders("Content-Type")).thenReturn(Collections.enumeration(List.of(type)));
        when(request.getContentLengthLong()).thenReturn((long) bytes.length);
        when(request.getInputStream()).thenReturn(new Body(bytes));
        return new Exchange(request, Entrance.ofContainer());
    }

    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Body(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("nobody reads this without waiting");
        }
    }

    private static Element fragment(Reply reply) {
        return Jsoup.parseBodyFragment(MapleClinic.text(reply)).body();
    }

    private static JsonNode json(Reply reply) throws IOException {
        return new ObjectMapper().readTree(reply.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
