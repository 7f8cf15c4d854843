package io.github.carelet.servlet.staff;

import java.util.List;

/**
 * Why a form comes back: the summary at the top of its page.
 *
 * @param heading what happened
 * @param entries what is to be done about it; may be empty
 */
public record Trouble(String heading, List<Entry> entries) {

    /** Copies the list. */
    public Trouble {
        entries = List.copyOf(entries);
    }

    /**
     * One thing to do.
     *
     * @param text what
     * @param target the id of the field to go to; empty if there is none
     */
    public record Entry(String text, String target) {}
}
