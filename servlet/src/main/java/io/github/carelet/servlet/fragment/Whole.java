package io.github.carelet.servlet.fragment;

import gg.jte.Content;
import io.github.carelet.servlet.page.Assistance;
import io.github.carelet.servlet.page.Document;
import io.github.carelet.servlet.page.LanguageLink;
import java.util.List;
import java.util.Optional;

/**
 * A fragment as a whole document.
 *
 * @param document the frame
 * @param home the clinic's name, which leads to its page
 * @param fragment the one root element
 * @param otherLanguages what the ways to other languages are called
 * @param languages the ways to the same in other languages
 * @param assistance the clinic's notice of help in other languages
 */
public record Whole(
        Document document,
        Anchor home,
        Content fragment,
        String otherLanguages,
        List<LanguageLink> languages,
        Optional<Assistance> assistance) {

    /** Copies the list. */
    public Whole {
        languages = List.copyOf(languages);
    }
}
