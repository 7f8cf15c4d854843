package io.github.carelet.servlet.staff;

import java.util.List;
import java.util.Optional;

/**
 * The times to choose from, for {@code staff/times.jte}.
 *
 * @param several whether more than one can be picked
 * @param first days to look at first: what was asked for, or is offered already
 * @param more other free times
 * @param earlier where free times of earlier days are
 * @param later where free times of later days are
 * @param day what was typed as the day of any other time
 * @param time what was typed as its time
 * @param nothing why no time is listed; empty if there are some
 * @param zone which clocks they are by
 */
public record TimeChoice(
        boolean several,
        List<Day> first,
        List<Day> more,
        Optional<String> earlier,
        Optional<String> later,
        String day,
        String time,
        Optional<String> nothing,
        String zone) {

    /** Copies the lists. */
    public TimeChoice {
        first = List.copyOf(first);
        more = List.copyOf(more);
    }

    /**
     * Some times of a day.
     *
     * @param name the day, or what is special about these times
     * @param chips the times
     */
    public record Day(String name, List<Chip> chips) {

        /** Copies the list. */
        public Day {
            chips = List.copyOf(chips);
        }
    }

    /**
     * A time.
     *
     * @param value as it is sent
     * @param label what is shown
     * @param full what is read out
     * @param picked whether it was picked
     */
    public record Chip(String value, String label, String full, boolean picked) {}
}
