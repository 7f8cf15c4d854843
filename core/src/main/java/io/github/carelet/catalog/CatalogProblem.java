package io.github.carelet.catalog;

/**
 * Something that is wrong with a catalogue, and where.
 *
 * @param severity whether the catalogue can be used all the same
 * @param check what found it
 * @param file the file, as it was named to the reader
 * @param pointer the place in it, a JSON pointer (RFC 6901)
 * @param line the line, from 1; 0 if there is none
 * @param value the offending value, shortened; empty if there is none
 * @param expected what was expected there
 */
public record CatalogProblem(
        Severity severity, Check check, String file, String pointer, int line, String value, String expected) {

    /** Whether a catalogue with a problem can be used. */
    public enum Severity {
        /** It is refused as a whole. */
        ERROR,
        /** It is used. */
        WARNING
    }

    /** What found a problem. All but {@link #FORM} find warnings only. */
    public enum Check {
        /** The file is there, and looks as it must to be read. */
        FORM,
        /** Only the allowed subset of HTML is kept. */
        MARKUP,
        /** Every text is there in every language of the clinic. */
        TRANSLATION,
        /** Every text has been reviewed, and not too long ago. */
        REVIEW,
        /** A treatment that goes under the skin or is taken or implanted says what can go wrong. */
        RISKS,
        /** Such a treatment says what its text rests on. */
        SOURCES,
        /**
         * An English section reads at grade 8 or below by Flesch-Kincaid and 10 or below by SMOG (for 30 words or more), in
         * sentences of at most 25 words. A list item is a sentence, a heading is none.
         */
        READABILITY,
        /** A term of the {@linkplain Clinic#plainWords() clinic's glossary} or of the built-in one stands beside a plain word. */
        JARGON,
        /** No English or Spanish text promises a cure, a guarantee or a treatment without risk. */
        PROMISE,
        /** Where times are offered it is known when it is open, and somebody who is named for them works there. */
        TIMES,
        /** Words that patients agree to have another version when they are others than those that were served before. */
        CONSENT
    }

    /** Returns one line for people: {@code clinic.json:12 /locations/0/phone: '626' - expected ...}. */
    @Override
    public String toString() {
        String place = file + (line > 0 ? ":" + line : "") + " " + (pointer.isEmpty() ? "/" : pointer);
        return severity.name().toLowerCase(java.util.Locale.ROOT) + " " + place + ": "
                + (value.isEmpty() ? "" : "'" + value + "' - ") + "expected " + expected;
    }
}
