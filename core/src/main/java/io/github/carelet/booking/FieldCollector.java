package io.github.carelet.booking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the fields of a body that is being read, up to so many. */
final class FieldCollector {

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final int most;
    private int count;

    FieldCollector(int most) {
        this.most = most;
    }

    void add(String name, String value) {
        count++;
        if (count > most) {
            throw new MalformedSubmissionException("the body has more than " + most + " fields");
        }
        if (!isWhole(name) || !isWhole(value)) {
            throw new MalformedSubmissionException("the body holds half a character");
        }
        fields.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    Submission submission() {
        return new Submission(fields);
    }

    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
