package io.github.carelet.catalog;

import java.util.List;

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

    /** Returns well-formed HTML with headings starting at {@code h1}; to be re-levelled with {@link #html(int)}. */
    public String html() {
        return html;
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
