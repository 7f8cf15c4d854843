package io.github.carelet.servlet.fragment;

import java.util.List;
import java.util.Optional;

/**
 * A compact item of a list.
 *
 * @param level the level of its heading
 * @param name its name, which leads to the whole of it
 * @param review the state of its review as a code; empty if it has none
 * @param overdue what to say when the review is overdue
 * @param summary what it is in a sentence
 * @param facts what helps to choose
 */
public record Card(
        int level,
        Anchor name,
        Optional<String> review,
        Optional<Text> overdue,
        Optional<Text> summary,
        List<Fact> facts) {

    /** Copies the list. */
    public Card {
        facts = List.copyOf(facts);
    }
}
