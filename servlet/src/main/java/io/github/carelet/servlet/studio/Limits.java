package io.github.carelet.servlet.studio;

import io.github.carelet.Carelet;
import io.github.carelet.booking.Submission;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogScope;
import io.github.carelet.language.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a partner can be limited to, as boxes to tick: none of a kind stands for all of it.
 *
 * @param carelet whose content it is
 * @param words the messages for whoever ticks
 */
record Limits(Carelet carelet, Messages words) {

    private static final String LOCATIONS = "locations";
    private static final String TREATMENTS = "treatments";
    private static final String LANGUAGES = "languages";

    /** Returns what was ticked. */
    static CatalogScope ticked(Submission form) {
        return new CatalogScope(ticked(form, LOCATIONS), ticked(form, TREATMENTS), ticked(form, LANGUAGES));
    }

    private static List<String> ticked(Submission form, String name) {
        return form.all(name).stream().distinct().toList();
    }

    /** Returns the boxes, those of a part ticked. */
    List<PartnersPage.Limit> of(CatalogScope part) {
        Catalog catalog = carelet.publication().catalog();
        Map<String, String> spoken = new LinkedHashMap<>();
        catalog.clinic()
                .languages()
                .forEach(tag -> spoken.put(tag, carelet.languages().ownName(tag)));
        return List.of(
                limit(LOCATIONS, words.text("title.locations"), named(catalog, LOCATIONS), part.locations()),
                limit(TREATMENTS, words.text("title.treatments"), named(catalog, TREATMENTS), part.treatments()),
                limit(LANGUAGES, words.text("studio.partners.languages"), spoken, part.languages()));
    }

    private Map<String, String> named(Catalog catalog, String kind) {
        Map<String, String> named = new LinkedHashMap<>();
        Asked.names(catalog, kind)
                .forEach((id, name) -> named.put(id, name.in(words.language()).value()));
        return named;
    }

    /** What is gone stays ticked until somebody takes it out: without it, the partner might be for everything. */
    private PartnersPage.Limit limit(String name, String label, Map<String, String> known, List<String> chosen) {
        List<PartnersPage.Part> parts = new ArrayList<>();
        known.forEach((id, text) -> parts.add(new PartnersPage.Part(id, text, chosen.contains(id))));
        chosen.stream()
                .filter(id -> !known.containsKey(id))
                .forEach(id -> parts.add(new PartnersPage.Part(id, words.text("studio.partners.gone", id), true)));
        return new PartnersPage.Limit(name, label, parts);
    }
}
