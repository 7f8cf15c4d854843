package io.github.carelet.servlet.exchange;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Clinic;
import io.github.carelet.catalog.Condition;
import io.github.carelet.catalog.Item;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.ReviewState;
import io.github.carelet.catalog.Treatment;
import io.github.carelet.exchange.CodeIndex;
import io.github.carelet.exchange.OwnPages;
import io.github.carelet.language.Messages;
import io.github.carelet.servlet.http.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the clinic has to say about a code. What is withdrawn is not found.
 *
 * @param catalog the catalogue
 * @param system the name of the system that the code is of
 * @param found what was found for it
 * @param language the language of the answer, one of the clinic's
 * @param words what the interface says in it
 * @param now when
 * @param base where the servlet is mounted, as links are written
 * @param booking the address below which the booking form is; empty if nobody takes bookings online
 */
record Finding(
        Catalog catalog,
        String system,
        CodeIndex.Found found,
        String language,
        Messages words,
        Instant now,
        String base,
        Optional<String> booking) {

    /** Returns the page of the first condition, else that of all of them. */
    String page() {
        return conditions()
                .findFirst()
                .map(each -> pages().page("conditions/" + each.id(), language))
                .orElseGet(() -> pages().page("conditions", language));
    }

    /** Returns everything that was found, and in any case how to reach the clinic. */
    Map<String, Object> json() {
        List<Condition> conditions = conditions().toList();
        List<Treatment> treatments = conditions.stream()
                .flatMap(each -> catalog.treatmentsFor(each.id()).stream())
                .filter(this::isShown)
                .distinct()
                .toList();
        List<String> about = Stream.concat(conditions.stream(), treatments.stream())
                .map(Item::id)
                .toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("system", system);
        json.put(
                "match",
                (conditions.isEmpty() ? CodeIndex.Match.NONE : found.match())
                        .name()
                        .toLowerCase(Locale.ROOT));
        json.put("language", language);
        json.put("languages", catalog.clinic().languages());
        json.put("conditions", conditions.stream().map(this::condition).toList());
        json.put(
                "treatments",
                treatments.stream().map(each -> item("treatments", each)).toList());
        json.put(
                "articles",
                catalog.articles().stream()
                        .filter(each -> isShown(each) && each.about().stream().anyMatch(about::contains))
                        .map(each -> item("articles", each))
                        .toList());
        addContact(json, conditions);
        return json;
    }

    private void addContact(Map<String, Object> json, List<Condition> conditions) {
        Clinic clinic = catalog.clinic();
        Localized.Value<String> emergency = clinic.emergency().in(language);
        json.put("phone", clinic.phone().display());
        json.put("call", clinic.phone().link().href());
        booking.ifPresent(root -> {
            Map<String, String> known = new LinkedHashMap<>();
            conditions.stream()
                    .limit(conditions.size() == 1 ? 1 : 0)
                    .forEach(each -> known.put("condition", each.id()));
            known.put("lang", language);
            json.put("book", root + "/book" + Query.written(known));
        });
        json.put("emergency", words.emergencyText(emergency.value(), emergency.language(), language));
    }

    private Map<String, Object> condition(Condition condition) {
        Map<String, Object> json = item("conditions", condition);
        json.put("codes", condition.codes());
        return json;
    }

    private Map<String, Object> item(String kind, Item item) {
        String path = kind + "/" + item.id();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", item.id());
        json.put("name", said(item.name()));
        json.put("summary", said(item.summary()));
        json.put("review", item.review().on(today()).name().toLowerCase(Locale.ROOT));
        json.put("page", pages().page(path, language));
        String fragment = base + "/fragments/" + path + Query.written(Map.of("lang", language));
        json.put("fragment", fragment);
        json.put("text", fragment + "&format=text");
        return json;
    }

    private Stream<Condition> conditions() {
        return found.conditions().stream().filter(this::isShown);
    }

    private boolean isShown(Item item) {
        return item.review().on(today()) != ReviewState.WITHDRAWN;
    }

    private LocalDate today() {
        return now.atZone(catalog.clinic().timeZone()).toLocalDate();
    }

    private OwnPages pages() {
        return new OwnPages(base, catalog.clinic().defaultLanguage());
    }

    private String said(Localized<String> text) {
        return text.in(language).value();
    }
}
