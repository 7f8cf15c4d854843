package io.github.carelet.importing;

import java.util.Locale;
import java.util.Optional;

/**
 * A block of text of a source, and what became of it.
 *
 * @param text the text as it stood there, in one line
 * @param status what became of it
 * @param to where in the draft it is, as a JSON pointer (RFC 6901); empty if it is nowhere
 * @param reason why it was dropped, or what to know about where it went; empty if there is nothing to say
 */
public record ReportBlock(String text, Status status, Optional<String> to, String reason) {

    /** What became of a block. */
    public enum Status {
        /** It is in the draft. */
        MAPPED,
        /** It was left out, for the reason that is given. */
        DROPPED,
        /** No rule knew what to do with it: somebody should look. */
        UNMAPPED;

        /** Returns the word for it in a report. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns how many words it has. */
    int words() {
        return Words.count(text);
    }
}
