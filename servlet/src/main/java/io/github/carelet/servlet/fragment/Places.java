package io.github.carelet.servlet.fragment;

import java.util.List;
import java.util.Optional;

/**
 * Several locations, perhaps below the name of the clinic.
 *
 * @param clinic the clinic's name as a heading of its own; empty for a mere list
 * @param facts what to know of the clinic
 * @param places the locations
 */
public record Places(Optional<Title> clinic, List<Fact> facts, List<Place> places) {

    /** Copies the lists. */
    public Places {
        facts = List.copyOf(facts);
        places = List.copyOf(places);
    }

    /**
     * A heading.
     *
     * @param level its level
     * @param text what it says
     */
    public record Title(int level, Text text) {}
}
