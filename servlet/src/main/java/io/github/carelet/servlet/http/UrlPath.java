package io.github.carelet.servlet.http;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Paths as they stand in URLs (RFC 3986). */
final class UrlPath {

    private static final String SAFE = "-._~!$&'()*+,=:@/";

    private UrlPath() {}

    /**
     * Returns a path that is safe in a URL, in a header and at the start of a link: two slashes there would name a host.
     *
     * @param encoded whether {@code %} in it starts an escape already
     */
    static String encode(String path, boolean encoded) {
        String single = path.startsWith("//") ? path.replaceFirst("^/+", "/") : path;
        if (single.chars().allMatch(c -> isSafe((char) c, encoded))) {
            return single;
        }
        StringBuilder url = new StringBuilder();
        for (byte each : single.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            if (isSafe(c, encoded)) {
                url.append(c);
            } else {
                url.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
            }
        }
        return url.toString();
    }

    private static boolean isSafe(char c, boolean encoded) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || SAFE.indexOf(c) >= 0
                || (encoded && c == '%');
    }
}
