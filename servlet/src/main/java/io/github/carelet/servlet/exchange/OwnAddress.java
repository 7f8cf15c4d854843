package io.github.carelet.servlet.exchange;

import io.github.carelet.servlet.http.Query;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of ours, as somebody else names it.
 *
 * @param path the path below the mount: {@code /book}, or that of a page
 * @param query its parameters, untrusted
 */
record OwnAddress(String path, Query query) {

    private static final Pattern PATH = Pattern.compile("/book|/pages/[a-z]{1,20}(/[a-z0-9-]{1,64})?");
    private static final int LONGEST = 2_000;

    /** Returns the address if it is one of ours; that of a fragment means the page of the same content. */
    static Optional<OwnAddress> parse(URI publicUrl, String text) {
        try {
            URI url = new URI(text.length() > LONGEST ? "" : text);
            if (!isSameOrigin(publicUrl, url) || !url.getRawPath().startsWith(publicUrl.getRawPath() + "/")) {
                return Optional.empty();
            }
            String path =
                    url.getRawPath().substring(publicUrl.getRawPath().length()).replaceFirst("^/fragments/", "/pages/");
            String query = url.getRawQuery() == null ? "" : url.getRawQuery();
            return PATH.matcher(path).matches()
                    ? Optional.of(new OwnAddress(path, Query.parse(query)))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty(); // what is no address is none of ours
        }
    }

    private static boolean isSameOrigin(URI ours, URI other) {
        return other.getHost() != null
                && other.getRawUserInfo() == null
                && other.getRawPath() != null
                && ours.getScheme().equalsIgnoreCase(other.getScheme())
                && lower(ours.getHost()).equals(lower(other.getHost()))
                && port(ours) == port(other);
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return lower(url.getScheme()).equals("https") ? 443 : 80;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
