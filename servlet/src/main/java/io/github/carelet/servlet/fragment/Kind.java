package io.github.carelet.servlet.fragment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a fragment is about. */
enum Kind {
    CLINIC,
    LOCATIONS,
    TREATMENTS,
    CONDITIONS,
    PRACTITIONERS,
    ARTICLES,
    /** A box to type into, and what was found. Never kept in memory. */
    SEARCH,
    /** The opener: a few words and the link to the booking form. */
    BOOKING;

    /** Returns the kind of a path segment. */
    static Optional<Kind> of(String segment) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(segment))
                .findFirst();
    }

    /** Returns its name in URLs, such as {@code treatments}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether there are several, each with an id. */
    boolean hasItems() {
        return this != CLINIC && this != BOOKING && this != SEARCH;
    }
}
