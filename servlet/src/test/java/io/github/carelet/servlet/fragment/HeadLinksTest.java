package io.github.carelet.servlet.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadLinksTest {

    private static final String ROOT = "https://maple.example.org/c";

    private final MapleClinic clinic = MapleClinic.with(
            MapleClinic.json()
                    .replace(
                            "{\"id\": \"moving\",",
                            "{\"id\": \"old\", \"headline\": \"Old\", \"canonicalUrl\": \"https://news.example.org/old?a=1&b=2\"},\n{\"id\": \"moving\","),
            builder -> builder.publicUrl(URI.create(ROOT)));

    @ParameterizedTest
    @CsvSource({
        "clinic, /pages/clinic",
        "treatments?location=arcadia&view=full, /pages/treatments",
        "treatments/therapy?sections=risks&heading=3&instance=x, /pages/treatments/therapy",
        "treatments/therapy?lang=es-MX, /pages/treatments/therapy?lang=es",
        "treatments/therapy?partner=demo, /pages/treatments/therapy"
    })
    void theOriginalIsThePageWithoutAnythingButItsLanguage(String target, String original) {
        assertThat(links(target, "link[rel=canonical]", "href")).containsExactly(ROOT + original);
    }

    @Test
    void anArticleOfAnotherSiteHasItsOriginalThereAndNoOtherLanguagesHere() {
        assertThat(links("articles/old?lang=es", "link[rel=canonical]", "href"))
                .containsExactly("https://news.example.org/old?a=1&b=2");
        assertThat(links("articles/old", "link[hreflang]", "href")).isEmpty();
    }

    @Test
    void thePageIsNamedInEveryLanguage() {
        assertThat(links("locations/arcadia?lang=ar&partner=demo", "link[hreflang]", "hreflang"))
                .containsExactly("en", "es", "ar", "x-default");
        assertThat(links("locations/arcadia?lang=ar&partner=demo", "link[hreflang]", "href"))
                .containsExactly(
                        ROOT + "/pages/locations/arcadia",
                        ROOT + "/pages/locations/arcadia?lang=es",
                        ROOT + "/pages/locations/arcadia?lang=ar",
                        ROOT + "/pages/locations/arcadia");
    }

    @Test
    void whoWantsToEmbedIsToldWhereToAsk() {
        String answer = ROOT
                + "/oembed?url=https%3A%2F%2Fmaple.example.org%2Fc%2Fpages%2Ftreatments%2Ftherapy%3Flang%3Des%26partner%3Ddemo&format=json";
        String target = "treatments/therapy?lang=es&partner=demo";

        assertThat(links(target, "link[type=application/json+oembed]", "href")).containsExactly(answer);
        assertThat(clinic.get("/pages/" + target).headers())
                .containsEntry("Link", "<" + answer + ">; rel=\"alternate\"; type=\"application/json+oembed\"");
        assertThat(MapleClinic.open().get("/pages/" + target).headers())
                .as("nobody outside could use a path")
                .doesNotContainKey("Link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"treatments/none", "conditions/old-pain", "treatments?view=x"})
    void whatIsNotShownIsFoundNowhereElse(String target) {
        clinic.clock.set("2026-12-02T18:00:00Z");
        assertThat(links(target, "link:not([rel=stylesheet])", "rel")).isEmpty();
        assertThat(clinic.get("/pages/" + target).headers()).doesNotContainKey("Link");
    }

    private List<String> links(String target, String selector, String attribute) {
        return Jsoup.parse(clinic.html("/pages/" + target))
                .select("head " + selector)
                .eachAttr(attribute);
    }
}
