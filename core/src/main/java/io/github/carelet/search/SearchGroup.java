package io.github.carelet.search;

import java.util.List;

/**
 * What was found of one kind.
 *
 * @param kind the kind
 * @param count how many were found, also those that are beyond the limit
 * @param hits the best of them, best first, at least one
 */
public record SearchGroup(SearchKind kind, int count, List<SearchHit> hits) {

    /** Copies the list. */
    public SearchGroup {
        hits = List.copyOf(hits);
    }
}
