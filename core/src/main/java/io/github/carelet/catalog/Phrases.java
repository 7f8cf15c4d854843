package io.github.carelet.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds phrases in sentences, word by word, in a time that does not depend on how many there are. Filled, then asked. */
final class Phrases<T> {

    /**
     * A phrase that was found.
     *
     * @param from the index of its first word
     * @param to the index after its last word
     * @param meaning what it was put in for
     */
    record Found<T>(int from, int to, T meaning) {

        /** Returns whether all of another one lies in this one. */
        boolean covers(Found<T> other) {
            return from <= other.from && to >= other.to;
        }
    }

    private final Map<String, Phrases<T>> longer = new HashMap<>();
    private Optional<T> meaning = Optional.empty();

    /** Adds a phrase of at least one word; the first meaning of the same words stays. */
    void put(List<String> words, T means) {
        Phrases<T> at = this;
        for (String word : words) {
            at = at.longer.computeIfAbsent(word, next -> new Phrases<>());
        }
        at.meaning = at.meaning.or(() -> Optional.of(means));
    }

    boolean isEmpty() {
        return longer.isEmpty();
    }

    /** Returns every phrase among some words, also those that overlap, in the order of their first words. */
    List<Found<T>> in(List<String> words) {
        List<Found<T>> found = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            Optional<Phrases<T>> at = next(words.get(from));
            for (int to = from + 1; at.isPresent(); to++) {
                if (at.get().meaning.isPresent()) {
                    found.add(new Found<>(from, to, at.get().meaning.get()));
                }
                at = to < words.size() ? at.get().next(words.get(to)) : Optional.empty();
            }
        }
        return found;
    }

    private Optional<Phrases<T>> next(String word) {
        return Optional.ofNullable(longer.get(word));
    }
}
