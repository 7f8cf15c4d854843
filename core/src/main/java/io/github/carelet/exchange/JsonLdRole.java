package io.github.carelet.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a page says to search engines about the clinic's facts in it, as schema.org JSON-LD. Two sites that both speak as
 * the owner compete for the same patient; so a partner says nothing unless it asks to.
 */
public enum JsonLdRole {
    /** All that the page shows, as the one it belongs to. The rule for the clinic's own pages. */
    OWNER,
    /** Only that the page mentions things which are described on the clinic's own pages. */
    REFERENCE,
    /** Nothing. The rule for everything that stands in somebody else's page. */
    NONE;

    /**
     * Returns the value of a code such as {@code reference}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static JsonLdRole parse(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + code + "' is no role for JSON-LD:"
                        + " expected one of "
                        + Arrays.stream(values()).map(JsonLdRole::code).collect(Collectors.joining(", "))));
    }

    /** Returns how it is written, such as {@code reference}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
