package io.github.carelet.servlet.studio;

import io.github.carelet.Carelet;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Localized;
import io.github.carelet.language.Messages;
import io.github.carelet.servlet.embed.FormAddresses;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.page.Theme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what somebody chose, by the parameters of the studio. What means nothing is as good as nothing chosen.
 *
 * @param carelet whose content it is
 * @param query the parameters
 */
record Asked(Carelet carelet, Query query) {

    static final String SUBJECT = "show";
    static final String PAGE = "page";

    /** The lists of the content, in the order in which they are offered. */
    static final List<String> KINDS = List.of("treatments", "conditions", "locations", "practitioners", "articles");

    /** Returns what was chosen. */
    Choice choice(Optional<String> fixedPartner) {
        Subject subject = subject();
        Optional<String> partner = fixedPartner.or(
                () -> query.first("partner").filter(id -> carelet.partner(id).isPresent()));
        return new Choice(
                subject,
                title(subject),
                partner,
                language(),
                query.first(Theme.PARAMETER).flatMap(Theme::of));
    }

    /** Returns the address of the page in which it is to stand, as typed. */
    String page() {
        return query.first(PAGE).orElse("");
    }

    /** Returns whose names there are of a list: by the id of each. */
    static Map<String, Localized<String>> names(Catalog catalog, String kind) {
        Map<String, Localized<String>> names = new LinkedHashMap<>();
        switch (kind) {
            case "treatments" -> catalog.treatments().forEach(each -> names.put(each.id(), each.name()));
            case "conditions" -> catalog.conditions().forEach(each -> names.put(each.id(), each.name()));
            case "locations" -> catalog.locations().forEach(each -> names.put(each.id(), each.name()));
            case "practitioners" -> catalog.practitioners().forEach(each -> names.put(each.id(), each.name()));
            case "articles" -> catalog.articles().forEach(each -> names.put(each.id(), each.headline()));
            default -> {}
        }
        return names;
    }

    private Subject subject() {
        String asked = query.first(SUBJECT).orElse("booking");
        int slash = asked.indexOf('/');
        String kind = slash < 0 ? asked : asked.substring(0, slash);
        Optional<String> id = slash < 0 ? Optional.empty() : Optional.of(asked.substring(slash + 1));
        boolean known = id.map(each -> names(catalog(), kind).containsKey(each))
                .orElse(KINDS.contains(kind) || kind.equals("clinic"));
        return known ? new Subject.Content(kind, id) : new Subject.Form(form());
    }

    private Map<String, String> form() {
        FormAddresses addresses = new FormAddresses(carelet);
        Map<String, String> form = new LinkedHashMap<>();
        FormAddresses.IDS.forEach(name ->
                query.first(name).filter(id -> addresses.knows(name, id)).ifPresent(id -> form.put(name, id)));
        return form;
    }

    private String language() {
        return query.first("lang")
                .filter(catalog().clinic().languages()::contains)
                .orElseGet(() -> catalog().clinic().defaultLanguage());
    }

    private String title(Subject subject) {
        Messages words = carelet.languages().in(language(), catalog().clinic().defaultLanguage());
        if (subject instanceof Subject.Content content) {
            return content.id()
                    .map(id -> names(catalog(), content.kind()).get(id))
                    .map(name -> name.in(language()).value())
                    .orElseGet(() -> words.text("title." + content.kind()));
        }
        return words.text("book");
    }

    private Catalog catalog() {
        return carelet.publication().catalog();
    }
}
