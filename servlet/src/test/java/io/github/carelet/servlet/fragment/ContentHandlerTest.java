package io.github.carelet.servlet.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.servlet.http.Reply;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentHandlerTest {

    private static final String STALE = "public, max-age=300, stale-while-revalidate=600, stale-if-error=86400";

    private final MapleClinic clinic = MapleClinic.open();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/fragments/treatments | 200",
                "/fragments/treatments?unknown=%3Cx%3E&lang=fr-CA | 200",
                "/fragments/treatments?lang=ES-mx | 200",
                "/fragments/treatments/therapy?sections=after,risks&heading=6&instance=a-1&location=arcadia | 200",
                "/fragments | 404",
                "/fragments/ | 404",
                "/fragments/nonsense | 404",
                "/fragments/Treatments | 404",
                "/fragments/treatments/ | 404",
                "/fragments/treatments/none | 404",
                "/fragments/treatments/therapy/ | 404",
                "/fragments/treatments/therapy/x | 404",
                "/fragments/clinic/maple | 404",
                "/fragments/booking/visit | 404",
                "/fragments/treatments?view=CARD | 400",
                "/fragments/treatments?view= | 400",
                "/fragments/treatments?view=card&view=full | 400",
                "/fragments/treatments?heading=1 | 400",
                "/fragments/treatments?heading=7 | 400",
                "/fragments/treatments?heading=2x | 400",
                "/fragments/treatments?heading=٣ | 400",
                "/fragments/treatments?lang=e | 400",
                "/fragments/treatments?lang=en_US | 400",
                "/fragments/treatments?lang=%00 | 400",
                "/fragments/treatments?sections=none | 400",
                "/fragments/treatments/block?sections=benefits | 400",
                "/fragments/treatments/therapy?sections=benefits,,risks | 400",
                "/fragments/clinic?sections=benefits | 400",
                "/fragments/treatments?location=none | 400",
                "/fragments/treatments?instance=A | 400",
                "/fragments/treatments?instance=%22 | 400",
                "/fragments/treatments?partner=other | 400"
            })
    void theStatusIsThatOfTheContract(String target, int status) {
        assertThat(clinic.get(target).status()).isEqualTo(status);
        assertThat(clinic.get(target.replace("/fragments", "/pages")).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"view", "heading", "lang", "sections", "location", "instance", "partner"})
    void anInvalidValueIsNeverRepeated(String name) {
        Reply reply = clinic.get("/fragments/treatments?" + name + "=zebra%22%3Ezebra");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(MapleClinic.text(reply)).doesNotContain("zebra");
        assertThat(reply.headers().toString()).doesNotContain("zebra");
    }

    @Test
    void aFragmentHasTheHeadersOfTheContract() {
        clinic.clock.set("2026-11-20T18:00:00Z");
        Map<String, String> headers = clinic.get("/fragments/treatments").headers();
        assertThat(headers)
                .containsEntry("Content-Type", "text/html;charset=utf-8")
                .containsEntry("Cache-Control", STALE)
                .containsEntry("Vary", "Accept-Encoding")
                .containsEntry("X-Robots-Tag", "noindex")
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .hasSize(8);
        assertThat(headers.get("Link"))
                .matches("</app/carelet/assets/carelet\\.[0-9a-f]{12}\\.css>; rel=preload; as=style; crossorigin");
        assertThat(headers.get("ETag")).matches("\"[A-Za-z0-9_-]{22}\"");
    }

    @Test
    void aPageHasItsOwnPolicy() {
        Map<String, String> headers =
                clinic.get("/pages/treatments?partner=demo").headers();
        assertThat(headers)
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self' https:; base-uri 'none'; form-action 'none'; "
                                + "frame-ancestors 'self' https://demo.example.org http://localhost:8081");
        assertThat(clinic.get("/pages/treatments").headers().get("Content-Security-Policy"))
                .endsWith("frame-ancestors 'self'");
    }

    @Test
    void aPageIsIndexedUnlessAPartnerShowsItOrThereIsNothing() {
        assertThat(clinic.html("/pages/treatments")).doesNotContain("noindex");
        assertThat(clinic.html("/pages/treatments?partner=demo")).contains("noindex");
        assertThat(clinic.html("/pages/treatments/none")).contains("noindex");
    }

    @Test
    void gzipHasItsOwnTagAndTheSameText() {
        Reply plain = clinic.get("/fragments/treatments");
        Reply packed = clinic.get("/fragments/treatments", Map.of("Accept-Encoding", "br, gzip;q=0.5"));
        assertThat(packed.headers()).containsEntry("Content-Encoding", "gzip");
        assertThat(plain.headers()).doesNotContainKey("Content-Encoding");
        assertThat(MapleClinic.text(packed)).isEqualTo(MapleClinic.text(plain));
        assertThat(packed.headers().get("ETag")).isNotEqualTo(plain.headers().get("ETag"));
    }

    @Test
    void aKnownTagGets304AndNoBody() {
        String tag = clinic.get("/fragments/treatments").headers().get("ETag");
        for (String known : List.of(tag, "\"a,b\", W/" + tag, "*")) {
            Reply reply = clinic.get("/fragments/treatments", Map.of("If-None-Match", known));
            assertThat(reply.status()).isEqualTo(304);
            assertThat(reply.body()).isEmpty();
            assertThat(reply.headers())
                    .containsKeys("ETag", "Vary", "Cache-Control")
                    .doesNotContainKey("Content-Type");
        }
        assertThat(clinic.get("/fragments/treatments", Map.of("If-None-Match", "\"x\""))
                        .status())
                .isEqualTo(200);
        assertThat(clinic.get("/fragments/treatments/none", Map.of("If-None-Match", "*"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void headIsAnsweredLikeGetAndNothingElseIs() {
        assertThat(clinic.ask("HEAD", "/fragments/treatments", Map.of()).status())
                .isEqualTo(200);
        Reply posted = clinic.ask("POST", "/fragments/treatments", Map.of());
        assertThat(posted.status()).isEqualTo(405);
        assertThat(posted.headers()).containsEntry("Allow", "GET, HEAD");
    }

    @Test
    void equalParametersAreRenderedOnceAlsoWhenManyAskAtOnce() {
        Set<String> tags = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 64)
                .parallel()
                .forEach(i -> tags.add(clinic.get("/fragments/treatments/therapy?x=" + i + "&sections="
                                + (i % 2 == 0 ? "risks,after" : "after,risks"))
                        .headers()
                        .get("ETag")));
        assertThat(tags).hasSize(1);
        assertThat(clinic.cache.renders()).isOne();
        clinic.get("/fragments/treatments/therapy");
        assertThat(clinic.cache.renders()).isEqualTo(2);
    }

    @Test
    void whatIsMissingIsRenderedOnceForAllIds() {
        IntStream.range(0, 50).forEach(i -> clinic.get("/fragments/treatments/none-" + i));
        assertThat(clinic.cache.renders()).isOne();
    }

    @Test
    void aNewCatalogueIsShownAtOnceAndTheSameOneKeepsItsTags() {
        String before = clinic.get("/fragments/conditions").headers().get("ETag");
        clinic.publish(MapleClinic.json());
        assertThat(clinic.get("/fragments/conditions").headers()).containsEntry("ETag", before);
        assertThat(clinic.cache.renders()).isOne();
        clinic.publish(MapleClinic.json().replace("Pain along the leg.", "Pain down the leg."));
        assertThat(clinic.html("/fragments/conditions")).contains("Pain down the leg.");
        clinic.publish("{}");
        assertThat(clinic.html("/fragments/conditions")).contains("Pain down the leg.");
    }

    @Test
    void theLifetimeEndsWhereTheClinicOpensOrCloses() {
        assertThat(lifetime("/fragments/locations")).isEqualTo("public, max-age=300");
        assertThat(opening()).isEqualTo("Open now, until 5 PM");
        clinic.clock.set("2026-12-02T00:57:30Z");
        assertThat(lifetime("/fragments/locations")).isEqualTo("public, max-age=150");
        clinic.clock.set("2026-12-02T01:00:00Z");
        assertThat(opening()).isEqualTo("Closed. Opens Wednesday 8 AM");
        assertThat(lifetime("/fragments/locations")).isEqualTo("public, max-age=300");
        clinic.clock.set("2026-12-02T07:59:59.500Z");
        assertThat(lifetime("/fragments/locations")).isEqualTo("public, max-age=0");
        clinic.clock.set("2026-12-02T08:00:00Z");
        assertThat(opening()).isEqualTo("Closed. Opens today 8 AM");
        clinic.clock.set("2026-12-01T18:00:00Z");
        assertThat(opening()).isEqualTo("Open now, until 5 PM");
    }

    @Test
    void theLifetimeEndsWhereATextIsWithdrawn() {
        assertThat(lifetime("/fragments/conditions/old-pain")).isEqualTo("public, max-age=300");
        clinic.clock.set("2026-12-02T07:58:20Z");
        assertThat(lifetime("/fragments/conditions/old-pain")).isEqualTo("public, max-age=100");
        assertThat(clinic.html("/fragments/treatments")).contains("Old pain");
        clinic.clock.set("2026-12-02T08:00:00Z");
        Reply gone = clinic.get("/fragments/conditions/old-pain");
        assertThat(gone.status()).isEqualTo(410);
        assertThat(MapleClinic.text(gone))
                .contains("data-carelet-review=\"withdrawn\"")
                .doesNotContain("Gone.");
        for (String each : List.of("treatments", "conditions", "articles/moving", "treatments/therapy")) {
            assertThat(clinic.html("/fragments/" + each))
                    .doesNotContain("Old pain")
                    .doesNotContain("old-pain");
        }
        assertThat(lifetime("/fragments/conditions")).isEqualTo(STALE);
    }

    @Test
    void anOverdueReviewIsSaid() {
        assertThat(root("treatments/block").attr("data-carelet-review")).isEqualTo("overdue");
        assertThat(root("treatments/block").select(".carelet-warning").text())
                .startsWith("The review of this text is overdue.");
        assertThat(root("treatments").select(".carelet-warning")).hasSize(1);
        assertThat(root("treatments/therapy").attr("data-carelet-review")).isEqualTo("fresh");
        assertThat(root("treatments/therapy").text())
                .contains("Reviewed March 2026 by Dana Reed, PT. Next review March 2027.");
        assertThat(root("locations").hasAttr("data-carelet-review")).isFalse();
    }

    @Test
    void aSectionBringsAlongWhatItRequires() {
        assertThat(sections("?sections=benefits")).containsExactly("benefits", "risks");
        assertThat(sections("?sections=risks")).containsExactly("risks");
        assertThat(sections("?sections=after,benefits")).containsExactly("benefits", "risks", "after");
        assertThat(sections("")).containsExactly("benefits", "risks", "after");
    }

    @Test
    void headingsInsideATextFollowThoseOfItsSection() {
        Element root = root("treatments/therapy?heading=3");
        assertThat(root.select("h3").text()).isEqualTo("Physical therapy");
        assertThat(root.select("h4").eachText()).containsExactly("Good to know", "Benefits", "Risks", "After");
        assertThat(root.select("h5").text()).isEqualTo("More");
    }

    @Test
    void aMissingLanguageFallsBackFieldByFieldAndIsMarked() {
        Element root = root("treatments/therapy?lang=es-US");
        assertThat(root.attr("lang")).isEqualTo("es");
        assertThat(root.select(".carelet-title").html()).isEqualTo("Fisioterapia");
        assertThat(root.select("#carelet-treatments-therapy_after").outerHtml())
                .contains("Después")
                .doesNotContain("lang=");
        assertThat(root.select("#carelet-treatments-therapy_risks .carelet-heading")
                        .html())
                .isEqualTo("<span lang=\"en\" dir=\"ltr\">Risks</span>");
        assertThat(root.select("#carelet-treatments-therapy_risks .carelet-prose")
                        .attr("lang"))
                .isEqualTo("en");
        assertThat(root("booking?lang=ar").select(".carelet-button").html())
                .isEqualTo("<span lang=\"en\" dir=\"ltr\">Request an appointment</span>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "treatments/therapy?lang=es&location=arcadia&partner=demo | ?treatment=therapy&location=arcadia&lang=es&partner=demo",
                "conditions/sciatica | ?condition=sciatica&lang=en",
                "conditions/none?lang=es | ?lang=es",
                "locations/arcadia?location=glendale | ?location=arcadia&lang=en",
                "articles/moving | ?treatment=therapy&lang=en",
                "treatments?view=bad&partner=demo | ?lang=en&partner=demo",
                "clinic | ?lang=en"
            })
    void theWayToAnAppointmentCarriesWhatIsKnown(String target, String query) {
        assertThat(root(target).select(".carelet-button").attr("href")).isEqualTo(MapleClinic.BOOK + query);
    }

    @Test
    void withoutAFormTheWayLeadsToTheClinicsSiteElseToThePhone() {
        MapleClinic site = MapleClinic.with(MapleClinic.json(), builder -> builder);
        assertThat(site.html("/fragments/booking")).contains("href=\"https://maple.example.org/\"");
        String json = MapleClinic.json().replace("\"url\": \"https://maple.example.org/\",", "");
        Element root = Jsoup.parseBodyFragment(
                MapleClinic.with(json, builder -> builder).html("/fragments/booking"));
        assertThat(root.select("a").eachAttr("href")).containsExactly("tel:+16265550100");
        assertThat(root.select("a").text()).isEqualTo("Call (626) 555-0100 to make an appointment");
    }

    @Test
    void aLocationIsAFilterOfListsAndAChoiceElsewhere() {
        assertThat(root("treatments?location=glendale").select(".carelet-name").eachText())
                .containsExactly("Nerve block");
        assertThat(root("practitioners?location=glendale").text()).contains("Nothing is listed here yet");
        assertThat(root("locations?location=glendale").select(".carelet-name").text())
                .isEqualTo("Glendale");
        assertThat(root("treatments/block?location=arcadia")
                        .select(".carelet-call")
                        .attr("href"))
                .isEqualTo("tel:+16265550101");
    }

    @Test
    void whatOtherHostsTakeOverLinksToThePublicAddress() {
        MapleClinic known = MapleClinic.with(
                MapleClinic.json(), builder -> builder.publicUrl(URI.create("https://p.example.org/c/")));

        Reply reply = known.get("/fragments/treatments");

        assertThat(MapleClinic.text(reply)).contains("href=\"https://p.example.org/c/pages/treatments/");
        assertThat(reply.headers().get("Link")).startsWith("<https://p.example.org/c/assets/carelet.");
        assertThat(known.get("/pages/treatments").headers().get("Content-Security-Policy"))
                .contains("style-src 'self' https://p.example.org;");
    }

    @Test
    void linksBetweenItemsLeadToPages() {
        assertThat(root("treatments?lang=es&partner=demo")
                        .select(".carelet-name a")
                        .attr("href"))
                .isEqualTo("/app/carelet/pages/treatments/therapy?lang=es&partner=demo");
        assertThat(root("treatments/therapy").select(".carelet-facts a").eachAttr("href"))
                .containsExactly(
                        "/app/carelet/pages/conditions/sciatica",
                        "/app/carelet/pages/conditions/old-pain",
                        "/app/carelet/pages/locations/arcadia",
                        "/app/carelet/pages/treatments/block",
                        "/app/carelet/pages/articles/moving",
                        "https://guide.example.org/");
    }

    private String lifetime(String target) {
        return clinic.get(target).headers().getOrDefault("Cache-Control", "");
    }

    private String opening() {
        return root("locations/arcadia").select(".carelet-opening").text();
    }

    private List<String> sections(String query) {
        return root("treatments/therapy" + query).select("section").stream()
                .map(each -> each.id().substring("carelet-treatments-therapy_".length()))
                .toList();
    }

    private Element root(String target) {
        return Jsoup.parseBodyFragment(clinic.html("/fragments/" + target))
                .body()
                .child(0);
    }
}
