package io.github.carelet.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Days on which the hours differ.
 *
 * @param from the first day
 * @param to the last day, included
 * @param open when it is open on each of these days, kept in order of their start; empty means closed
 * @param note why, if that is said
 */
public record HoursException(LocalDate from, LocalDate to, List<OpenInterval> open, Optional<Localized<String>> note) {

    /** Copies the list and checks the order of the days. */
    public HoursException {
        open = OpenInterval.inOrder(open);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("an exception from " + from + " can't end before, on " + to);
        }
    }

    /** Returns whether it rules the given day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Returns whether these days are closed. */
    public boolean closed() {
        return open.isEmpty();
    }
}
