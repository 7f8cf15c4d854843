package io.github.carelet;

import io.github.carelet.catalog.CatalogProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A catalogue that can't be served, with everything that is wrong with it. */
public final class InvalidCatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<CatalogProblem> problems;

    InvalidCatalogException(List<CatalogProblem> problems) {
        super(problems.size() + " problems in the catalogue:\n"
                + problems.stream().map(CatalogProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Returns what is wrong, warnings included. */
    public List<CatalogProblem> problems() {
        return problems;
    }
}
