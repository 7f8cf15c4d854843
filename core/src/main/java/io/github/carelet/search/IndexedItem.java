package io.github.carelet.search;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * An item as it is found.
 *
 * @param kind what it is
 * @param id its id
 * @param withdrawnOn from when on it is not to be found
 * @param locations ids of the locations where it is offered; empty if that does not matter
 */
record IndexedItem(SearchKind kind, String id, Optional<LocalDate> withdrawnOn, Optional<Set<String>> locations) {

    IndexedItem {
        locations = locations.map(Set::copyOf);
    }

    boolean isShown(SearchQuery query) {
        boolean withdrawn =
                withdrawnOn.filter(day -> !query.today().isBefore(day)).isPresent();
        boolean elsewhere = query.location()
                .filter(id -> locations.filter(all -> !all.contains(id)).isPresent())
                .isPresent();
        return !withdrawn && !elsewhere;
    }
}
