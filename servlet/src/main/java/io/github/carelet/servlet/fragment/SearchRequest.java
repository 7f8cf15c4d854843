package io.github.carelet.servlet.fragment;

import io.github.carelet.Carelet;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.search.SearchIndex;
import io.github.carelet.search.SearchQuery;
import io.github.carelet.search.SearchResult;
import io.github.carelet.servlet.fragment.Rendition.Status;
import io.github.carelet.servlet.http.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A search as it was asked for, checked.
 *
 * @param index what is searched
 * @param rendition how the answer is to look; its status says whether all parameters are allowed
 * @param words what is looked for; empty if that is nothing
 * @param limit how many hits of each kind are wanted
 * @param now when
 */
record SearchRequest(SearchIndex index, Rendition rendition, Optional<String> words, int limit, Instant now) {

    private static final int FEW = 6;
    private static final int LIMIT_DIGITS = 2;

    /** Reads the parameters of a search. */
    static SearchRequest read(Carelet carelet, String base, boolean page, Query parameters) {
        SearchIndex index = carelet.searchIndex(parameters.first("partner").flatMap(carelet::partner));
        Rendition read = new RenditionReader(
                        index.catalog(), id -> carelet.partner(id).isPresent(), parameters)
                .read(base, page, List.of(Kind.SEARCH.code()));
        List<String> words = parameters.parameters().getOrDefault(SearchInput.WORDS, List.of());
        List<String> limits = parameters.parameters().getOrDefault("limit", List.of());
        boolean allowed = words.size() < 2
                && words.stream().allMatch(SearchQuery::isAcceptable)
                && limits.size() < 2
                && limits.stream().allMatch(SearchRequest::isLimit);
        Rendition rendition = allowed || read.status() != Status.OK ? read : read.failed(Status.INVALID);
        int limit = allowed && !limits.isEmpty()
                ? Integer.parseInt(limits.get(0))
                : read.full() ? SearchQuery.MOST_HITS : FEW;
        Optional<String> wanted = words.stream().filter(each -> !each.isBlank()).findFirst();
        return new SearchRequest(
                index, rendition, wanted, limit, carelet.clock().instant());
    }

    /** Returns whether every parameter is allowed. */
    boolean isAllowed() {
        return rendition.status() == Status.OK;
    }

    Catalog catalog() {
        return index.catalog();
    }

    /** Looks for the words. */
    SearchResult search(String text) {
        return index.search(new SearchQuery(
                text,
                rendition.language(),
                rendition.location(),
                limit,
                now.atZone(catalog().clinic().timeZone()).toLocalDate()));
    }

    /** Says nothing of the words. */
    @Override
    public String toString() {
        return "SearchRequest[" + rendition.status() + ", " + (words.isPresent() ? "some words]" : "no words]");
    }

    private static boolean isLimit(String text) {
        boolean number = text.length() <= LIMIT_DIGITS && text.matches("[0-9]+");
        return number && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= SearchQuery.MOST_HITS;
    }
}
