package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.Article;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Condition;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.Practitioner;
import io.github.carelet.catalog.Treatment;
import java.util.List;
import java.util.Optional;

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
        return catalog().treatments().stream()
                .filter(each -> isAsked(each.id()) && scene.isShown(each))
                .filter(each -> isOne() || isHere(each.availableAt()))
                .toList();
    }

    List<Condition> conditions() {
        return catalog().conditions().stream()
                .filter(each -> isAsked(each.id()) && scene.isShown(each))
                .filter(each -> isOne() || isTreatedHere(each))
                .toList();
    }

    List<Practitioner> practitioners() {
        return catalog().practitioners().stream()
                .filter(each -> isAsked(each.id()))
                .filter(each -> isOne() || isHere(each.locations()))
                .toList();
    }

    List<Article> articles() {
        return catalog().articles().stream()
                .filter(each -> isAsked(each.id()) && scene.isShown(each))
                .toList();
    }

    private boolean isTreatedHere(Condition condition) {
        return scene.rendition().location().isEmpty()
                || catalog().treatmentsFor(condition.id()).stream().anyMatch(each -> isHere(each.availableAt()));
    }

    private boolean isHere(List<String> locations) {
        return scene.rendition().location().map(locations::contains).orElse(true);
    }

    private boolean isAsked(String id) {
        return scene.rendition().id().map(id::equals).orElse(true);
    }

    private boolean isOne() {
        return scene.rendition().id().isPresent();
    }

    private Catalog catalog() {
        return scene.catalog();
    }
}
