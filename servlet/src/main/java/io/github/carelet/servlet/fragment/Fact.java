package io.github.carelet.servlet.fragment;

import java.util.List;

/**
 * Something to know at a glance.
 *
 * @param term what it is about, such as {@code Where}
 * @param values what there is to say, at least one
 */
public record Fact(Text term, List<Anchor> values) {

    /** Copies the list. */
    public Fact {
        values = List.copyOf(values);
    }
}
