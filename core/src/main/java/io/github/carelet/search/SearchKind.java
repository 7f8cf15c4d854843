package io.github.carelet.search;

/** What sort of thing was found. */
public enum SearchKind {
    /** What a patient may have. */
    CONDITIONS,
    /** What the clinic offers. */
    TREATMENTS,
    /** What the clinic has written. */
    ARTICLES,
    /** Where the clinic is. */
    LOCATIONS,
    /** Who works there. */
    PRACTITIONERS
}
