package io.github.carelet.servlet.form;

import io.github.carelet.Carelet;
import io.github.carelet.Partner;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.language.LanguageTag;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.page.Source;
import io.github.carelet.servlet.page.Theme;
import java.util.Optional;

/** Makes a {@link Visitor} of a request. */
record Visitors(Carelet carelet) {

    /** Returns the visitor whom the parameters of the URL describe; what is wrong there counts as not said. */
    Visitor byQuery(Exchange exchange) {
        Query query = exchange.query();
        return of(exchange, query.first("lang"), query.first("partner")).from(Source.of(query));
    }

    /** Returns a visitor. */
    Visitor of(Exchange exchange, Optional<String> lang, Optional<String> partner) {
        Optional<Partner> known = partner.flatMap(carelet::partner);
        Catalog catalog = carelet.catalog(known);
        Optional<Theme> theme = exchange.query().first(Theme.PARAMETER).flatMap(Theme::of);
        return Visitor.of(catalog, carelet.languages(), lang, known, new Links(exchange.base(), theme));
    }

    /** Returns whether language, partner and theme are fit to be answered: a well-formed tag, a partner and a theme that there are. */
    boolean accepts(Query query) {
        return query.first("lang").map(LanguageTag::isWellFormed).orElse(true)
                && query.first("partner")
                        .map(id -> carelet.partner(id).isPresent())
                        .orElse(true)
                && query.first(Theme.PARAMETER).map(Theme::isKnown).orElse(true);
    }
}
