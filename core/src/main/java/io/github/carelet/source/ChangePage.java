package io.github.carelet.source;

import java.util.List;

/**
 * Some changes, and from where to go on.
 *
 * @param version the version of the catalogue that is being served
 * @param reset whether these are the first of a full listing: what was known before is to be forgotten
 * @param changes the changes, the oldest first
 * @param next what to ask with the next time
 * @param more whether there are more already
 */
public record ChangePage(String version, boolean reset, List<Change> changes, ChangeCursor next, boolean more) {

    /** Copies the list. */
    public ChangePage {
        changes = List.copyOf(changes);
    }
}
