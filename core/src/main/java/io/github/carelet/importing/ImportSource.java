package io.github.carelet.importing;

import java.util.Locale;

/**
 * A page or a text as it came.
 *
 * @param name what to call it in the report: a file name or a URL; relative links are resolved against a URL
 * @param content its bytes, not copied; empty if it could not be had
 * @param contentType what its sender says it is, such as {@code text/html; charset=utf-8}; empty to look at the name and at
 *     the bytes
 * @param problem why it could not be had; empty if it could
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; copying 20 MB would help nobody
public record ImportSource(String name, byte[] content, String contentType, String problem) {

    /** Returns a source of which only name and bytes are known. */
    public static ImportSource of(String name, byte[] content) {
        return new ImportSource(name, content, "", "");
    }

    /** Returns a source with the type that its sender gave. */
    public static ImportSource of(String name, byte[] content, String contentType) {
        return new ImportSource(name, content, contentType, "");
    }

    /** Returns a source that could not be had, which stands in the report with the reason. */
    public static ImportSource missing(String name, String problem) {
        return new ImportSource(name, new byte[0], "", problem);
    }

    /** Returns the URL that links are relative to; empty if the source is a file. */
    String base() {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") ? name : "";
    }

    @Override
    public String toString() {
        return name + " (" + content.length + " bytes, '" + contentType + "')";
    }
}
