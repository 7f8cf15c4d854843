package io.github.carelet.servlet.http;

/** The list of entity tags in {@code If-None-Match} (RFC 9110, 13.1.2). */
final class EntityTags {

    private EntityTags() {}

    /** Returns whether the list holds the tag, by weak comparison, or is {@code *}. What can't be read matches nothing. */
    static boolean match(String header, String tag) {
        if (header.equals(tag) || header.strip().equals("*")) {
            return true;
        }
        for (int start = header.indexOf('"'); start >= 0; ) {
            int end = header.indexOf('"', start + 1);
            if (end < 0) {
                return false;
            }
            if (header.substring(start, end + 1).equals(tag)) {
                return true;
            }
            start = header.indexOf('"', end + 1);
        }
        return false;
    }
}
