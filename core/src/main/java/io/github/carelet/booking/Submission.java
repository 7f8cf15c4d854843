package io.github.carelet.booking;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a visitor sent, as it was sent: names and values, untrusted. Never prints its values.
 *
 * @param fields every value of each field, in the order sent
 */
public record Submission(Map<String, List<String>> fields) {

    /** The most fields that a submission may have, repeated ones counted each. */
    public static final int MAX_FIELDS = 64;

    /** Copies the fields. */
    public Submission {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        fields = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns the fields of an {@code application/x-www-form-urlencoded} body, in UTF-8.
     *
     * @throws MalformedSubmissionException if it is none
     */
    public static Submission ofForm(String body) {
        return FormBody.parse(body, MAX_FIELDS);
    }

    /**
     * Returns the fields of such a body as it came.
     *
     * @throws MalformedSubmissionException if it is none, or not in UTF-8
     */
    public static Submission ofForm(byte[] body) {
        return ofForm(body, MAX_FIELDS);
    }

    /**
     * Returns the fields of such a body of somebody who may send more of them.
     *
     * @param most how many, counting repeated ones
     * @throws MalformedSubmissionException if it is none, or not in UTF-8, or there are more
     */
    public static Submission ofForm(byte[] body, int most) {
        return FormBody.parse(Utf8.decode(body), most);
    }

    /**
     * Returns the fields of a body that somebody else has read.
     *
     * @throws MalformedSubmissionException if there are more than {@link #MAX_FIELDS}
     */
    public static Submission ofFields(Map<String, List<String>> fields) {
        return ofFields(fields, MAX_FIELDS);
    }

    /**
     * Returns the fields of such a body of somebody who may send more of them.
     *
     * @param most how many, counting repeated ones
     * @throws MalformedSubmissionException if there are more
     */
    public static Submission ofFields(Map<String, List<String>> fields, int most) {
        int count = fields.values().stream().mapToInt(List::size).sum();
        if (count > most) {
            throw new MalformedSubmissionException("the form has " + count + " fields");
        }
        return new Submission(fields);
    }

    /**
     * Returns the fields of a JSON object: strings, numbers and booleans as text, arrays of them as repeated fields,
     * objects ({@code answers}) as dotted names. {@code null} is as if the field were absent.
     *
     * @throws MalformedSubmissionException if it is none
     */
    public static Submission ofJson(byte[] body) {
        return JsonBody.parse(body);
    }

    /** Returns the first value of a field, trimmed; empty if there is none or it is blank. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Returns the values of a field, trimmed, without the blank ones. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return "Submission[" + fields.size() + " fields]";
    }
}
