package io.github.carelet.servlet.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The parameters of a URL, untrusted. Read from the query string and never from the body.
 *
 * @param parameters every value of each name, in the order sent
 */
public record Query(Map<String, List<String>> parameters) {

    /** Copies the parameters. */
    public Query {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        parameters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        parameters = Collections.unmodifiableMap(copy);
    }

    /** Returns the parameters of a raw query string, UTF-8; a part that can't be decoded stays as it is. */
    public static Query parse(String raw) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
        return new Query(parameters);
    }

    /** Returns the first value of a parameter; empty if there is none or it is empty. */
    public Optional<String> first(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().filter(value -> !value.isEmpty());
    }

    /** Returns parameters as the end of a URL, in UTF-8: empty, or with the question mark. */
    public static String written(Map<String, String> parameters) {
        return parameters.isEmpty() ? "" : "?" + joined(parameters);
    }

    /** Returns parameters as a browser would write them, in UTF-8, without the question mark. */
    public static String joined(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
