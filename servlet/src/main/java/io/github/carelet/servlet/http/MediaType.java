package io.github.carelet.servlet.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a body is, from a {@code Content-Type} header.
 *
 * @param name type and subtype in lower case, such as {@code application/json}
 * @param charset the charset in lower case, if one is named
 */
public record MediaType(String name, Optional<String> charset) {

    /** Returns the media type of a request's only {@code Content-Type}; empty if there is none, several, or a broken one. */
    public static Optional<MediaType> of(List<String> headers) {
        return headers.size() == 1 ? parse(headers.get(0)) : Optional.empty();
    }

    /** Returns whether a body of this type is read as UTF-8: it says so, or says nothing. */
    public boolean isUtf8() {
        return charset.map("utf-8"::equals).orElse(true);
    }

    private static Optional<MediaType> parse(String header) {
        String[] parts = header.split(";", -1);
        String name = lower(parts[0]);
        if (!name.matches("[a-z0-9.+-]+/[a-z0-9.+-]+")) {
            return Optional.empty();
        }
        Optional<String> charset = Optional.empty();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            if (lower(pair[0]).equals("charset")) {
                String value = pair.length < 2 ? "" : lower(pair[1]).replace("\"", "");
                if (charset.filter(first -> !first.equals(value)).isPresent()) {
                    return Optional.empty();
                }
                charset = Optional.of(value);
            }
        }
        return Optional.of(new MediaType(name, charset));
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
