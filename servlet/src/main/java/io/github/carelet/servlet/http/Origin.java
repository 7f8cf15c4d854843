package io.github.carelet.servlet.http;

import java.net.URI;

/** Origins as a Content Security Policy names them. */
public final class Origin {

    private Origin() {}

    /** Returns the origin of an absolute {@code http} or {@code https} address, such as {@code https://example.org:8443}. */
    public static String of(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
