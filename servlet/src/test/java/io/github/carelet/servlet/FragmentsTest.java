package io.github.carelet.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.carelet.Carelet;
import io.github.carelet.Look;
import io.github.carelet.Partner;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.source.ClassPathSource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FragmentsTest {

    private static final CatalogReader READER = CatalogReader.withSamples();

    private final Carelet carelet = Carelet.builder(source()).contentOnly().build();
    private final Fragments fragments = Fragments.of(carelet, "/app/carelet");

    private static ClassPathSource source() {
        return ClassPathSource.of(
                FragmentsTest.class.getClassLoader(),
                List.of("io/github/carelet/servlet/fragment/clinic.json"),
                READER);
    }

    @Test
    void aHostGetsAFragmentByPathAndParameters() {
        assertThat(fragments.html("treatments/therapy", Map.of("view", "card", "lang", "es")))
                .startsWith("<div class=\"carelet\" data-carelet=\"treatments\" lang=\"es\" dir=\"ltr\"")
                .contains("<a href=\"/app/carelet/pages/treatments/therapy?lang=es\">Fisioterapia</a>")
                .endsWith("</div>");
        assertThat(fragments.html("booking")).contains("data-carelet=\"booking\"");
    }

    @Test
    void theFormIsAFrameThatNoScriptOfThePageLooksInto() {
        Carelet led = Carelet.builder(source())
                .contentOnly()
                .bookingAt(URI.create("https://book.example.org/c"))
                .build();
        String hostile = "\"><script>alert(1)</script>";

        String html = Fragments.of(led, "/app/carelet")
                .booking(Map.of("treatment", "therapy", "type", hostile, "partner", "none", "title", hostile));

        assertThat(html)
                .isEqualTo("<carelet-booking treatment=\"therapy\" lang=\"en\"><iframe class=\"carelet-frame\""
                        + " title=\"&#34;>&lt;script>alert(1)&lt;/script>\" sandbox=\"allow-forms allow-scripts"
                        + " allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals\""
                        + " referrerpolicy=\"no-referrer\" loading=\"lazy\""
                        + " src=\"https://book.example.org/c/book?treatment=therapy&amp;lang=en\"></iframe>"
                        + "</carelet-booking>");
        assertThat(fragments.booking(Map.of("partner", "none")))
                .contains("data-carelet=\"booking\"", "tel:+16265550100")
                .doesNotContain("<iframe");
        assertThat(fragments.script().href()).startsWith("/app/carelet/assets/embed.");
        assertThat(fragments.script().integrity()).startsWith("sha384-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "treatments/none", "none", "treatments?view=card", "../x"})
    void whatIsUnknownIsAFragmentToo(String path) {
        assertThat(fragments.html(path)).contains("We can’t find this").contains("tel:+16265550100");
    }

    @Test
    void linksLeadBelowTheMountAlsoWhereThereIsAPublicAddress() {
        assertThat(fragments.stylesheet().href()).startsWith("/app/carelet/assets/carelet.");
        assertThat(fragments.stylesheet().integrity()).startsWith("sha384-");
        Carelet known = Carelet.builder(source())
                .contentOnly()
                .publicUrl(URI.create("https://p.example.org/c/"))
                .build();
        Fragments same = Fragments.of(known, "/app/carelet");
        assertThat(same.stylesheet().href()).startsWith("/app/carelet/assets/carelet.");
        assertThat(same.html("treatments")).contains("\"/app/carelet/pages/treatments/therapy\"");
    }

    @Test
    void aPageOfAPartnerHasTheStylesheetInThePartnersLook() {
        Look look = Look.of(Map.of("accent", "#7a1f5c"));
        Carelet looking = Carelet.builder(source())
                .contentOnly()
                .partner(new Partner("news", List.of("https://news.example")).looking(look))
                .partner(new Partner("plain", List.of("https://plain.example")))
                .build();
        Fragments same = Fragments.of(looking, "/app/carelet");

        assertThat(same.stylesheet("news").href()).startsWith("/app/carelet/assets/look/");
        assertThat(same.stylesheet("news").integrity())
                .startsWith("sha384-")
                .isNotEqualTo(same.stylesheet().integrity());
        for (String without : List.of("plain", "none", "", "\">")) {
            assertThat(same.stylesheet(without)).as(without).isEqualTo(same.stylesheet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"carelet", "/carelet/", "//evil.example", "/a b", "https://x.example"})
    void aBaseThatIsNoPathIsRefused(String base) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fragments.of(carelet, base))
                .withMessageContaining(base);
    }
}
