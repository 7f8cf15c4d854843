package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.Article;
import io.github.carelet.catalog.Condition;
import io.github.carelet.catalog.Item;
import io.github.carelet.catalog.Practitioner;
import io.github.carelet.catalog.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shows items in short.
 *
 * @param scene what it is made from
 * @param relations their relations
 * @param reviews their reviews
 * @param level the level of their headings
 */
record CardViews(Scene scene, Relations relations, Reviews reviews, int level) {

    static CardViews of(Scene scene) {
        return of(scene, scene.level());
    }

    static CardViews of(Scene scene, int level) {
        return new CardViews(scene, new Relations(scene), new Reviews(scene), level);
    }

    Card treatment(Treatment treatment) {
        return card(Kind.TREATMENTS, treatment, Stream.of(relations.treats(treatment), relations.where(treatment)));
    }

    Card condition(Condition condition) {
        return card(
                Kind.CONDITIONS, condition, Stream.of(relations.treatedWith(condition), relations.where(condition)));
    }

    Card article(Article article) {
        return card(Kind.ARTICLES, article, Stream.of());
    }

    Card practitioner(Practitioner practitioner) {
        List<Fact> facts =
                new ArrayList<>(relations.where(practitioner).stream().toList());
        if (!practitioner.languages().isEmpty()) {
            facts.add(PlaceViews.languages(scene, practitioner.languages()));
        }
        return new Card(
                level,
                Anchor.to(
                        scene.links().page(Kind.PRACTITIONERS, practitioner.id()),
                        scene.voice().of(practitioner.name())),
                Optional.empty(),
                Optional.empty(),
                scene.voice().ifSaid(practitioner.role()),
                facts);
    }

    private Card card(Kind kind, Item item, Stream<Optional<Fact>> facts) {
        return new Card(
                level,
                Anchor.to(scene.links().page(kind, item.id()), scene.voice().of(item.name())),
                Optional.of(reviews.code(item)),
                reviews.overdue(item),
                scene.voice().ifSaid(item.summary()),
                facts.flatMap(Optional::stream).map(relations::few).toList());
    }
}
