package io.github.carelet.servlet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.Carelet;
import io.github.carelet.servlet.fragment.FragmentCache;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Templates;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class SitemapHandlerTest {

    private final Carelet carelet = Clinic.published(builder -> builder.contentOnly());
    private final SitemapHandler handler = new SitemapHandler(carelet);

    @Test
    void everyPageThatIsListedIsThereIsIndexedAndNamesItselfAsTheOriginal() {
        FragmentCache pages = new FragmentCache(carelet, Templates.precompiled(), Assets.load());
        Document sitemap = sitemap();
        List<String> listed = sitemap.select("url > loc").eachText();

        for (String address : listed) {
            URI url = URI.create(address.replace(Clinic.ROOT, ""));
            Reply page = pages.plain(Clinic.ROOT, url.getPath(), url.getQuery() == null ? "" : url.getQuery());
            Document html = Jsoup.parse(Clinic.text(page));
            assertThat(page.status()).as(address).isEqualTo(200);
            assertThat(html.select("meta[name=robots]")).isEmpty();
            assertThat(html.select("link[rel=canonical]").attr("href")).isEqualTo(address);
            Element entry =
                    sitemap.select("url:has(loc:containsOwn(" + address + "))").get(0);
            assertThat(entry.getElementsByTag("xhtml:link").eachAttr("href"))
                    .isEqualTo(html.select("link[hreflang]").eachAttr("href"));
        }
        System.out.println("pages of the sitemap that are as it says: " + listed.size() + " of " + listed.size());
        assertThat(listed)
                .hasSize(22)
                .doesNotHaveDuplicates()
                .noneMatch(each -> each.contains("conditions/old") || each.contains("elsewhere"));
    }

    @Test
    void theDayOfTheLastChangeIsThatOfReviewOrPublicationAndNeverAhead() {
        Document sitemap = sitemap();

        assertThat(sitemap.select("url:has(loc:containsOwn(articles/moving)) > lastmod")
                        .eachText())
                .containsOnly("2026-04-01");
        assertThat(sitemap.select("url:has(loc:containsOwn(conditions/sciatica)) > lastmod")
                        .eachText())
                .containsOnly("2026-03-10");
        assertThat(sitemap.select("url:has(loc:containsOwn(articles/later)) > lastmod"))
                .isEmpty();
        assertThat(sitemap.select("url:has(loc:containsOwn(conditions/neck)) > lastmod"))
                .isEmpty();
    }

    @Test
    void theAnswerIsXmlThatCanBeKept() {
        Reply reply = Clinic.get(handler, "/sitemap.xml");

        assertThat(reply.headers())
                .containsEntry("Content-Type", "application/xml;charset=utf-8")
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Cache-Control", "public, max-age=300")
                .containsKey("ETag");
        assertThat(Clinic.get(handler, "/sitemap.xml?part=1").body()).isEqualTo(reply.body());
        assertThat(Clinic.get(handler, "/sitemap.xml?part=2").status()).isEqualTo(404);
        assertThat(Clinic.get(handler, "/sitemap.xml?part=99999999999").status())
                .isEqualTo(404);
        assertThat(Clinic.ask(handler, "POST", "/sitemap.xml", Map.of()).status())
                .isEqualTo(405);
        assertThat(Clinic.get(handler, "/sitemap.xml/x").status()).isEqualTo(404);
    }

    @Test
    void withoutAPublicAddressThereIsNone() {
        try (Carelet path = Clinic.open(builder -> builder.contentOnly())) {
            assertThat(Clinic.get(new SitemapHandler(path), "/sitemap.xml").status())
                    .isEqualTo(404);
        }
    }

    private Document sitemap() {
        return Jsoup.parse(Clinic.text(Clinic.get(handler, "/sitemap.xml")), Parser.xmlParser());
    }
}
