package io.github.carelet.servlet.staff;

import io.github.carelet.servlet.http.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One thing that the inbox answers.
 *
 * @param method {@code GET}, for which {@code HEAD} goes too, or {@code POST}
 * @param path below {@code staff/}; a segment in braces stands for any that is not empty
 * @param admin whether only an administrator gets it
 * @param action gives the answer
 */
record Route(String method, String path, boolean admin, Action action) {

    /** Gives an answer. */
    @FunctionalInterface
    interface Action {

        /**
         * Answers.
         *
         * @throws IOException if the client is gone
         */
        Reply on(Visit visit) throws IOException;
    }

    static Route get(String path, Action action) {
        return new Route("GET", path, false, action);
    }

    static Route post(String path, Action action) {
        return new Route("POST", path, false, action);
    }

    Route forAdmins() {
        return new Route(method, path, true, action);
    }

    /** Returns what stands where the path has names; empty if it is another path. */
    Optional<Map<String, String>> match(List<String> segments) {
        List<String> parts = List.of(path.split("/", -1));
        if (parts.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> names = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            String segment = segments.get(i);
            if (part.startsWith("{") && !segment.isEmpty()) {
                names.put(part.substring(1, part.length() - 1), segment);
            } else if (!part.equals(segment)) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }
}
