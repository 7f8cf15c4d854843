package io.github.carelet.servlet.page;

import io.github.carelet.language.Direction;
import io.github.carelet.language.Languages;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The way to the same document in another language.
 *
 * @param tag the BCP 47 tag of the language
 * @param direction {@code ltr} or {@code rtl}, as its name is written
 * @param name what the language calls itself
 * @param href where the document is
 */
public record LanguageLink(String tag, String direction, String name, String href) {

    /**
     * Returns the ways to all languages that are offered but one.
     *
     * @param current the language of the document
     * @param href tells where the document is in a language
     */
    public static List<LanguageLink> others(
            Languages languages, List<String> offered, String current, UnaryOperator<String> href) {
        return offered.stream()
                .filter(tag -> !tag.equals(current))
                .map(tag -> new LanguageLink(tag, Direction.of(tag), languages.ownName(tag), href.apply(tag)))
                .toList();
    }
}
