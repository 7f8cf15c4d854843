package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.RichText;
import java.util.Optional;

/**
 * A section as it is shown.
 *
 * @param id its id in the page
 * @param level the level of its heading, or of the first one in it if it has none itself
 * @param heading its heading; empty if it has none
 * @param aspect what it is about, as in the catalogue
 * @param body its text
 * @param language the BCP 47 tag of the body
 * @param direction {@code ltr} or {@code rtl}
 * @param foreign whether the page around it is in another language
 */
public record Passage(
        String id,
        int level,
        Optional<Text> heading,
        String aspect,
        RichText body,
        String language,
        String direction,
        boolean foreign) {

    /** Returns the body with its headings below that of the section. */
    public String html() {
        return body.html(heading.isPresent() ? Rendition.below(level) : level);
    }
}
