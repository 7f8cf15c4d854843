package io.github.carelet.exchange;

import io.github.carelet.catalog.Article;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Item;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.Practitioner;
import io.github.carelet.catalog.ReviewState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clinic's own pages for search engines, by the protocol of sitemaps.org 0.9, each page with its other languages. What
 * is withdrawn and what has its original elsewhere is not listed. The day of the last change is that of the last review or
 * publication, and is not claimed where neither is known. A catalogue of many pages is told in several parts with an index.
 * Immutable.
 */
public final class Sitemap {

    /** The protocol allows 50,000 addresses and 50 MB; with four languages this many take some 10 MB. */
    private static final int PAGES_IN_PART = 10_000;

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final OwnPages pages;
    private final List<String> languages;
    private final List<Entry> entries;

    private Sitemap(OwnPages pages, List<String> languages, List<Entry> entries) {
        this.pages = pages;
        this.languages = List.copyOf(languages);
        this.entries = List.copyOf(entries);
    }

    /** A page in one language. */
    private record Entry(String path, String language, Optional<LocalDate> changed) {}

    /**
     * Lists the pages of a catalogue.
     *
     * @param pages their addresses, which must be absolute
     * @param today the day at the clinic
     */
    public static Sitemap of(Catalog catalog, OwnPages pages, LocalDate today) {
        List<Entry> entries = new ArrayList<>();
        List<String> languages = catalog.clinic().languages();
        add("clinic", Optional.empty(), languages, entries);
        list(Kind.LOCATION, catalog.locations().stream().map(Location::id), languages, entries);
        list(Kind.PRACTITIONER, catalog.practitioners().stream().map(Practitioner::id), languages, entries);
        items(Kind.TREATMENT, shown(catalog.treatments(), today), languages, entries);
        items(Kind.CONDITION, shown(catalog.conditions(), today), languages, entries);
        items(Kind.ARTICLE, shown(catalog.articles(), today).filter(Sitemap::isOriginal), languages, entries);
        return new Sitemap(pages, languages, entries);
    }

    /** Returns how many parts there are, at least one. */
    public int parts() {
        return (entries.size() + PAGES_IN_PART - 1) / PAGES_IN_PART;
    }

    /**
     * Returns the index of all parts.
     *
     * @param address the address of a part but for its number
     */
    public String index(String address) {
        StringBuilder xml = new StringBuilder(HEAD).append("<sitemapindex xmlns=\"" + SPACE + "\">\n");
        for (int part = 1; part <= parts(); part++) {
            xml.append("<sitemap><loc>").append(escaped(address + part)).append("</loc></sitemap>\n");
        }
        return xml.append("</sitemapindex>\n").toString();
    }

    /**
     * Returns a part.
     *
     * @param number from 1 to {@link #parts}
     */
    public String part(int number) {
        if (number < 1 || number > parts()) {
            throw new IllegalArgumentException("no part " + number + " of a sitemap of " + parts());
        }
        int first = (number - 1) * PAGES_IN_PART;
        StringBuilder xml = new StringBuilder(HEAD)
                .append("<urlset xmlns=\"" + SPACE + "\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        entries.subList(first, Math.min(entries.size(), first + PAGES_IN_PART)).forEach(entry -> write(entry, xml));
        return xml.append("</urlset>\n").toString();
    }

    private void write(Entry entry, StringBuilder xml) {
        xml.append("<url><loc>")
                .append(escaped(pages.page(entry.path(), entry.language())))
                .append("</loc>");
        entry.changed().ifPresent(day -> xml.append("<lastmod>").append(day).append("</lastmod>"));
        if (languages.size() > 1) {
            languages.forEach(tag -> alternate(tag, pages.page(entry.path(), tag), xml));
            alternate("x-default", pages.page(entry.path(), pages.defaultLanguage()), xml);
        }
        xml.append("</url>\n");
    }

    private static void alternate(String language, String address, StringBuilder xml) {
        xml.append("<xhtml:link rel=\"alternate\" hreflang=\"")
                .append(language)
                .append("\" href=\"")
                .append(escaped(address))
                .append("\"/>");
    }

    private static void list(Kind kind, Stream<String> ids, List<String> languages, List<Entry> entries) {
        List<String> all = ids.toList();
        if (!all.isEmpty()) {
            add(kind.path(), Optional.empty(), languages, entries);
            all.forEach(id -> add(kind.path(id), Optional.empty(), languages, entries));
        }
    }

    private static void items(Kind kind, Stream<? extends Item> items, List<String> languages, List<Entry> entries) {
        List<? extends Item> all = items.toList();
        if (!all.isEmpty()) {
            add(kind.path(), Optional.empty(), languages, entries);
            all.forEach(each -> add(kind.path(each.id()), changed(each), languages, entries));
        }
    }

    private static void add(String path, Optional<LocalDate> changed, List<String> languages, List<Entry> entries) {
        languages.forEach(tag -> entries.add(new Entry(path, tag, changed)));
    }

    private static Optional<LocalDate> changed(Item item) {
        Optional<LocalDate> published = item instanceof Article article ? article.published() : Optional.empty();
        return Stream.of(item.review().reviewedOn(), published)
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo);
    }

    private static <T extends Item> Stream<T> shown(List<T> items, LocalDate today) {
        return items.stream().filter(each -> each.review().on(today) != ReviewState.WITHDRAWN);
    }

    private static boolean isOriginal(Article article) {
        return article.canonicalUrl().isEmpty();
    }

    private static String escaped(String address) {
        return address.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}
