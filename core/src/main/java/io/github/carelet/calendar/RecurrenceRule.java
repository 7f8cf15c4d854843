package io.github.carelet.calendar;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How something recurs (RFC 5545, 3.3.10).
 *
 * @param frequency in which periods
 * @param interval in each how many-th of them
 * @param end when it stops
 * @param weekStart with which day a week begins
 * @param days on which days of the week; empty if that is not said
 * @param numbers what else is said, and how
 */
record RecurrenceRule(
        Frequency frequency,
        long interval,
        End end,
        DayOfWeek weekStart,
        List<NthDay> days,
        Map<By, SortedSet<Integer>> numbers) {

    RecurrenceRule {
        days = List.copyOf(days);
        numbers = Map.copyOf(numbers);
    }

    /**
     * When a recurrence stops.
     *
     * @param count after how many times
     * @param until with the last that is not after this, as the rule writes it
     */
    record End(Optional<Integer> count, Optional<String> until) {}

    /**
     * A day of the week.
     *
     * @param day which one
     * @param nth which of a month or year, from its end if negative; 0 for all
     */
    record NthDay(DayOfWeek day, int nth) {}

    /** What a period is narrowed down by, and the greatest number that makes sense. */
    enum By {
        BYMONTH(1, 12, false),
        BYWEEKNO(1, 53, true),
        BYYEARDAY(1, 366, true),
        BYMONTHDAY(1, 31, true),
        BYHOUR(0, 23, false),
        BYMINUTE(0, 59, false),
        BYSECOND(0, 60, false),
        BYSETPOS(1, 366, true);

        private final int least;
        private final int greatest;
        private final boolean fromTheEnd;

        By(int least, int greatest, boolean fromTheEnd) {
            this.least = least;
            this.greatest = greatest;
            this.fromTheEnd = fromTheEnd;
        }

        boolean allows(int number) {
            int size = fromTheEnd ? Math.abs(number) : number;
            return size >= least && size <= greatest;
        }
    }

    boolean has(By by) {
        return numbers.containsKey(by);
    }

    /** Returns the numbers; none if that is not said. */
    SortedSet<Integer> numbers(By by) {
        return numbers.getOrDefault(by, new TreeSet<>());
    }
}
