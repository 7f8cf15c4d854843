package io.github.carelet.servlet.form;

import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.PhoneNumber;
import io.github.carelet.language.Messages;
import io.github.carelet.servlet.page.Assistance;
import io.github.carelet.servlet.page.Document;
import java.util.List;
import java.util.Optional;

/**
 * What every document of the booking flow has, for {@code form/shell.jte}.
 *
 * @param document the frame
 * @param words what the interface says
 * @param clinic who the clinic is
 * @param phone the number to call
 * @param emergency what to do in an emergency, a sentence or two
 * @param news what the page around the frame may hear of it; empty if nothing
 * @param languages the ways to the same in other languages
 * @param assistance the clinic's notice of help in other languages
 */
public record Shell(
        Document document,
        Messages words,
        Localized.Value<String> clinic,
        PhoneNumber phone,
        List<Localized.Value<String>> emergency,
        Optional<String> news,
        LanguageSwitch languages,
        Optional<Assistance> assistance) {

    /** Copies the list. */
    public Shell {
        emergency = List.copyOf(emergency);
    }

    /** Returns the same with news for the page around. */
    Shell telling(Optional<String> other) {
        return new Shell(document, words, clinic, phone, emergency, other, languages, assistance);
    }

    /** Returns the same with other ways to other languages. */
    Shell with(LanguageSwitch other) {
        return new Shell(document, words, clinic, phone, emergency, news, other, assistance);
    }
}
