package io.github.carelet;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.search.SearchIndex;
import java.util.Optional;

/**
 * The index of a catalogue. The first one is built when somebody searches, so that a host without a search pays nothing; from
 * then on each is built with its catalogue, before that is served, so that nobody has to wait.
 */
final class SearchOnDemand {

    private final Catalog catalog;
    private volatile Optional<SearchIndex> index = Optional.empty();

    private SearchOnDemand(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns what comes after the one before. */
    static SearchOnDemand after(Optional<SearchOnDemand> before, Catalog next) {
        SearchOnDemand search = new SearchOnDemand(next);
        if (before.filter(each -> each.index.isPresent()).isPresent()) {
            search.index();
        }
        return search;
    }

    SearchIndex index() {
        return index.orElseGet(this::build);
    }

    private synchronized SearchIndex build() {
        SearchIndex built = index.orElseGet(() -> SearchIndex.of(catalog));
        index = Optional.of(built);
        return built;
    }
}
