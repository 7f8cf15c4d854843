package io.github.carelet.servlet.fragment;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A fragment as text for mails, chats and everything else without markup: the same words in the same order, links with
 * their address behind them. Made from the HTML, so that nothing can be said in the one and not in the other.
 */
final class PlainText {

    private final String ownPages;
    private final TextLines lines = new TextLines();

    private PlainText(String ownPages) {
        this.ownPages = ownPages;
    }

    /**
     * Returns a fragment as text.
     *
     * @param html the fragment, UTF-8
     * @param base what its links to other pages of the clinic begin with
     * @return UTF-8, ends with a line feed
     */
    static byte[] of(byte[] html, String base) {
        PlainText text = new PlainText(base + "/pages/");
        text.blocks(Jsoup.parseBodyFragment(new String(html, StandardCharsets.UTF_8))
                .body());
        return text.lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Writes what is inside of an element: blocks one below the other, and what stands between them as a paragraph. */
    private void blocks(Element parent) {
        StringBuilder loose = new StringBuilder();
        for (Node node : parent.childNodes()) {
            if (node instanceof Element element && isBlock(element)) {
                paragraph(loose);
                block(element);
            } else {
                loose.append(inline(node));
            }
        }
        paragraph(loose);
    }

    private void paragraph(StringBuilder loose) {
        if (!loose.toString().isBlank()) {
            lines.gap();
            lines.write(loose.toString());
        }
        loose.setLength(0);
    }

    private static boolean isBlock(Element element) {
        return element.isBlock() || element.normalName().equals("dl");
    }

    private void block(Element element) {
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element);
            case "ul", "ol" -> list(element);
            case "dl" -> facts(element);
            case "table" -> table(element);
            case "address" -> each(element);
            case "p" -> paragraph(element);
            case "blockquote" -> lines.indented("> ", "> ", () -> blocks(element));
            case "script", "style" -> {
                // Not to be read.
            }
            default -> blocks(element);
        }
    }

    private void paragraph(Element element) {
        if (isOfLinks(element)) {
            each(element);
        } else {
            paragraph(new StringBuilder(inlines(element)));
        }
    }

    private static boolean isOfLinks(Element element) {
        return element.hasClass("carelet-actions") || element.hasClass("carelet-links");
    }

    private void heading(Element element) {
        lines.gap();
        String said = element.text();
        lines.write(said);
        lines.write((element.normalName().compareTo("h3") < 0 ? "=" : "-").repeat(lines.room(said)));
        Element link = element.selectFirst("a[href]");
        if (link != null) {
            lines.write(link.attr("href"));
        }
    }

    /** Writes each child on a line of its own. */
    private void each(Element element) {
        lines.gap();
        element.children().forEach(child -> lines.write(inline(child)));
    }

    private void list(Element list) {
        boolean within = list.parent() != null && list.parent().normalName().equals("li");
        if (!within) {
            lines.gap();
        }
        int number = 0;
        for (Element item : list.children()) {
            number++;
            String mark = list.normalName().equals("ol") ? number + ". " : "- ";
            lines.indented(mark, " ".repeat(mark.length()), () -> blocks(item));
        }
    }

    /** Writes each term with what is said of it; a description list groups them in {@code div}, or does not. */
    private void facts(Element list) {
        lines.gap();
        for (Element term : list.select("dt")) {
            String values = term.nextElementSiblings().stream()
                    .takeWhile(each -> each.normalName().equals("dd"))
                    .map(this::value)
                    .collect(Collectors.joining("; "));
            lines.write(term.text() + ": " + values);
        }
    }

    /** A list of related pages would drown in addresses. */
    private String value(Element value) {
        boolean toOwnPage = value.select("a[href]").stream()
                .anyMatch(link -> link.attr("href").startsWith(ownPages));
        return toOwnPage ? value.text() : inlines(value).strip();
    }

    private void table(Element table) {
        lines.gap();
        table.select("caption").forEach(caption -> lines.write(caption.text()));
        for (Element row : table.select("tr")) {
            Element head = row.selectFirst("th[scope=row]");
            String rest = row.children().stream()
                    .filter(cell -> cell != head)
                    .map(Element::text)
                    .collect(Collectors.joining(" | "));
            lines.write(head == null ? rest : head.text() + ": " + rest);
        }
    }

    private String inlines(Element parent) {
        return parent.childNodes().stream().map(this::inline).collect(Collectors.joining());
    }

    private String inline(Node node) {
        if (node instanceof TextNode text) {
            return text.getWholeText().replace('\n', ' ');
        }
        if (!(node instanceof Element element)) {
            return "";
        }
        return switch (element.normalName()) {
            case "br" -> "\n";
            case "img" -> "[" + element.attr("alt") + "]";
            case "a" -> link(element);
            default -> inlines(element);
        };
    }

    private static String link(Element link) {
        String label = link.text();
        String href = link.attr("href");
        boolean alone = link.parent() != null && isOfLinks(link.parent());
        if (href.isEmpty() || href.equals(label)) {
            return label;
        }
        return alone ? label + ": " + href : label + " (" + href + ")";
    }
}
