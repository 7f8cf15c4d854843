package io.github.carelet.servlet.form;

import java.util.List;
import java.util.Optional;

/**
 * The days and parts of days to choose from.
 *
 * @param kept what the visitor chose that can't be chosen any more
 * @param near the first days
 * @param later the other days
 * @param laterOpen whether to show the other days at once, since one of them is chosen
 * @param error what is wrong with the choice
 */
public record Times(List<Day> kept, List<Day> near, List<Day> later, boolean laterOpen, Optional<String> error) {

    /** Copies the lists. */
    public Times {
        kept = List.copyOf(kept);
        near = List.copyOf(near);
        later = List.copyOf(later);
    }

    /** Returns whether there is nothing to choose. */
    public boolean isEmpty() {
        return near.isEmpty() && later.isEmpty();
    }

    /**
     * A day, or several that are closed and follow one another.
     *
     * @param name its date in words
     * @param note why there is nothing to choose; empty if there is
     * @param parts its parts; none if there is nothing to choose
     */
    public record Day(String name, String note, List<Part> parts) {

        /** Copies the list. */
        public Day {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A part of a day.
     *
     * @param value as it is sent, such as {@code 2026-12-01/morning}
     * @param label its name
     * @param checked whether the visitor chose it
     */
    public record Part(String value, String label, boolean checked) {}
}
