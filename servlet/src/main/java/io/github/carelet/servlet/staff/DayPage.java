package io.github.carelet.servlet.staff;

import java.util.List;

/**
 * The visits of a day, or of seven, at a location, for {@code staff/day.jte}. Fit to be printed.
 *
 * @param shell the frame
 * @param heading which days
 * @param location where
 * @param action where the form goes that chooses others, by GET
 * @param locations the locations
 * @param day the first day
 * @param week whether seven days are shown
 * @param before where the days before are
 * @param after where the days after are
 * @param other where the same is as a week, or as a day
 * @param token that the page was made for whoever sends its forms
 * @param days the days
 */
public record DayPage(
        Shell shell,
        String heading,
        String location,
        String action,
        List<Choice> locations,
        String day,
        boolean week,
        String before,
        String after,
        String other,
        String token,
        List<Day> days) {

    /** Copies the lists. */
    public DayPage {
        locations = List.copyOf(locations);
        days = List.copyOf(days);
    }

    /**
     * A day.
     *
     * @param name the day
     * @param visits its visits, by their start
     */
    public record Day(String name, List<Visit> visits) {

        /** Copies the list. */
        public Day {
            visits = List.copyOf(visits);
        }
    }

    /**
     * A visit, or a time that is offered.
     *
     * @param time when it begins
     * @param offered whether it is only offered
     * @param row the booking
     */
    public record Visit(String time, boolean offered, ListPage.Row row) {}
}
