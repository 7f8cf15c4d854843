package io.github.carelet.servlet.studio;

import java.util.Locale;

/**
 * Something to paste.
 *
 * @param kind what it is written in
 * @param code its text, without a line end at its end
 */
public record Snippet(Kind kind, String code) {

    /** What a snippet is written in; the least demanding first. */
    public enum Kind {
        /** A link that looks like a button, also after an editor has removed what its user may not use. */
        LINK,
        /** A frame, without any script. */
        FRAME,
        /** The script and one of its elements. */
        ELEMENT,
        /** A page of the same application, by the tag library. */
        JSP,
        /** A template of the same application. */
        THYMELEAF,
        /** Any other template engine of the same application. */
        JAVA;

        /** Returns the name that ids and messages hold. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
