package io.github.carelet.catalog;

import java.util.List;

/**
 * A part of a treatment, condition or article that may be shown alone.
 *
 * @param id its id, unique in the item
 * @param aspect what it is about
 * @param heading its heading; an empty text if it has none
 * @param body its text; blank if it has none
 * @param requires ids of sections of the same item without which this one is never shown
 */
public record Section(
        String id, Aspect aspect, Localized<String> heading, Localized<RichText> body, List<String> requires) {

    /** Copies the list. */
    public Section {
        requires = List.copyOf(requires);
    }
}
