package io.github.carelet.servlet.embed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The origin of a page, as browsers compare it with what {@code frame-ancestors} names (Content Security Policy 3, 6.7.2.8).
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case
 * @param port as in the address, or that of the scheme
 */
public record PageOrigin(String scheme, String host, int port) {

    private static final int LONGEST = 2_000;

    /** Returns the origin of an absolute address of a page, or an origin; empty if the text is neither. */
    public static Optional<PageOrigin> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.strip());
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && uri.getHost() != null
                    ? Optional.of(new PageOrigin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port(scheme, uri)))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty(); // what somebody types is no address yet
        }
    }

    /** Returns whether one of these origins lets a page of this one frame what names them. */
    public boolean isAmong(Collection<String> origins) {
        return origins.stream().flatMap(each -> of(each).stream()).anyMatch(this::matches);
    }

    /** What names http and its usual port also means https and its usual port. */
    private boolean matches(PageOrigin named) {
        boolean upgraded = named.scheme.equals("http") && named.port == 80 && scheme.equals("https") && port == 443;
        return host.equals(named.host)
                && (upgraded || (port == named.port && (scheme.equals(named.scheme) || scheme.equals("https"))));
    }

    private static int port(String scheme, URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
    }

    @Override
    public String toString() {
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
