package io.github.carelet.search;

import io.github.carelet.catalog.Localized;
import java.util.List;
import java.util.Optional;

/**
 * What came of a search.
 *
 * @param groups what was found, by kind, the kind with the best hit first; empty if nothing was found
 * @param didYouMean the text with its typing errors mended, if the best hit was found that way; it holds what the visitor
 *     typed
 * @param urgent whether the text sounds like an emergency
 * @param signs signs of the catalogue at which not to wait and which the text sounds like; empty if it is urgent for
 *     another reason, or not at all
 */
public record SearchResult(
        List<SearchGroup> groups, Optional<String> didYouMean, boolean urgent, List<Localized<String>> signs) {

    /** Copies the lists. */
    public SearchResult {
        groups = List.copyOf(groups);
        signs = List.copyOf(signs);
    }

    /** Returns how many items were found. */
    public int count() {
        return groups.stream().mapToInt(SearchGroup::count).sum();
    }

    /** Says how much was found; what was typed is not in it. */
    @Override
    public String toString() {
        return "SearchResult[" + count() + " found, " + (didYouMean.isPresent() ? "mended" : "as typed")
                + (urgent ? ", urgent]" : "]");
    }
}
