package io.github.carelet.examples.benchmarks;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Takes our own answer apart, so that the peers say the same; and says whether two answers are the same. */
final class PageReader {

    private PageReader() {}

    /** Returns what a fragment of a treatment says. */
    static Page read(String html) {
        Element root = Jsoup.parseBodyFragment(html).body().child(0);
        Element article = root.expectFirst("article");
        Element core = root.expectFirst(".carelet-core");
        return new Page(
                root.attr("data-carelet"),
                root.attr("lang"),
                root.attr("dir"),
                article.id(),
                article.attr("data-carelet-review"),
                root.attr("data-carelet-review"),
                text(article, "h2.carelet-title"),
                text(article, ".carelet-lead"),
                article.select(".carelet-note, .carelet-reviewed").stream()
                        .map(note -> new Page.Note(note.className(), note.text()))
                        .toList(),
                facts(article.select("> dl.carelet-facts > div")),
                new Page.Known(
                        text(article, ".carelet-known > .carelet-heading"),
                        facts(article.select("> .carelet-known dl > div"))),
                article.select("> section").stream().map(PageReader::passage).toList(),
                facts(article.select("> .carelet-related dl > div")),
                link(core.expectFirst(".carelet-button")),
                link(core.expectFirst(".carelet-call")),
                text(core, ".carelet-emergency"),
                text(core, ".carelet-sample"));
    }

    /** Returns an answer without what makes no difference to a reader: white space and the order of attributes. */
    static String canonical(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        body.getAllElements().forEach(element -> {
            List<String> names = element.attributes().asList().stream()
                    .map(attribute -> attribute.getKey() + "=" + attribute.getValue())
                    .sorted()
                    .toList();
            element.clearAttributes();
            element.attr("all", String.join("|", names));
            element.textNodes().forEach(node -> node.text(node.text().strip()));
        });
        return body.html().replaceAll("\\s+", " ");
    }

    private static Page.Passage passage(Element section) {
        return new Page.Passage(
                section.id(),
                section.attr("data-carelet-aspect"),
                text(section, ".carelet-heading"),
                section.expectFirst(".carelet-prose").html());
    }

    private static List<Page.Fact> facts(Elements rows) {
        return rows.stream()
                .map(row -> new Page.Fact(
                        row.expectFirst("dt").text(),
                        row.select("dd").stream().map(PageReader::link).toList()))
                .toList();
    }

    private static Page.Link link(Element holder) {
        String href = holder.hasAttr("href")
                ? holder.attr("href")
                : holder.select("a").attr("href");
        return new Page.Link(href, holder.text());
    }

    private static String text(Element within, String selector) {
        return within.select(selector).text();
    }
}
