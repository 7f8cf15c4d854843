package io.github.carelet.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What patients say when they don't know the name, such as {@code my back hurts}: words by which a search finds an item,
 * and which are never shown. Each language has its own, in any number: they are not translations of each other.
 *
 * @param byLanguage words or short phrases for each BCP 47 tag, in the order of the source
 */
public record PatientWords(Map<String, List<String>> byLanguage) {

    /** Nobody has said any. */
    public static final PatientWords NONE = new PatientWords(Map.of());

    /** Copies the map and the lists. */
    public PatientWords {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        byLanguage.forEach((tag, words) -> copy.put(tag, List.copyOf(words)));
        byLanguage = Collections.unmodifiableMap(copy);
    }
}
