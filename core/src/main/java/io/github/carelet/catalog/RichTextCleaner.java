package io.github.carelet.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Makes {@link RichText} out of any HTML. Stateless and safe for use by several threads. */
public final class RichTextCleaner {

    private RichTextCleaner() {}

    /** Returns what of the HTML is allowed, and what was not. */
    public static RichText clean(String html) {
        Document dirty = Jsoup.parseBodyFragment(html);
        Set<String> removed = new LinkedHashSet<>();
        note(dirty.body(), removed);
        Document clean = new Cleaner(allowed()).clean(dirty);
        for (Element link : clean.select("a")) {
            finish(link);
        }
        clean.select("img").forEach(RichTextCleaner::finishImage);
        clean.outputSettings().prettyPrint(false);
        return new RichText(clean.body().html().strip(), List.copyOf(removed));
    }

    /** A new one each time: a safelist can be changed by whoever has it. */
    private static Safelist allowed() {
        return new Safelist()
                .addTags("p", "br", "ul", "ol", "li", "dl", "dt", "dd", "strong", "em", "b", "i", "a", "blockquote")
                .addTags("h1", "h2", "h3", "h4", "h5", "h6")
                .addTags("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "img")
                .addAttributes("a", "href")
                .addAttributes("img", "src", "alt")
                .addAttributes("th", "scope", "colspan", "rowspan")
                .addAttributes("td", "colspan", "rowspan");
    }

    private static void finish(Element link) {
        if (!Link.isSafe(link.attr("href"))) {
            link.unwrap();
        } else if (link.attr("href").startsWith("http")) {
            link.attr("rel", "noopener");
        }
    }

    private static void finishImage(Element image) {
        String source = image.attr("src");
        if (!image.hasAttr("alt")
                || !Link.isSafe(source)
                || source.startsWith("tel:")
                || source.startsWith("mailto:")) {
            image.remove();
        }
    }

    /** Notes what the cleaner will not carry over. */
    private static void note(Element parent, Set<String> removed) {
        for (Node child : parent.childNodes()) {
            if (child instanceof Element element) {
                noteElement(element, removed);
                note(element, removed);
            } else if (!(child instanceof TextNode)) {
                removed.add("<" + child.nodeName() + ">");
            }
        }
    }

    private static void noteElement(Element element, Set<String> removed) {
        String name = element.normalName();
        Safelist allowed = allowed();
        if (!allowed.isSafeTag(name)) {
            removed.add("<" + name + ">");
            return;
        }
        for (Attribute attribute : element.attributes()) {
            boolean link = name.equals("a") && attribute.getKey().equals("href")
                    || name.equals("img") && attribute.getKey().equals("src");
            boolean safe = link
                    ? Link.isSafe(attribute.getValue())
                    : attribute.getKey().equals("rel") || allowed.isSafeAttribute(name, element, attribute);
            if (!safe) {
                removed.add("<" + name + " " + attribute.getKey() + ">");
            }
        }
        if (name.equals("img") && !element.hasAttr("alt")) {
            removed.add("<img> without alt");
        }
    }
}
