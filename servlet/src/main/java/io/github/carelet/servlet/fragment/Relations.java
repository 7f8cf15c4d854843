package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.Article;
import io.github.carelet.catalog.Condition;
import io.github.carelet.catalog.Item;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.Practitioner;
import io.github.carelet.catalog.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has to do with what, as links under a word. Withdrawn items are never linked to.
 *
 * @param scene what it is made from
 */
record Relations(Scene scene) {

    private static final int FEW = 3;

    /** Returns what a treatment is for. */
    Optional<Fact> treats(Treatment treatment) {
        return items("treats", Kind.CONDITIONS, conditions(treatment.treats()));
    }

    /** Returns what a condition is treated with. */
    Optional<Fact> treatedWith(Condition condition) {
        return items("treatedWith", Kind.TREATMENTS, treatments(condition).toList());
    }

    /** Returns what a treatment goes together with. */
    Optional<Fact> combinesWith(Treatment treatment) {
        return items("combinesWith", Kind.TREATMENTS, treatmentsOf(treatment.combinesWith()));
    }

    /** Returns where a treatment is offered. */
    Optional<Fact> where(Treatment treatment) {
        return locations(treatment.availableAt());
    }

    /** Returns where a condition is treated. */
    Optional<Fact> where(Condition condition) {
        return locations(treatments(condition)
                .flatMap(each -> each.availableAt().stream())
                .distinct()
                .toList());
    }

    /** Returns where somebody works. */
    Optional<Fact> where(Practitioner practitioner) {
        return locations(practitioner.locations());
    }

    /** Returns what else to read: articles about something. */
    Optional<Fact> articlesAbout(String id) {
        return items("articles", Kind.ARTICLES, scene.catalog().articlesAbout(id));
    }

    /** Returns the treatments that an article is about. */
    Optional<Fact> treatmentsIn(Article article) {
        return items("treatments", Kind.TREATMENTS, treatmentsOf(article.about()));
    }

    /** Returns the conditions that an article is about. */
    Optional<Fact> conditionsIn(Article article) {
        return items("conditions", Kind.CONDITIONS, conditions(article.about()));
    }

    /** Returns a fact with its first few values, and how many more there are. */
    Fact few(Fact fact) {
        int more = fact.values().size() - FEW;
        if (more <= 1) {
            return fact;
        }
        List<Anchor> few = new ArrayList<>(fact.values().subList(0, FEW));
        few.add(Anchor.text(scene.voice().say("more", more)));
        return new Fact(fact.term(), few);
    }

    private Stream<Treatment> treatments(Condition condition) {
        return scene.catalog().treatmentsFor(condition.id()).stream().filter(scene::isShown);
    }

    private List<Treatment> treatmentsOf(List<String> ids) {
        return ids.stream()
                .flatMap(id -> scene.catalog().treatment(id).stream())
                .toList();
    }

    private List<Condition> conditions(List<String> ids) {
        return ids.stream()
                .flatMap(id -> scene.catalog().condition(id).stream())
                .toList();
    }

    private Optional<Fact> items(String key, Kind kind, List<? extends Item> items) {
        return fact(
                key,
                items.stream()
                        .filter(scene::isShown)
                        .map(each -> Anchor.to(
                                scene.links().page(kind, each.id()),
                                scene.voice().of(each.name())))
                        .toList());
    }

    private Optional<Fact> locations(List<String> ids) {
        return fact(
                "where",
                scene.catalog().locations().stream()
                        .filter(each -> ids.contains(each.id()))
                        .map(this::link)
                        .toList());
    }

    private Anchor link(Location location) {
        return Anchor.to(
                scene.links().page(Kind.LOCATIONS, location.id()), scene.voice().of(location.name()));
    }

    private Optional<Fact> fact(String key, List<Anchor> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fact(scene.voice().say(key), values));
    }
}
