package io.github.carelet.servlet.page;

import java.util.List;
import java.util.Optional;

/**
 * The frame of a whole HTML document, for {@code layout/document.jte}.
 *
 * @param language the BCP 47 tag of its text
 * @param direction {@code ltr} or {@code rtl}
 * @param title what stands in the tab
 * @param stylesheet where the stylesheet is
 * @param indexed whether search engines may list it
 * @param links where else it can be found
 * @param scripts what runs when it has arrived; nothing may depend on it
 * @param theme its colours; empty if the visitor's system decides
 */
public record Document(
        String language,
        String direction,
        String title,
        Stylesheet stylesheet,
        boolean indexed,
        List<HeadLink> links,
        List<Script> scripts,
        Optional<Theme> theme) {

    /** Copies the lists. */
    public Document {
        links = List.copyOf(links);
        scripts = List.copyOf(scripts);
    }

    /** Returns a document that is found nowhere else, has no script, and leaves its colours to the visitor. */
    public Document(String language, String direction, String title, Stylesheet stylesheet, boolean indexed) {
        this(language, direction, title, stylesheet, indexed, List.of(), List.of(), Optional.empty());
    }

    /** Returns the same document with scripts. */
    public Document with(List<Script> scripts) {
        return new Document(language, direction, title, stylesheet, indexed, links, scripts, theme);
    }

    /** Returns the same document in a theme. */
    public Document in(Optional<Theme> theme) {
        return new Document(language, direction, title, stylesheet, indexed, links, scripts, theme);
    }

    /** Returns the same document with where else it can be found. */
    public Document found(List<HeadLink> links) {
        return new Document(language, direction, title, stylesheet, indexed, links, scripts, theme);
    }

    /**
     * A document that is to be found elsewhere.
     *
     * @param rel what it is to this one
     * @param href its address
     * @param type its media type, if it is another one
     * @param language the BCP 47 tag of its text, if it is the same in another language; {@code x-default} for whoever speaks none
     */
    public record HeadLink(String rel, String href, Optional<String> type, Optional<String> language) {

        /** Returns a link by what the document is to this one. */
        public static HeadLink of(String rel, String href) {
            return new HeadLink(rel, href, Optional.empty(), Optional.empty());
        }

        /** Returns the same document in a language. */
        public static HeadLink inLanguage(String language, String href) {
            return new HeadLink("alternate", href, Optional.empty(), Optional.of(language));
        }

        /** Returns the same document as another media type. */
        public static HeadLink ofType(String type, String href) {
            return new HeadLink("alternate", href, Optional.of(type), Optional.empty());
        }
    }

    /**
     * A stylesheet to link to.
     *
     * @param href its address
     * @param integrity its hash by Subresource Integrity
     */
    public record Stylesheet(String href, String integrity) {}

    /**
     * A script to load.
     *
     * @param href its address
     * @param integrity its hash by Subresource Integrity
     */
    public record Script(String href, String integrity) {}
}
