package io.github.carelet.booking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forms that are filled in correctly, to be changed field by field. */
final class Forms {

    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private Forms() {}

    /** A form without fields. */
    static Forms empty() {
        return new Forms();
    }

    /** The shortest form that is accepted on 2026-11-23. */
    static Forms valid() {
        return new Forms()
                .with("type", "visit")
                .with("location", "arcadia")
                .with("preferred", "2026-12-01/morning")
                .with("givenName", "Ada")
                .with("phone", "626-555-0123")
                .with("consent", "2026-11");
    }

    /** The shortest form of the type that asks everything. */
    static Forms asking() {
        return valid().with("type", "asking").with("answers.side", "0");
    }

    Forms with(String name, String... values) {
        fields.put(name, new ArrayList<>(Arrays.asList(values)));
        return this;
    }

    Forms without(String name) {
        fields.remove(name);
        return this;
    }

    Submission submission() {
        return new Submission(fields);
    }

    Submission submission(FormToken token) {
        return with("token", token.value()).submission();
    }
}
