package io.github.carelet.catalog;

/**
 * Something that is wrong with a catalogue, and where.
 *
 * @param severity whether the catalogue can be used all the same
 * @param file the file, as it was named to the reader
 * @param pointer the place in it, a JSON pointer (RFC 6901)
 * @param line the line, from 1; 0 if there is none
 * @param value the offending value, shortened; empty if there is none
 * @param expected what was expected there
 */
public record CatalogProblem(Severity severity, String file, String pointer, int line, String value, String expected) {

    /** Whether a catalogue with a problem can be used. */
    public enum Severity {
        /** It is refused as a whole. */
        ERROR,
        /** It is used. */
        WARNING
    }

    /** Returns one line for people: {@code clinic.json:12 /locations/0/phone: '626' - expected ...}. */
    @Override
    public String toString() {
        String place = file + (line > 0 ? ":" + line : "") + " " + (pointer.isEmpty() ? "/" : pointer);
        return severity.name().toLowerCase(java.util.Locale.ROOT) + " " + place + ": "
                + (value.isEmpty() ? "" : "'" + value + "' - ") + "expected " + expected;
    }
}
