package io.github.carelet;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogReading;
import io.github.carelet.source.CatalogSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The catalogue that is being served, and how it is replaced: whole, or not at all. A reading with errors changes only
 * the list of problems; the last good catalogue keeps serving.
 */
final class PublishedCatalog {

    private final CatalogSource source;
    private final InstantSource clock;
    private final Consumer<Publication> listener;
    private final List<Derived<?>> derived = new ArrayList<>();
    private volatile Publication current;
    private String mark;

    PublishedCatalog(CatalogSource source, InstantSource clock, Consumer<Publication> listener) {
        this.source = source;
        this.clock = clock;
        this.listener = listener;
        this.mark = source.mark();
        CatalogReading reading = source.read();
        Catalog catalog = reading.catalog().orElseThrow(() -> new InvalidCatalogException(reading.problems()));
        this.current = publish(catalog, reading);
    }

    Publication current() {
        return current;
    }

    /** Makes this of the catalogue that is being served, and of each one from now on before that is served. */
    synchronized void add(Derived<?> more) {
        more.prepare(current);
        derived.add(more);
    }

    /** Reads the source again, whether or not it seems to have changed. */
    synchronized Publication reload() {
        String before = source.mark();
        CatalogReading reading = source.read();
        mark = before;
        Publication next = reading.catalog()
                .map(catalog -> publish(catalog, reading))
                .orElseGet(() -> current.withProblems(reading.problems()));
        derived.forEach(each -> each.prepare(next));
        current = next;
        listener.accept(next);
        return next;
    }

    /** Reads the source again if its mark has changed. */
    synchronized void reloadIfChanged() {
        if (!source.mark().equals(mark)) {
            reload();
        }
    }

    private Publication publish(Catalog catalog, CatalogReading reading) {
        return new Publication(catalog, reading.version(), clock.instant(), List.copyOf(reading.problems()));
    }
}
