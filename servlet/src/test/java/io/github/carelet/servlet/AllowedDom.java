package io.github.carelet.servlet;

import io.github.carelet.catalog.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Elements;

/** Says what in a page is not on the list of what Carelet itself writes, after reading it as a browser would. */
public final class AllowedDom {

    private static final Set<String> CONTENT = Set.of(
            "address",
            "article",
            "a",
            "bdi",
            "blockquote",
            "br",
            "caption",
            "dd",
            "div",
            "dl",
            "dt",
            "em",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "img",
            "li",
            "nav",
            "ol",
            "p",
            "section",
            "span",
            "strong",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul");
    private static final Set<String> FRAME =
            Set.of("#root", "html", "head", "body", "header", "main", "title", "meta", "link");
    private static final Set<String> FORM =
            Set.of("button", "details", "fieldset", "form", "input", "label", "legend", "summary", "textarea");
    private static final Set<String> ATTRIBUTES = Set.of(
            "class",
            "id",
            "lang",
            "dir",
            "href",
            "hreflang",
            "aria-label",
            "aria-labelledby",
            "src",
            "alt",
            "width",
            "height",
            "rel",
            "scope",
            "colspan",
            "rowspan",
            "data-carelet",
            "data-carelet-review",
            "data-carelet-aspect");
    private static final Set<String> FRAME_ATTRIBUTES = Set.of(
            "charset",
            "name",
            "content",
            "integrity",
            "crossorigin",
            "type",
            "hreflang",
            "href",
            "rel",
            "lang",
            "dir",
            "class",
            "data-carelet-theme");
    private static final Set<String> FORM_ATTRIBUTES = Set.of(
            "action",
            "form",
            "formaction",
            "method",
            "novalidate",
            "type",
            "name",
            "value",
            "for",
            "required",
            "checked",
            "open",
            "rows",
            "tabindex",
            "autocomplete",
            "inputmode",
            "target",
            "role",
            "data-carelet-next",
            "data-carelet-typed",
            "data-carelet-offline",
            "data-carelet-sending",
            "data-carelet-soon",
            "data-carelet-stay",
            "data-carelet-cleared");

    private final boolean withForms;
    private int elements;
    private int attributes;

    /** Looks at fragments and pages, or also at those of the booking flow. */
    public AllowedDom(boolean withForms) {
        this.withForms = withForms;
    }

    /** Returns what has no business there. */
    public List<String> violations(String html) {
        Document page = Jsoup.parse(html);
        List<String> found = new ArrayList<>();
        Elements data = page.select("script[type=application/ld+json]");
        data.stream()
                .filter(each -> each.data().contains("<") || each.attributes().size() > 1)
                .forEach(each -> found.add("live data"));
        data.remove();
        if (withForms) {
            page.select("head > script").stream().filter(AllowedDom::isOurs).forEach(Element::remove);
        }
        for (Element element : page.getAllElements()) {
            elements++;
            check(element, found);
        }
        page.nodeStream().map(Node::nodeName).filter("#comment"::equals).forEach(found::add);
        if (!page.select("body meta, body link, body title, title + title").isEmpty()
                || page.select("link[rel=stylesheet]").size() > 1
                || !page.select("link:not([rel~=^(stylesheet|canonical|alternate)$])")
                        .isEmpty()) {
            found.add("more in the head");
        }
        return found;
    }

    /** A script of ours comes from our assets, is pinned by its hash, and has nothing in its element. */
    private static boolean isOurs(Element script) {
        return script.attributes().size() == 4
                && script.hasAttr("defer")
                && script.attr("src").matches("/[^?#]*/assets/[a-z]+\\.[0-9a-f]{12}\\.js")
                && script.attr("integrity").startsWith("sha384-")
                && script.attr("crossorigin").equals("anonymous")
                && script.data().isEmpty();
    }

    private void check(Element element, List<String> found) {
        String name = element.normalName();
        boolean frame = FRAME.contains(name);
        boolean form = withForms && FORM.contains(name);
        if (!frame && !form && !CONTENT.contains(name)) {
            found.add("<" + name + ">");
        }
        for (Attribute attribute : element.attributes()) {
            attributes++;
            String key = attribute.getKey();
            boolean known = frame ? FRAME_ATTRIBUTES.contains(key) : ATTRIBUTES.contains(key);
            boolean ofForms = withForms && (FORM_ATTRIBUTES.contains(key) || key.startsWith("aria-"));
            if (!known && !ofForms || !isFine(key, attribute.getValue())) {
                found.add("<" + name + " " + key + ">");
            }
        }
    }

    private static boolean isFine(String key, String value) {
        return switch (key) {
            case "href", "src" -> Link.isSafe(value) || value.matches("#[a-zA-Z0-9._-]+");
            case "action" -> value.startsWith("/");
            case "class" -> List.of(value.split(" ", -1)).stream().allMatch(each -> each.matches("carelet(-[a-z-]+)?"));
            case "id" -> value.matches("carelet-[a-zA-Z0-9._-]+|top");
            default -> true;
        };
    }

    /** Returns how much was looked at. */
    public String counts() {
        return elements + " elements, " + attributes + " attributes";
    }
}
