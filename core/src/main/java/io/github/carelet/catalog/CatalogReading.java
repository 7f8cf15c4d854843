package io.github.carelet.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What reading a catalogue gave: the catalogue if there is no error, and every problem in any case.
 *
 * @param catalog the catalogue; empty if there is an error
 * @param problems what is wrong, in the order of files and lines, then of discovery
 * @param version names what was read: the same files have the same version everywhere
 * @param files what was read
 */
public record CatalogReading(
        Optional<Catalog> catalog, List<CatalogProblem> problems, String version, List<CatalogFile> files) {

    /** Copies the lists. */
    public CatalogReading {
        problems = List.copyOf(problems);
        files = List.copyOf(files);
    }

    /** Returns the problems that keep the catalogue from being used. */
    public List<CatalogProblem> errors() {
        return problems.stream()
                .filter(each -> each.severity() == CatalogProblem.Severity.ERROR)
                .toList();
    }
}
