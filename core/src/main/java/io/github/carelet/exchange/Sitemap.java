package io.github.carelet.exchange;

import io.github.carelet.catalog.Article;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Item;
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
    private static final int ADDRESSES_IN_PART = 10_000;

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

    /** A page, which there is in every language. */
    private record Entry(String path, Optional<LocalDate> changed) {}

    /**
     * Lists the pages of a catalogue.
     *
     * @param pages their addresses, which must be absolute
     * @param today the day at the clinic
     */
    public static Sitemap of(Catalog catalog, OwnPages pages, LocalDate today) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("clinic", Optional.empty()));
        entries.addAll(all(Kind.LOCATION, catalog.locations().stream().map(each -> page(Kind.LOCATION, each.id()))));
        entries.addAll(all(
                Kind.PRACTITIONER, catalog.practitioners().stream().map(each -> page(Kind.PRACTITIONER, each.id()))));
        entries.addAll(items(Kind.TREATMENT, catalog.treatments(), today));
        entries.addAll(items(Kind.CONDITION, catalog.conditions(), today));
        entries.addAll(items(Kind.ARTICLE, catalog.articles(), today));
        return new Sitemap(pages, catalog.clinic().languages(), entries);
    }

    /** Returns how many parts there are, at least one. */
    public int parts() {
        return (entries.size() + inPart() - 1) / inPart();
    }

    private int inPart() {
        return Math.max(1, ADDRESSES_IN_PART / languages.size());
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
        int first = (number - 1) * inPart();
        StringBuilder xml = new StringBuilder(HEAD)
                .append("<urlset xmlns=\"" + SPACE + "\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        for (Entry entry : entries.subList(first, Math.min(entries.size(), first + inPart()))) {
            languages.forEach(tag -> write(entry, tag, xml));
        }
        return xml.append("</urlset>\n").toString();
    }

    private void write(Entry entry, String language, StringBuilder xml) {
        xml.append("<url><loc>")
                .append(escaped(pages.page(entry.path(), language)))
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

    /** Returns the page of all of a kind and those of each, or nothing if there is none. */
    private static List<Entry> all(Kind kind, Stream<Entry> each) {
        List<Entry> entries = new ArrayList<>(List.of(new Entry(kind.path(), Optional.empty())));
        entries.addAll(each.toList());
        return entries.size() == 1 ? List.of() : entries;
    }

    private static Entry page(Kind kind, String id) {
        return new Entry(kind.path(id), Optional.empty());
    }

    private static List<Entry> items(Kind kind, List<? extends Item> items, LocalDate today) {
        return all(
                kind,
                items.stream()
                        .filter(each -> each.review().on(today) != ReviewState.WITHDRAWN && isOriginal(each))
                        .map(each -> new Entry(kind.path(each.id()), changed(each, today))));
    }

    private static Optional<LocalDate> changed(Item item, LocalDate today) {
        Optional<LocalDate> published = item instanceof Article article ? article.published() : Optional.empty();
        return Stream.of(item.review().reviewedOn(), published)
                .flatMap(Optional::stream)
                .filter(day -> !day.isAfter(today))
                .max(LocalDate::compareTo);
    }

    private static boolean isOriginal(Item item) {
        return !(item instanceof Article article) || article.canonicalUrl().isEmpty();
    }

    private static String escaped(String address) {
        return address.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}
