package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.search.SearchGroup;
import io.github.carelet.search.SearchHit;
import io.github.carelet.search.SearchQuery;
import io.github.carelet.search.SearchResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Shows a search.
 *
 * @param scene what it is made from
 */
record SearchViews(Scene scene) {

    /** Returns the box, with nothing looked for yet. */
    SearchView blank() {
        return new SearchView(scene.level(), say("title.search"), Optional.empty(), form(""), Optional.empty());
    }

    /** Returns what was found. */
    SearchView found(String words, SearchResult result) {
        return new SearchView(
                scene.level(),
                say("title.search"),
                result.urgent() ? Optional.of(alarm(result)) : Optional.empty(),
                form(words),
                Optional.of(findings(result)));
    }

    private SearchView.Form form(String words) {
        return new SearchView.Form(
                scene.links().search(),
                scene.id("search", "words"),
                say("search.label"),
                say("search.hint"),
                say("search.button"),
                words,
                SearchQuery.MOST_CHARACTERS);
    }

    private SearchView.Alarm alarm(SearchResult result) {
        return new SearchView.Alarm(
                below(),
                new Core(scene).emergency(),
                say("urgent"),
                scene.voice().all(result.signs()));
    }

    private SearchView.Findings findings(SearchResult result) {
        Text count = scene.voice().ours(scene.voice().messages().count("search.count", result.count()));
        return new SearchView.Findings(
                result.groups().isEmpty() ? say("search.none") : count,
                result.didYouMean().map(words -> new SearchView.Mended(say("search.mended"), words)),
                result.groups().stream().map(this::group).toList(),
                result.groups().isEmpty() ? Optional.of(lists()) : Optional.empty());
    }

    private SearchView.Group group(SearchGroup group) {
        Kind kind = Kind.valueOf(group.kind().name());
        Text title = say("title." + kind.code());
        int more = group.count() - group.hits().size();
        CardViews cards = CardViews.of(scene, Rendition.below(below()));
        return new SearchView.Group(
                below(),
                scene.voice().ours(scene.voice().messages().text("search.group", title.value(), group.count())),
                hits(group, hit -> card(cards, kind, hit.id())),
                kind == Kind.LOCATIONS ? hits(group, hit -> place(hit.id())) : List.of(),
                more > 0 ? Optional.of(say("more", more)) : Optional.empty());
    }

    private static <T> List<T> hits(SearchGroup group, Function<SearchHit, Optional<T>> view) {
        return group.hits().stream().flatMap(hit -> view.apply(hit).stream()).toList();
    }

    private Optional<Card> card(CardViews cards, Kind kind, String id) {
        Catalog catalog = scene.catalog();
        return switch (kind) {
            case CONDITIONS -> catalog.condition(id).map(cards::condition);
            case TREATMENTS -> catalog.treatment(id).map(cards::treatment);
            case ARTICLES -> catalog.article(id).map(cards::article);
            case PRACTITIONERS -> catalog.practitioner(id).map(cards::practitioner);
            case LOCATIONS, CLINIC, BOOKING, SEARCH -> Optional.empty();
        };
    }

    private Optional<Place> place(String id) {
        return scene.catalog()
                .location(id)
                .map(location -> new PlaceViews(scene).place(location, Rendition.below(below())));
    }

    private SearchView.Lists lists() {
        Catalog catalog = scene.catalog();
        List<Anchor> links = Stream.of(
                        list(Kind.CONDITIONS, !catalog.conditions().isEmpty()),
                        list(Kind.TREATMENTS, !catalog.treatments().isEmpty()),
                        list(Kind.LOCATIONS, !catalog.locations().isEmpty()))
                .flatMap(Optional::stream)
                .toList();
        return new SearchView.Lists(say("search.none.text"), links);
    }

    private Optional<Anchor> list(Kind kind, boolean any) {
        return any ? Optional.of(Anchor.to(scene.links().list(kind), say("title." + kind.code()))) : Optional.empty();
    }

    private Text say(String key, Object... arguments) {
        return scene.voice().say(key, arguments);
    }

    private int below() {
        return Rendition.below(scene.level());
    }
}
