package io.github.carelet;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogProblem;
import java.time.Instant;
import java.util.List;

/**
 * The catalogue that is being served.
 *
 * @param catalog the catalogue
 * @param version names it: the same content has the same version, on every node
 * @param loadedAt when it was read
 * @param problems what is wrong with the newest reading, which is this one or a later one that was refused
 */
public record Publication(Catalog catalog, String version, Instant loadedAt, List<CatalogProblem> problems) {

    /** Copies the list. */
    public Publication {
        problems = List.copyOf(problems);
    }

    /** Returns whether this is the newest reading; if not, a newer one was refused for its {@link #problems}. */
    public boolean isNewest() {
        return problems.stream().noneMatch(each -> each.severity() == CatalogProblem.Severity.ERROR);
    }

    /** Returns the same catalogue with what is wrong with a newer reading. */
    Publication withProblems(List<CatalogProblem> newer) {
        return new Publication(catalog, version, loadedAt, newer);
    }
}
