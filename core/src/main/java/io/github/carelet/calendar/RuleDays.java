package io.github.carelet.calendar;

import io.github.carelet.calendar.RecurrenceRule.By;
import io.github.carelet.calendar.RecurrenceRule.NthDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalField;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** On which days of a period something recurs. What a rule leaves open is as on the first day. Used by one thread. */
final class RuleDays {

    private final RecurrenceRule rule;
    private final Budget budget;
    private final SortedSet<Integer> months;
    private final SortedSet<Integer> monthDays;
    private final List<NthDay> days;
    private final TemporalField week;

    RuleDays(RecurrenceRule rule, LocalDate first, Budget budget) {
        this.rule = rule;
        this.budget = budget;
        boolean open = rule.days().isEmpty() && !rule.has(By.BYMONTHDAY) && !rule.has(By.BYYEARDAY);
        boolean yearly = rule.frequency() == Frequency.YEARLY;
        boolean dated = open && (yearly ? !rule.has(By.BYWEEKNO) : rule.frequency() == Frequency.MONTHLY);
        boolean weekly = open && (yearly ? rule.has(By.BYWEEKNO) : rule.frequency() == Frequency.WEEKLY);
        this.months = yearly && dated && !rule.has(By.BYMONTH)
                ? new TreeSet<>(List.of(first.getMonthValue()))
                : rule.numbers(By.BYMONTH);
        this.monthDays = dated ? new TreeSet<>(List.of(first.getDayOfMonth())) : rule.numbers(By.BYMONTHDAY);
        this.days = weekly ? List.of(new NthDay(first.getDayOfWeek(), 0)) : rule.days();
        this.week = WeekFields.of(rule.weekStart(), 4).weekOfWeekBasedYear();
    }

    /** Returns the days, in order, of the period that begins with a day. */
    List<LocalDate> of(LocalDate begin) {
        List<LocalDate> found = new ArrayList<>();
        switch (rule.frequency()) {
            case YEARLY ->
                (months.isEmpty()
                                ? IntStream.rangeClosed(1, 12)
                                : months.stream().mapToInt(each -> each))
                        .mapToObj(month -> YearMonth.of(begin.getYear(), month))
                        .forEach(month -> add(month.atDay(1), month.lengthOfMonth(), found));
            case MONTHLY -> add(begin, begin.lengthOfMonth(), found);
            case WEEKLY -> add(begin, DayOfWeek.values().length, found);
            default -> add(begin, 1, found);
        }
        return found;
    }

    private void add(LocalDate first, int count, List<LocalDate> found) {
        budget.use(count);
        for (int i = 0; i < count; i++) {
            LocalDate day = first.plusDays(i);
            if (isOne(day)) {
                found.add(day);
            }
        }
    }

    private boolean isOne(LocalDate day) {
        return (months.isEmpty() || months.contains(day.getMonthValue()))
                && isIn(monthDays, day.getDayOfMonth(), day.lengthOfMonth())
                && isIn(rule.numbers(By.BYYEARDAY), day.getDayOfYear(), day.lengthOfYear())
                && isInWeek(day)
                && (days.isEmpty() || days.stream().anyMatch(each -> isOne(each, day)));
    }

    private boolean isInWeek(LocalDate day) {
        return !rule.has(By.BYWEEKNO)
                || isIn(rule.numbers(By.BYWEEKNO), day.get(week), (int)
                        week.rangeRefinedBy(day).getMaximum());
    }

    private static boolean isIn(SortedSet<Integer> numbers, int number, int last) {
        return numbers.isEmpty() || numbers.contains(number) || numbers.contains(number - last - 1);
    }

    /** Counted within the month where a month is chosen, else within the year; shorter periods have each day once. */
    private boolean isOne(NthDay wanted, LocalDate day) {
        if (wanted.day() != day.getDayOfWeek()) {
            return false;
        }
        if (wanted.nth() == 0 || rule.frequency().compareTo(Frequency.MONTHLY) > 0) {
            return true;
        }
        boolean yearly = rule.frequency() == Frequency.YEARLY && !rule.has(By.BYMONTH);
        int at = yearly ? day.getDayOfYear() : day.getDayOfMonth();
        int last = yearly ? day.lengthOfYear() : day.lengthOfMonth();
        return wanted.nth() == (at + 6) / 7 || wanted.nth() == -(last - at + 7) / 7;
    }
}
