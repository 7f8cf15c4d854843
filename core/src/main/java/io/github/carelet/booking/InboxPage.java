package io.github.carelet.booking;

import java.util.List;
import java.util.Optional;

/**
 * A page of the inbox.
 *
 * @param entries what is on it
 * @param next where the next page begins; empty if this is the last one
 */
public record InboxPage(List<InboxEntry> entries, Optional<InboxCursor> next) {

    /** Copies the list. */
    public InboxPage {
        entries = List.copyOf(entries);
    }
}
