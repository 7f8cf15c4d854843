package io.github.carelet.search;

/**
 * An item that was found.
 *
 * @param kind what it is
 * @param id its id, unique among its kind
 * @param matched where the most telling word was found
 */
public record SearchHit(SearchKind kind, String id, SearchField matched) {}
