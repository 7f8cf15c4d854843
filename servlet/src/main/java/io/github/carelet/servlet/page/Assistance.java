package io.github.carelet.servlet.page;

import io.github.carelet.catalog.Clinic;
import io.github.carelet.catalog.LanguageAssistance;
import io.github.carelet.catalog.Link;
import io.github.carelet.catalog.Localized;
import io.github.carelet.language.Direction;
import io.github.carelet.language.Languages;
import io.github.carelet.language.Messages;
import java.util.List;
import java.util.Optional;

/**
 * The clinic's notice of help in other languages, for {@code layout/assistance.jte}.
 *
 * @param heading what it is
 * @param here the notice in the language of the page
 * @param elsewhere the notice in every other language that the clinic has it in
 * @param more the words for the link to the full notice
 * @param href where the full notice is
 */
public record Assistance(String heading, Said here, List<Said> elsewhere, String more, Optional<String> href) {

    /** Copies the list. */
    public Assistance {
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * The notice in one language.
     *
     * @param language its BCP 47 tag
     * @param direction {@code ltr} or {@code rtl}
     * @param name what the language calls itself
     * @param text the notice
     */
    public record Said(String language, String direction, String name, String text) {}

    /** Returns the notice of a clinic, if it has one. */
    public static Optional<Assistance> of(Clinic clinic, String language, Messages words, Languages languages) {
        return clinic.languageAssistance()
                .map(notice -> of(notice, notice.text().in(language), words, languages));
    }

    private static Assistance of(
            LanguageAssistance notice, Localized.Value<String> here, Messages words, Languages languages) {
        List<Said> elsewhere = notice.text().values().entrySet().stream()
                .filter(each -> !each.getKey().equals(here.language()))
                .map(each -> said(each.getKey(), each.getValue(), languages))
                .toList();
        return new Assistance(
                words.text("languages.help"),
                said(here.language(), here.value(), languages),
                elsewhere,
                words.text("languages.help.more"),
                notice.url().map(Link::href));
    }

    private static Said said(String language, String text, Languages languages) {
        return new Said(language, Direction.of(language), languages.ownName(language), text);
    }
}
