package io.github.carelet.importing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says about itself.
 *
 * @param title its title; empty if it has none
 * @param site the name of the site; empty if not said
 * @param url its own address; empty if not known
 * @param language the BCP 47 tag of its language; empty if not said
 * @param published when it first appeared
 */
record PageHead(String title, String site, String url, String language, Optional<LocalDate> published) {

    static final PageHead NONE = new PageHead("", "", "", "", Optional.empty());

    static PageHead of(Document page, String name) {
        Element canonical = page.selectFirst("link[rel=canonical]");
        String own = canonical == null ? "" : canonical.absUrl("href");
        String url = own.matches("(?i)https?://.+") ? own : name.matches("(?i)https?://.+") ? name : "";
        Element html = page.selectFirst("html[lang], body > .carelet[lang]");
        return new PageHead(
                Words.squeeze(page.title()),
                meta(page, "og:site_name"),
                url,
                language(html == null ? "" : html.attr("lang")),
                day(meta(page, "article:published_time")));
    }

    private static String meta(Document page, String name) {
        return page.select("meta").stream()
                .filter(each -> each.attr("property").equalsIgnoreCase(name)
                        || each.attr("name").equalsIgnoreCase(name))
                .map(each -> Words.squeeze(each.attr("content")))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.length() < 10 ? Optional.empty() : Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // not said in a form that means one day everywhere
        }
    }

    /** The region of the language says nothing about the text. */
    private static String language(String tag) {
        try {
            return new Locale.Builder()
                    .setLanguageTag(tag.replace('_', '-'))
                    .build()
                    .getLanguage();
        } catch (IllformedLocaleException e) {
            return "";
        }
    }
}
