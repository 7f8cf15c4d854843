package io.github.carelet.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.catalog.Catalog;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SitemapTest {

    private static final OwnPages PAGES = new OwnPages("https://clinic.example.org/c", "en");
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    @Test
    void aPageIsListedInEveryLanguageWithTheOthersBesideIt() {
        String xml = Sitemap.of(clinic(0), PAGES, TODAY).part(1);

        String links =
                "<xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://clinic.example.org/c/pages/clinic\"/>"
                        + "<xhtml:link rel=\"alternate\" hreflang=\"es\" href=\"https://clinic.example.org/c/pages/clinic?lang=es\"/>"
                        + "<xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"https://clinic.example.org/c/pages/clinic\"/>";
        assertThat(xml)
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
                        + "<url><loc>https://clinic.example.org/c/pages/clinic</loc>" + links + "</url>\n"
                        + "<url><loc>https://clinic.example.org/c/pages/clinic?lang=es</loc>" + links + "</url>\n"
                        + "</urlset>\n");
    }

    @Test
    void manyPagesAreToldInPartsBelowTheLimitsOfTheProtocol() {
        Sitemap sitemap = Sitemap.of(clinic(9_998), PAGES, TODAY);

        int addresses = 0;
        for (int part = 1; part <= sitemap.parts(); part++) {
            String xml = sitemap.part(part);
            int here = xml.split("<loc>", -1).length - 1;
            assertThat(here).isBetween(1, 50_000);
            assertThat(xml.length()).isLessThan(50_000_000);
            addresses += here;
        }
        assertThat(addresses).isEqualTo(20_000);
        assertThat(sitemap.parts()).isEqualTo(2);
        assertThat(sitemap.index("https://clinic.example.org/c/sitemap.xml?part="))
                .contains("<sitemapindex")
                .contains("<loc>https://clinic.example.org/c/sitemap.xml?part=2</loc>")
                .doesNotContain("part=3");
        assertThatThrownBy(() -> sitemap.part(3)).hasMessage("no part 3 of a sitemap of 2");
    }

    private static Catalog clinic(int treatments) {
        return GeneratedClinic.read("""
                {"clinic": {"id": "m", "name": "M", "phone": "+16265550100", "timeZone": "America/Los_Angeles", "languages": ["en", "es"]},
                 "treatments": [%s]}
                """.formatted(IntStream.range(0, treatments)
                .mapToObj(i -> "{\"id\": \"t-" + i + "\", \"name\": \"T\"}")
                .collect(Collectors.joining(","))));
    }
}
