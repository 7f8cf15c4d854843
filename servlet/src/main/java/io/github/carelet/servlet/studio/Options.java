package io.github.carelet.servlet.studio;

import io.github.carelet.Carelet;
import io.github.carelet.Partner;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Localized;
import io.github.carelet.language.Messages;
import io.github.carelet.servlet.page.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What can be chosen in the studio.
 *
 * @param carelet whose content it is
 * @param words the messages for whoever chooses
 * @param choice what is chosen now
 */
record Options(Carelet carelet, Messages words, Choice choice) {

    /** Returns every field of the form but the address of the page; without partners where the partner is fixed. */
    List<StudioPage.Field> fields(boolean partners) {
        List<StudioPage.Field> fields = new ArrayList<>();
        fields.add(field(Asked.SUBJECT, "subject", subjects()));
        if (choice.subject() instanceof Subject.Form form) {
            fields.add(known(form, "type", this::types));
            fields.add(known(form, "treatment", (none, id) -> items("treatments", none, id)));
            fields.add(known(form, "location", (none, id) -> items("locations", none, id)));
        }
        if (partners) {
            fields.add(field("partner", "partner", List.of(group("", partners()))));
        }
        fields.add(field("lang", "language", List.of(group("", languages()))));
        fields.add(field(Theme.PARAMETER, "theme", List.of(group("", themes()))));
        return fields;
    }

    private List<StudioPage.Group> subjects() {
        List<StudioPage.Group> groups = new ArrayList<>();
        String chosen = choice.subject() instanceof Subject.Content content ? content.path() : "booking";
        groups.add(group(
                "",
                List.of(
                        option("booking", words.text("studio.booking"), chosen),
                        option("clinic", words.text("title.clinic"), chosen))));
        for (String kind : Asked.KINDS) {
            Map<String, Localized<String>> names = Asked.names(catalog(), kind);
            List<StudioPage.Option> options = new ArrayList<>();
            options.add(option(kind, words.text("studio.all", words.text("title." + kind)), chosen));
            names.forEach((id, name) -> options.add(option(kind + "/" + id, name(name), chosen)));
            if (!names.isEmpty()) {
                groups.add(group(words.text("title." + kind), options));
            }
        }
        return groups;
    }

    private StudioPage.Field known(
            Subject.Form form, String name, BiFunction<StudioPage.Option, String, List<StudioPage.Option>> options) {
        String chosen = form.known().getOrDefault(name, "");
        StudioPage.Option none = option("", words.text("studio.asks"), chosen);
        return field(name, name, List.of(group("", options.apply(none, chosen))));
    }

    private List<StudioPage.Option> types(StudioPage.Option none, String chosen) {
        List<StudioPage.Option> options = new ArrayList<>(List.of(none));
        catalog().appointmentTypes().forEach(each -> options.add(option(each.id(), name(each.name()), chosen)));
        return options;
    }

    private List<StudioPage.Option> items(String kind, StudioPage.Option none, String chosen) {
        List<StudioPage.Option> options = new ArrayList<>(List.of(none));
        Asked.names(catalog(), kind).forEach((id, name) -> options.add(option(id, name(name), chosen)));
        return options;
    }

    private List<StudioPage.Option> partners() {
        String chosen = choice.partner().orElse("");
        List<StudioPage.Option> options = new ArrayList<>();
        options.add(option("", words.text("studio.own"), chosen));
        carelet.partners().stream().map(Partner::id).forEach(id -> options.add(option(id, id, chosen)));
        return options;
    }

    private List<StudioPage.Option> languages() {
        return catalog().clinic().languages().stream()
                .map(tag -> option(tag, carelet.languages().ownName(tag), choice.language()))
                .toList();
    }

    private List<StudioPage.Option> themes() {
        String chosen = choice.theme().map(Theme::code).orElse("");
        return List.of(
                option("", words.text("studio.theme.auto"), chosen),
                option("light", words.text("studio.theme.light"), chosen),
                option("dark", words.text("studio.theme.dark"), chosen));
    }

    private StudioPage.Field field(String name, String key, List<StudioPage.Group> groups) {
        return new StudioPage.Field(name, words.text("studio.field." + key), groups);
    }

    private static StudioPage.Group group(String label, List<StudioPage.Option> options) {
        return new StudioPage.Group(Optional.of(label).filter(text -> !text.isEmpty()), options);
    }

    private static StudioPage.Option option(String value, String label, String chosen) {
        return new StudioPage.Option(value, label, value.equals(chosen));
    }

    private String name(Localized<String> name) {
        return name.in(words.language()).value();
    }

    private Catalog catalog() {
        return carelet.publication().catalog();
    }
}
