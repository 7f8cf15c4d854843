package io.github.carelet.catalog;

import java.util.List;

/**
 * Somebody who treats patients.
 *
 * @param id their id
 * @param name their name
 * @param role what they do, such as {@code Physical therapist}; an empty text if that is not said
 * @param locations ids of the locations where they work; all of them where the catalogue names none
 * @param languages BCP 47 tags of the languages they speak
 */
public record Practitioner(
        String id, Localized<String> name, Localized<String> role, List<String> locations, List<String> languages) {

    /** Copies the lists. */
    public Practitioner {
        locations = List.copyOf(locations);
        languages = List.copyOf(languages);
    }
}
