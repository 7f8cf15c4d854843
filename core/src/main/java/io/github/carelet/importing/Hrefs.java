package io.github.carelet.importing;

import io.github.carelet.catalog.Link;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** Where a link of a page leads, as far as a catalogue may say so. */
final class Hrefs {

    private Hrefs() {}

    /** Returns the address, made absolute if the page's own is known; empty if a catalogue may not have it. */
    static String resolved(Element anchor) {
        String href = anchor.attr("href").strip();
        String lower = href.toLowerCase(Locale.ROOT);
        if (href.isEmpty() || href.startsWith("#")) {
            return "";
        }
        if (lower.startsWith("tel:")) {
            return Phones.ofLink(href).map(each -> "tel:" + each).orElse("");
        }
        String absolute = lower.startsWith("mailto:") ? href : anchor.absUrl("href");
        String candidate = absolute.isEmpty() ? href : absolute;
        return safe(candidate);
    }

    private static String safe(String href) {
        try {
            return Link.parse(href).href();
        } catch (IllegalArgumentException e) {
            return ""; // the text of the link stays
        }
    }
}
