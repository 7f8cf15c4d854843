package io.github.carelet.catalog;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * A small, safe subset of HTML that was cleaned when it was read: the only markup of a catalogue that reaches a page.
 *
 * <p>Can only be made by {@link RichTextCleaner}, which builds a new tree of what is allowed instead of deleting from
 * the old one.
 */
public final class RichText {

    private final String html;
    private final List<String> removed;

    RichText(String html, List<String> removed) {
        this.html = html;
        this.removed = List.copyOf(removed);
    }

    /** Returns well-formed HTML, its headings as they were written; {@link #html(int)} fits them in a page. */
    public String html() {
        return html;
    }

    /** Returns the HTML with its highest heading at the given level, 1 to 6, and the others below; none deeper than 6. */
    public String html(int firstHeading) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        Elements headings = document.select("h1, h2, h3, h4, h5, h6");
        int highest = headings.stream().mapToInt(RichText::level).min().orElse(1);
        headings.forEach(each -> each.tagName("h" + Math.min(6, level(each) - highest + firstHeading)));
        return document.body().html();
    }

    private static int level(Element heading) {
        return heading.normalName().charAt(1) - '0';
    }

    /** Returns what the cleaner took out, each as a short description such as {@code <script>}; empty if nothing. */
    public List<String> removed() {
        return removed;
    }

    /** Returns whether there is nothing to read. */
    public boolean isBlank() {
        return html.isBlank();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RichText that && html.equals(that.html);
    }

    @Override
    public int hashCode() {
        return html.hashCode();
    }

    @Override
    public String toString() {
        return html;
    }
}
