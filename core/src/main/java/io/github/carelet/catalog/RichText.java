package io.github.carelet.catalog;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * A small, safe subset of HTML that was cleaned when it was read: the only markup of a catalogue that reaches a page.
 * Two are equal if their HTML is.
 *
 * <p>Can only be made by {@link RichTextCleaner}, which builds a new tree of what is allowed instead of deleting from
 * the old one. Immutable.
 */
public final class RichText {

    /** A tag of a heading: in cleaned HTML it has no attributes, and neither text nor attribute has a bare "<". */
    private static final Pattern HEADING = Pattern.compile("<(/?)h([1-6])>");

    private final String html;
    private final List<String> removed;

    RichText(String html, List<String> removed) {
        this.html = html;
        this.removed = List.copyOf(removed);
    }

    /** Returns well-formed HTML whose headings start at {@code h1}; {@link #html(int)} fits them in a page. */
    public String html() {
        return html;
    }

    /**
     * Returns the HTML with its headings moved down, so that they start at the given level. None gets deeper than
     * {@code h6}.
     *
     * @param firstHeading the level of what is {@code h1} in {@link #html()}, 1 to 6
     */
    public String html(int firstHeading) {
        if (firstHeading < 1 || firstHeading > 6) {
            throw new IllegalArgumentException("no heading level: " + firstHeading + "; expected 1 to 6");
        }
        return HEADING.matcher(html).replaceAll(tag -> {
            int level = tag.group(2).charAt(0) - '0' + firstHeading - 1;
            return "<" + tag.group(1) + "h" + Math.min(6, level) + ">";
        });
    }

    /** Returns what there is to read, without markup, in one line. */
    public String text() {
        return Jsoup.parseBodyFragment(html).text();
    }

    /** Returns what the cleaner took out, each as a short description such as {@code <script>}; empty if nothing. */
    public List<String> removed() {
        return removed;
    }

    /** Returns whether there is nothing to read or to see. */
    public boolean isBlank() {
        return !html.contains("<img ") && text().isBlank();
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
