package io.github.carelet.servlet.fragment;

import java.util.List;

/**
 * What patients ask before anything else, answered.
 *
 * @param level the level of the heading
 * @param heading the heading
 * @param facts the answers
 */
public record GoodToKnow(int level, Text heading, List<Fact> facts) {

    /** Copies the list. */
    public GoodToKnow {
        facts = List.copyOf(facts);
    }
}
