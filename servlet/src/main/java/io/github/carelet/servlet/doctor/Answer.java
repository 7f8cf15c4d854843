package io.github.carelet.servlet.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back.
 *
 * @param status the HTTP status
 * @param headers by lower-case name
 * @param body its beginning, as UTF-8
 */
record Answer(int status, Map<String, List<String>> headers, String body) {

    private static final Pattern REHEARSED = Pattern.compile("data-carelet-rehearsal=\"([a-z]+)\"");

    List<String> all(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Returns whether a page of Carelet came through, whatever became of its headers. */
    boolean isOurs() {
        return body.contains("class=\"carelet");
    }

    /** Returns what Carelet says of a form that was only to arrive; blank if this is no answer to one. */
    String rehearsed() {
        Matcher matcher = REHEARSED.matcher(body);
        return matcher.find() ? matcher.group(1) : "";
    }

    boolean isRefusal() {
        return status == 401 || status == 403 || (status > 300 && status < 400);
    }
}
