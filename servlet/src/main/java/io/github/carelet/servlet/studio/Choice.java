package io.github.carelet.servlet.studio;

import io.github.carelet.catalog.Slug;
import io.github.carelet.language.LanguageTag;
import io.github.carelet.servlet.page.Theme;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to paste.
 *
 * @param subject what is to be shown
 * @param title what it is called: the words of a link, the name of a frame
 * @param partner the id of the partner whose page it is for; without it, a page of the clinic's own site
 * @param language the BCP 47 tag of the text
 * @param theme the colours; empty if they follow the visitor's system
 */
public record Choice(Subject subject, String title, Optional<String> partner, String language, Optional<Theme> theme) {

    /** Checks partner and language. */
    public Choice {
        partner.ifPresent(Slug::check);
        if (!LanguageTag.isWellFormed(language)) {
            throw new IllegalArgumentException("'" + language + "' is no language: expected a BCP 47 tag");
        }
    }

    /** Returns all that is not said by the path of an address, in the order in which it stands there. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (subject instanceof Subject.Form form) {
            parameters.putAll(form.known());
        }
        parameters.put("lang", language);
        partner.ifPresent(id -> parameters.put("partner", id));
        theme.ifPresent(each -> parameters.put(Theme.PARAMETER, each.code()));
        return Collections.unmodifiableMap(parameters);
    }

    /** Returns a parameter, as an attribute of an element. */
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(parameters().get(name));
    }
}
