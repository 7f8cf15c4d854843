package io.github.carelet.calendar;

import io.github.carelet.calendar.RecurrenceRule.By;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When something recurs on its own clock. Whatever is before the time asked for is leapt over, unless times must be counted
 * from the first. Used by one thread.
 */
final class Recurrence {

    private final RecurrenceRule rule;
    private final LocalDateTime first;
    private final Budget budget;
    private final RuleDays days;
    private final LocalDateTime base;

    /**
     * Makes one.
     *
     * @param first when it happens first
     * @param budget the steps that may be taken
     */
    Recurrence(RecurrenceRule rule, LocalDateTime first, Budget budget) {
        this.rule = rule;
        this.first = first;
        this.budget = budget;
        this.days = new RuleDays(rule, first.toLocalDate(), budget);
        this.base = rule.frequency().begin(first, rule.weekStart());
    }

    /** Returns when it happens from one time to another, both included, in order. */
    List<LocalDateTime> between(LocalDateTime from, LocalDateTime to) {
        List<LocalDateTime> found = new ArrayList<>();
        int most = rule.end().count().orElse(Integer.MAX_VALUE);
        int counted = 0;
        for (long period = firstPeriod(from); ; period++) {
            LocalDateTime begin =
                    base.plus(period * rule.interval(), rule.frequency().unit());
            if (begin.isAfter(to)) {
                return found;
            }
            budget.use(1);
            for (LocalDateTime time : in(begin)) {
                boolean counts = !time.isBefore(first);
                if (time.isAfter(to) || (counts && ++counted > most)) {
                    return found;
                }
                if (counts && !time.isBefore(from)) {
                    found.add(time);
                }
            }
        }
    }

    private long firstPeriod(LocalDateTime from) {
        return rule.end().count().isPresent()
                ? 0
                : Math.max(0, rule.frequency().unit().between(base, from) / rule.interval() - 1);
    }

    private List<LocalDateTime> in(LocalDateTime begin) {
        List<LocalDate> on = days.of(begin.toLocalDate());
        if (on.isEmpty()) {
            return List.of();
        }
        List<LocalTime> at = times(begin);
        budget.use((long) on.size() * at.size());
        List<LocalDateTime> all =
                on.stream().flatMap(day -> at.stream().map(day::atTime)).toList();
        return rule.has(By.BYSETPOS) ? picked(all) : all;
    }

    private List<LocalDateTime> picked(List<LocalDateTime> all) {
        SortedSet<Integer> places = new TreeSet<>();
        rule.numbers(By.BYSETPOS).forEach(place -> places.add(place > 0 ? place - 1 : all.size() + place));
        return places.stream()
                .filter(place -> place >= 0 && place < all.size())
                .map(all::get)
                .toList();
    }

    private List<LocalTime> times(LocalDateTime begin) {
        SortedSet<Integer> hours = numbers(Frequency.HOURLY, By.BYHOUR, begin.getHour(), first.getHour());
        SortedSet<Integer> minutes = numbers(Frequency.MINUTELY, By.BYMINUTE, begin.getMinute(), first.getMinute());
        SortedSet<Integer> seconds = numbers(Frequency.SECONDLY, By.BYSECOND, begin.getSecond(), first.getSecond());
        budget.use((long) hours.size() * minutes.size() * seconds.size());
        List<LocalTime> times = new ArrayList<>();
        hours.forEach(hour ->
                minutes.forEach(minute -> seconds.forEach(second -> times.add(LocalTime.of(hour, minute, second)))));
        return times;
    }

    /** A period that is longer holds all that the rule says; one that is not holds one, if the rule allows that. */
    private SortedSet<Integer> numbers(Frequency same, By by, int own, int otherwise) {
        boolean fixed = !rule.frequency().isLongerThan(same);
        if (!rule.has(by)) {
            return new TreeSet<>(List.of(fixed ? own : otherwise));
        }
        SortedSet<Integer> said = rule.numbers(by);
        if (!fixed) {
            return said;
        }
        return said.contains(own) ? new TreeSet<>(List.of(own)) : new TreeSet<>();
    }
}
