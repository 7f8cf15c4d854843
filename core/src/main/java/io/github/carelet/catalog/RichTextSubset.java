package io.github.carelet.catalog;

import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/** The elements and attributes that a {@link RichText} may have; notes each that it refuses. Used for one cleaning. */
final class RichTextSubset extends Safelist {

    static final Set<String> TAGS = Set.of(
            "p",
            "br",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "strong",
            "em",
            "a",
            "blockquote",
            "img",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td");

    private static final Set<String> SCOPES = Set.of("row", "col", "rowgroup", "colgroup");

    private final Set<String> removed;

    RichTextSubset(Set<String> removed) {
        this.removed = removed;
    }

    @Override
    public boolean isSafeTag(String tag) {
        boolean safe = TAGS.contains(tag);
        if (!safe && !tag.equals("body")) {
            removed.add("<" + tag + ">");
        }
        return safe;
    }

    @Override
    public boolean isSafeAttribute(String tag, Element element, Attribute attribute) {
        String name = attribute.getKey();
        boolean safe = isSafe(tag + " " + name, attribute.getValue());
        boolean ours = name.equals("rel");
        if (!safe && !ours) {
            removed.add("<" + tag + " " + name + ">");
        }
        return safe;
    }

    private static boolean isSafe(String place, String value) {
        return switch (place) {
            case "a href" -> isLink(value);
            case "img src" ->
                isLink(value)
                        && (value.strip().startsWith("/") || Link.parse(value).isWeb());
            case "img alt" -> true;
            case "img width", "img height" -> value.matches("[1-9][0-9]{0,3}");
            case "td colspan", "td rowspan", "th colspan", "th rowspan" -> value.matches("[1-9][0-9]?");
            case "th scope" -> SCOPES.contains(value);
            default -> false;
        };
    }

    private static boolean isLink(String value) {
        try {
            return !Link.parse(value).href().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
