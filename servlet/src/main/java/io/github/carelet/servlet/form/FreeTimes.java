package io.github.carelet.servlet.form;

import java.util.List;
import java.util.Optional;

/**
 * The free times to pick one from.
 *
 * @param hint in which zone they are
 * @param picked what the visitor picked, if it is on none of the days shown
 * @param instead the nearest to one that was not free any more
 * @param days the days, also those without a free time
 * @param more the ways to other days
 * @param elsewhere the earliest times at other locations
 * @param error what is wrong with the pick
 */
public record FreeTimes(
        String hint,
        List<Chip> picked,
        List<Chip> instead,
        List<Day> days,
        List<Turn> more,
        List<Turn> elsewhere,
        Optional<String> error) {

    /** Copies the lists. */
    public FreeTimes {
        picked = List.copyOf(picked);
        instead = List.copyOf(instead);
        days = List.copyOf(days);
        more = List.copyOf(more);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * A day, or several without a free time that follow one another.
     *
     * @param name its date in words
     * @param note how many times are free, or why none is
     * @param open whether it is shown unfolded
     * @param parts its times; none if none is free
     */
    public record Day(String name, String note, boolean open, List<Part> parts) {

        /** Copies the list. */
        public Day {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Times of a part of a day.
     *
     * @param heading its name; empty if there are so few that they need none
     * @param chips the times
     */
    public record Part(String heading, List<Chip> chips) {

        /** Copies the list. */
        public Part {
            chips = List.copyOf(chips);
        }
    }

    /**
     * A time.
     *
     * @param value as it is sent, such as {@code 2026-12-01T09:30:00-08:00}
     * @param label what is seen
     * @param full what is read out
     * @param mark what is special about it; may be empty
     * @param checked whether the visitor picked it
     */
    public record Chip(String value, String label, String full, String mark, boolean checked) {}
}
