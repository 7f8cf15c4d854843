package io.github.carelet.servlet.form;

import java.util.List;
import java.util.Optional;

/**
 * The form to move a booking, on the patient's page.
 *
 * @param action where it goes, by POST
 * @param hidden what it carries along
 * @param free the free times, if one of them is to be picked
 * @param times the parts of days to choose from, if they are asked for
 * @param none whether to say that no time is free to be picked
 * @param turns the ways to ask for the time differently
 */
public record MoveForm(
        String action,
        List<Hidden> hidden,
        Optional<FreeTimes> free,
        Optional<Times> times,
        boolean none,
        List<Turn> turns) {

    /** Copies the lists. */
    public MoveForm {
        hidden = List.copyOf(hidden);
        turns = List.copyOf(turns);
    }
}
