package io.github.carelet;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogScope;
import io.github.carelet.search.SearchIndex;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The parts of one catalogue that partners show and offer, each made once. Safe for use by many threads. */
public final class ScopedCatalogs {

    private final Catalog whole;
    private final Map<CatalogScope, Catalog> parts = new ConcurrentHashMap<>();
    private final Map<CatalogScope, SearchIndex> indexes = new ConcurrentHashMap<>();

    /** Makes those of a catalogue. */
    public ScopedCatalogs(Catalog whole) {
        this.whole = whole;
    }

    /** Returns what comes through a partner; all of it without one. */
    public Catalog through(Optional<Partner> partner) {
        CatalogScope scope = partner.map(Partner::scope).orElse(CatalogScope.ALL);
        return scope.isAll() ? whole : parts.computeIfAbsent(scope, each -> each.of(whole));
    }

    /** Returns what is searched by whoever comes through a partner; built when it is first asked for. */
    SearchIndex index(Partner partner) {
        return indexes.computeIfAbsent(partner.scope(), each -> SearchIndex.of(through(Optional.of(partner))));
    }

    /** Returns all of it. */
    Catalog whole() {
        return whole;
    }
}
