package io.github.carelet.servlet.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer as data. Header values are checked: nothing in them can end a line.
 *
 * @param status the HTTP status
 * @param headers header names and values
 * @param body the body, not to be changed by anybody
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] NOTHING = {};

    /** Copies the headers and checks their values. */
    public Reply {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        headers.forEach((name, value) -> {
            if (!value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f))) {
                throw new IllegalArgumentException(
                        "header " + name + " can't hold " + value.length() + " characters as given");
            }
        });
    }

    /** Returns an answer with neither headers nor body. */
    public static Reply of(int status) {
        return new Reply(status, Map.of(), NOTHING);
    }

    /** Returns an HTML document or fragment. */
    public static Reply html(int status, byte[] body) {
        return new Reply(status, Map.of("Content-Type", "text/html;charset=utf-8"), body);
    }

    /** Returns plain text. */
    public static Reply text(int status, String body) {
        return text(status, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns plain text, in UTF-8. */
    public static Reply text(int status, byte[] body) {
        return new Reply(status, Map.of("Content-Type", "text/plain;charset=utf-8"), body);
    }

    /** Returns a value as JSON: maps, lists, records, strings, numbers. */
    public static Reply json(int status, Object value) {
        return json(status, "application/json", value);
    }

    /** Returns a problem by RFC 9457: {@code status}, {@code title}, {@code code} and whatever more there is. */
    public static Reply problem(int status, String code, String title, Map<String, ?> more) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", title);
        problem.put("status", status);
        problem.put("code", code);
        problem.putAll(more);
        return json(status, "application/problem+json", problem);
    }

    /** Returns the same answer with one header more, or with another value of it. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }

    /** Returns the same answer with more headers. */
    public Reply with(Map<String, String> others) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(others);
        return new Reply(status, more, body);
    }

    /** Headers may hold a token, and bodies anything. */
    @Override
    public String toString() {
        return "Reply[" + status + ", " + body.length + " bytes]";
    }

    private static Reply json(int status, String type, Object value) {
        try {
            return new Reply(status, Map.of("Content-Type", type), JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("can't write " + value.getClass() + " as JSON", e);
        }
    }
}
