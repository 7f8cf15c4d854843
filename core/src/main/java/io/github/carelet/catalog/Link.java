package io.github.carelet.catalog;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * A link that is safe to put in a page: {@code http}, {@code https}, {@code mailto}, {@code tel}, or a path on the same
 * site. It is parsed once, when the catalogue is read; nothing else ever becomes an {@code href}.
 *
 * @param href the link as it is written in a page, ASCII only
 */
public record Link(String href) {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    /** Checks the link. */
    public Link {
        if (!isSafe(href)) {
            throw new IllegalArgumentException(
                    "'" + href + "' is no link: expected http, https, mailto, tel or a path that starts with one '/'");
        }
    }

    /**
     * Returns the link that a person has written: letters beyond ASCII in it are encoded (RFC 3987, section 3.1).
     *
     * @throws IllegalArgumentException if it is not safe
     */
    public static Link parse(String text) {
        try {
            return new Link(new URI(text.strip()).toASCIIString());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is no link", e);
        }
    }

    /** Returns whether the link leads to another site, so not to a path, an address or a number. */
    public boolean isWeb() {
        return href.regionMatches(true, 0, "http", 0, 4);
    }

    /** Returns whether the text may become a link as it stands. */
    public static boolean isSafe(String text) {
        try {
            URI uri = new URI(text);
            if (!text.equals(uri.toASCIIString())) {
                return false;
            }
            String scheme = uri.getScheme();
            if (scheme == null) {
                return text.startsWith("/") && !text.startsWith("//") && !text.startsWith("/\\");
            }
            scheme = scheme.toLowerCase(Locale.ROOT);
            boolean web = scheme.startsWith("http");
            return SCHEMES.contains(scheme) && (!web || (uri.getHost() != null && uri.getRawUserInfo() == null));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
