package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.Article;
import io.github.carelet.catalog.Condition;
import io.github.carelet.catalog.Item;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Practitioner;
import io.github.carelet.catalog.RichText;
import io.github.carelet.catalog.Section;
import io.github.carelet.catalog.Treatment;
import io.github.carelet.language.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells all about an item.
 *
 * @param scene what it is made from
 * @param relations its relations
 * @param reviews its review
 */
record Stories(Scene scene, Relations relations, Reviews reviews) {

    static Stories of(Scene scene) {
        return new Stories(scene, new Relations(scene), new Reviews(scene));
    }

    /** Returns all about a treatment. */
    Story treatment(Treatment treatment) {
        List<Fact> facts = present(Stream.of(relations.treats(treatment), relations.where(treatment)));
        List<Fact> related =
                present(Stream.of(relations.combinesWith(treatment), relations.articlesAbout(treatment.id())));
        return story(Kind.TREATMENTS, treatment, facts, related).with(FirstQuestions.of(scene, treatment));
    }

    /** Returns all about a condition. */
    Story condition(Condition condition) {
        List<Fact> facts = present(Stream.of(relations.treatedWith(condition), relations.where(condition)));
        List<Fact> related = present(Stream.of(relations.articlesAbout(condition.id())));
        return story(Kind.CONDITIONS, condition, facts, related);
    }

    /** Returns an article. */
    Story article(Article article) {
        List<Fact> related = present(Stream.of(relations.treatmentsIn(article), relations.conditionsIn(article)));
        return story(Kind.ARTICLES, article, List.of(), related);
    }

    /** Returns all about somebody who works there. */
    Story practitioner(Practitioner practitioner) {
        List<Fact> facts = present(Stream.of(relations.where(practitioner)));
        if (!practitioner.languages().isEmpty()) {
            facts.add(PlaceViews.languages(scene, practitioner.languages()));
        }
        return new Story(
                scene.id("practitioners", practitioner.id()),
                scene.level(),
                scene.voice().of(practitioner.name()),
                Optional.empty(),
                List.of(),
                scene.voice().ifSaid(practitioner.role()),
                Optional.empty(),
                facts,
                Optional.empty(),
                List.of(),
                List.of());
    }

    private Story story(Kind kind, Item item, List<Fact> facts, List<Fact> related) {
        String id = scene.id(kind.code(), item.id());
        List<Passage> passages =
                selected(item).stream().map(each -> passage(id, each)).toList();
        return new Story(
                id,
                scene.level(),
                scene.voice().of(item.name()),
                Optional.of(reviews.code(item)),
                reviews.notes(item),
                scene.voice().ifSaid(item.summary()),
                urgent(item),
                with(alsoCalled(item), facts),
                Optional.empty(),
                passages,
                with(related, sources(item)));
    }

    private List<Fact> alsoCalled(Item item) {
        List<Localized<String>> names = List.of();
        if (item instanceof Treatment treatment) {
            names = treatment.alsoCalled();
        } else if (item instanceof Condition condition) {
            names = condition.alsoCalled();
        }
        return fact(
                "alsoCalled",
                scene.voice().all(names).stream().map(Anchor::text).toList());
    }

    private Optional<Story.Urgent> urgent(Item item) {
        return item instanceof Condition condition && !condition.redFlags().isEmpty()
                ? Optional.of(new Story.Urgent(
                        scene.voice().say("urgent"), scene.voice().all(condition.redFlags())))
                : Optional.empty();
    }

    private List<Fact> sources(Item item) {
        String language = scene.catalog().clinic().defaultLanguage();
        return fact(
                "sources",
                item.review().sources().stream()
                        .map(each -> new Anchor(
                                scene.voice().of(Localized.of(language, each.title())),
                                each.url().map(url -> url.href())))
                        .toList());
    }

    private Passage passage(String id, Section section) {
        Localized.Value<RichText> body = section.body().in(scene.voice().language());
        return new Passage(
                id + "_" + section.id(),
                Rendition.below(scene.level()),
                scene.voice().ifSaid(section.heading()),
                section.aspect().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                body.value(),
                body.language(),
                Direction.of(body.language()),
                scene.voice().isForeign(body.language()));
    }

    private List<Section> selected(Item item) {
        List<String> chosen = scene.rendition().sections();
        return chosen.isEmpty() ? item.sections() : item.sectionsWith(chosen);
    }

    private List<Fact> fact(String key, List<Anchor> values) {
        return values.isEmpty() ? List.of() : List.of(new Fact(scene.voice().say(key), values));
    }

    private static List<Fact> with(List<Fact> first, List<Fact> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static List<Fact> present(Stream<Optional<Fact>> facts) {
        return new ArrayList<>(facts.flatMap(Optional::stream).toList());
    }
}
