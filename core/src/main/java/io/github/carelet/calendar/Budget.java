package io.github.carelet.calendar;

/** Counts the steps of one reading, and ends it when there are too many. Used by one thread. */
final class Budget {

    private final int most;
    private long used;

    Budget(int most) {
        this.most = most;
    }

    /**
     * Uses up so many steps.
     *
     * @throws UnreadableCalendarException if there are not so many left
     */
    void use(long steps) {
        used += steps;
        if (used > most) {
            throw new UnreadableCalendarException("it takes more than " + most + " steps to find out what is taken");
        }
    }
}
