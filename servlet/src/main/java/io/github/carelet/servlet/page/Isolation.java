package io.github.carelet.servlet.page;

import java.util.Map;

/** What a document must say of itself, and so must each redirect on the way to it, to stand in a page that is cross-origin isolated. */
public final class Isolation {

    private static final Map<String, String> HEADERS =
            Map.of("Cross-Origin-Embedder-Policy", "require-corp", "Cross-Origin-Resource-Policy", "cross-origin");

    private Isolation() {}

    /** Returns the headers; none if no page around it is isolated. */
    public static Map<String, String> headers(boolean isolated) {
        return isolated ? HEADERS : Map.of();
    }
}
