package io.github.carelet.servlet.form;

import io.github.carelet.Partner;
import io.github.carelet.booking.BookingDesk;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Localized;
import io.github.carelet.language.LanguageTag;
import io.github.carelet.language.Languages;
import io.github.carelet.language.Messages;
import io.github.carelet.servlet.page.LanguageLink;
import io.github.carelet.servlet.page.Source;
import io.github.carelet.servlet.page.Theme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Who asks, as far as it matters for an answer: in which language, through which partner, at which mount.
 *
 * @param catalog what is offered
 * @param language the offered language of content
 * @param languages the languages that the interface speaks
 * @param partner through whom, if anybody
 * @param source from which page of theirs, if that is said
 * @param links the addresses of the mount
 */
record Visitor(
        Catalog catalog,
        String language,
        Languages languages,
        Optional<Partner> partner,
        Optional<String> source,
        Links links) {

    /** Returns a visitor who asked for a language; the clinic's first one stands in for one that it does not offer. */
    static Visitor of(
            Catalog catalog, Languages languages, Optional<String> lang, Optional<Partner> partner, Links links) {
        String language = lang.filter(LanguageTag::isWellFormed)
                .flatMap(tag -> LanguageTag.lookup(tag, catalog.clinic().languages()))
                .orElseGet(() -> catalog.clinic().defaultLanguage());
        return new Visitor(catalog, language, languages, partner, Optional.empty(), links);
    }

    /** Returns what the interface says. */
    Messages words() {
        return languages.in(language, catalog.clinic().defaultLanguage());
    }

    /** Returns the same visitor, asking for another language of the clinic. */
    Visitor in(String tag) {
        return new Visitor(catalog, tag, languages, partner, source, links);
    }

    /** Returns the same visitor with another catalogue before them. */
    Visitor offered(Catalog other) {
        return new Visitor(other, language, languages, partner, source, links);
    }

    /** Returns the same visitor, come from a page of the partner, or a campaign. */
    Visitor from(Optional<String> where) {
        return new Visitor(catalog, language, languages, partner, where, links);
    }

    /** Returns the ways to a document in the other languages of the clinic. */
    List<LanguageLink> inOthers(UnaryOperator<String> href) {
        return LanguageLink.others(languages, catalog.clinic().languages(), language, href);
    }

    /** Returns a text of the catalogue, with the language that it is really in. */
    Localized.Value<String> say(Localized<String> text) {
        return text.in(language);
    }

    /** Returns a text of the interface. */
    Localized.Value<String> say(String key, Object... arguments) {
        return new Localized.Value<>(words().text(key, arguments), words().language());
    }

    /** Returns the parameters of a step: the choice, and what is known of the visitor. None of them is about a person. */
    Map<String, String> parameters(Choice choice) {
        Map<String, String> parameters = new LinkedHashMap<>();
        choice.type().ifPresent(type -> parameters.put("type", type.id()));
        choice.treatment().ifPresent(treatment -> parameters.put("treatment", treatment.id()));
        choice.condition().ifPresent(condition -> parameters.put("condition", condition.id()));
        choice.location().ifPresent(location -> parameters.put("location", location.id()));
        if (!language.equals(catalog.clinic().defaultLanguage())) {
            parameters.put("lang", language);
        }
        partner.ifPresent(known -> parameters.put("partner", known.id()));
        source.ifPresent(where -> parameters.put(Source.PARAMETER, where));
        links.theme().ifPresent(theme -> parameters.put(Theme.PARAMETER, theme.code()));
        return parameters;
    }

    /**
     * Returns the same as fields of a form that is sent by POST: partner and theme stand in its address, the source is signed beside
     * the token, the language always goes along.
     */
    Map<String, String> choice(Choice choice) {
        Map<String, String> fields = parameters(choice);
        fields.keySet().removeAll(List.of("partner", Source.PARAMETER, Theme.PARAMETER));
        fields.put("lang", language);
        return fields;
    }

    /** Returns the token of a form that is shown now. */
    String freshToken(BookingDesk desk) {
        return desk.issueToken(partner.map(Partner::id)).value();
    }

    /** Returns what the form with a token carries beside it to say where it was opened. */
    Optional<String> ref(BookingDesk desk, String token) {
        return source.flatMap(where -> desk.refer(token, where));
    }

    /** Returns where the form begins anew. */
    String firstStep() {
        Choice nothing = new Choice(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return links.book(parameters(nothing));
    }
}
