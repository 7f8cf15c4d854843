package io.github.carelet.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;

/**
 * A value in one or several languages, with the language it was first written in.
 *
 * <p>{@link #in} never fails: a language that is missing falls back, by the lookup of RFC 4647 section 3.4, to a shorter
 * tag, then to the original language. What comes back says which language it really is, so that it can be marked up.
 *
 * @param <T> what is said in each language, {@code String} or {@link RichText}
 * @param values the values by BCP 47 tag, at least one, in the order of the source
 * @param original the tag of {@code values} to fall back to
 */
public record Localized<T>(Map<String, T> values, String original) {

    /** Copies the values and checks that the original is among them. */
    public Localized {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        if (!values.containsKey(original)) {
            throw new IllegalArgumentException(
                    "no value in the original language '" + original + "', only " + values.keySet());
        }
    }

    /** A value together with the language that it is in. */
    public record Value<T>(T value, String language) {}

    /** Returns a value that exists in one language only. */
    public static <T> Localized<T> of(String language, T value) {
        return new Localized<>(Map.of(language, value), language);
    }

    /** Returns the value in the given language, or in the nearest one that there is. */
    public Value<T> in(String language) {
        for (String tag = language; !tag.isEmpty(); tag = shorter(tag)) {
            for (Entry<String, T> each : values.entrySet()) {
                if (each.getKey().equalsIgnoreCase(tag)) {
                    return new Value<>(each.getValue(), each.getKey());
                }
            }
        }
        return new Value<>(valueIn(original), original);
    }

    /** Returns the same languages with each value mapped. */
    public <R> Localized<R> map(Function<? super T, ? extends R> mapper) {
        Map<String, R> mapped = new LinkedHashMap<>();
        values.forEach((tag, value) -> mapped.put(tag, mapper.apply(value)));
        return new Localized<>(mapped, original);
    }

    private T valueIn(String tag) {
        T value = values.get(tag);
        if (value == null) {
            throw new IllegalStateException("no value in '" + tag + "'");
        }
        return value;
    }

    /** RFC 4647, 3.4: cut the last subtag, and a single letter before it with it. */
    private static String shorter(String tag) {
        int cut = tag.lastIndexOf('-');
        if (cut > 1 && tag.charAt(cut - 2) == '-') {
            cut -= 2;
        }
        return cut < 0 ? "" : tag.substring(0, cut);
    }
}
