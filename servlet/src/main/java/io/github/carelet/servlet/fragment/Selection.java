package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.Article;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Condition;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.Practitioner;
import io.github.carelet.catalog.Treatment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a rendition is to show: the one item, or all that fit the chosen location and are not withdrawn.
 *
 * @param scene what it is made from
 */
record Selection(Scene scene) {

    Optional<Location> location() {
        return scene.rendition().id().flatMap(catalog()::location);
    }

    List<Treatment> treatments() {
        return asked(catalog()::treatment, catalog()::treatments)
                .filter(scene::isShown)
                .filter(each -> isOne() || isHere(each.availableAt()))
                .toList();
    }

    List<Condition> conditions() {
        return asked(catalog()::condition, catalog()::conditions)
                .filter(scene::isShown)
                .filter(each -> isOne() || isTreatedHere(each))
                .toList();
    }

    List<Practitioner> practitioners() {
        return asked(catalog()::practitioner, catalog()::practitioners)
                .filter(each -> isOne() || isHere(each.locations()))
                .toList();
    }

    List<Article> articles() {
        return asked(catalog()::article, catalog()::articles)
                .filter(scene::isShown)
                .toList();
    }

    private boolean isTreatedHere(Condition condition) {
        return scene.rendition().location().isEmpty()
                || catalog().treatmentsFor(condition.id()).stream().anyMatch(each -> isHere(each.availableAt()));
    }

    private boolean isHere(List<String> locations) {
        return scene.rendition().location().map(locations::contains).orElse(true);
    }

    /** Asks the catalogue for one thing where only one is shown: then it rests on no other. */
    private <T> Stream<T> asked(Function<String, Optional<T>> one, Supplier<List<T>> all) {
        Optional<String> id = scene.rendition().id();
        return id.isPresent() ? one.apply(id.get()).stream() : all.get().stream();
    }

    private boolean isOne() {
        return scene.rendition().id().isPresent();
    }

    private Catalog catalog() {
        return scene.catalog();
    }
}
