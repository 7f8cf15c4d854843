package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.Article;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Clinic;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every rendition has, whatever else is in it.
 *
 * @param scene what it is made from
 */
record Core(Scene scene) {

    /** Returns the way to an appointment: the form, else the clinic's own site, else the phone. */
    Anchor booking() {
        Optional<String> form = scene.links().book(known());
        Optional<String> site = clinic().url().map(url -> url.href());
        Text request = scene.voice().say("book");
        return form.or(() -> site)
                .map(href -> Anchor.to(href, request))
                .orElseGet(
                        () -> Anchor.to(number().link().href(), scene.voice().say("book.phone", number().display())));
    }

    /** Returns the number to call: that of the location if one is chosen. */
    Anchor phone() {
        return Anchor.to(number().link().href(), scene.voice().say("call", number().display()));
    }

    /** Returns that nobody has reviewed what the interface says in this language, if that is so. */
    Optional<Text> unreviewed() {
        Voice voice = scene.voice();
        return voice.messages().isUnreviewed() ? Optional.of(voice.say("unreviewed")) : Optional.empty();
    }

    /** Returns what to do in an emergency. */
    List<Text> emergency() {
        return scene.voice().emergency(clinic().emergency());
    }

    /** Returns that this is sample data, if it is. */
    Optional<Text> sample() {
        return clinic().sample() ? Optional.of(scene.voice().say("sample")) : Optional.empty();
    }

    private Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        Optional<String> id = scene.rendition().id();
        switch (scene.rendition().kind().orElse(Kind.CLINIC)) {
            case TREATMENTS -> id.ifPresent(it -> known.put("treatment", it));
            case CONDITIONS -> id.ifPresent(it -> known.put("condition", it));
            case ARTICLES -> id.flatMap(catalog()::article).ifPresent(article -> addTopics(article, known));
            case CLINIC, LOCATIONS, PRACTITIONERS, BOOKING, SEARCH -> {
                // Says nothing about what the appointment is for.
            }
        }
        location().ifPresent(location -> known.put("location", location.id()));
        return known;
    }

    /** Of several topics, none is known to be the right one. */
    private void addTopics(Article article, Map<String, String> known) {
        only(article.about().stream()
                        .filter(each -> catalog().treatment(each).isPresent())
                        .toList())
                .ifPresent(id -> known.put("treatment", id));
        only(article.about().stream()
                        .filter(each -> catalog().condition(each).isPresent())
                        .toList())
                .ifPresent(id -> known.put("condition", id));
    }

    private static Optional<String> only(List<String> ids) {
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }

    private Optional<Location> location() {
        boolean isLocation =
                scene.rendition().kind().filter(Kind.LOCATIONS::equals).isPresent();
        Optional<String> shown = isLocation ? scene.rendition().id() : Optional.empty();
        return shown.or(scene.rendition()::location).flatMap(catalog()::location);
    }

    /** Returns the number of the location if one is chosen, else that of the clinic. */
    PhoneNumber number() {
        return location().map(Location::phone).orElse(clinic().phone());
    }

    private Clinic clinic() {
        return catalog().clinic();
    }

    private Catalog catalog() {
        return scene.catalog();
    }
}
