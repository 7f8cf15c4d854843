package io.github.carelet.servlet.http;

import java.net.URI;
import java.util.Optional;

/** Origins as a Content Security Policy names them. */
public final class Origin {

    private Origin() {}

    /** Returns the origin of an absolute {@code http} or {@code https} address, such as {@code https://example.org:8443}. */
    public static String of(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    /**
     * Returns how a document names where it comes from: by {@code 'self'}, and by its origin beside it, since some releases of
     * WebKit match {@code 'self'} with nothing in a sandboxed document.
     *
     * @param publicUrl where the world sees the servlet
     */
    public static String self(Optional<URI> publicUrl) {
        return "'self'" + publicUrl.map(url -> " " + of(url)).orElse("");
    }
}
