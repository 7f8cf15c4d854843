package io.github.carelet.servlet.fragment;

import java.util.List;

/**
 * A list of items in short.
 *
 * @param cards the items
 */
public record Cards(List<Card> cards) {

    /** Copies the list. */
    public Cards {
        cards = List.copyOf(cards);
    }
}
