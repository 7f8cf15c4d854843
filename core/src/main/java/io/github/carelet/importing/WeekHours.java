package io.github.carelet.importing;

import io.github.carelet.catalog.OpenInterval;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The hours of a week while they are collected. */
final class WeekHours {

    private WeekHours() {}

    /** Adds intervals to days; one that overlaps what is there already is left out. */
    static void add(Map<DayOfWeek, List<OpenInterval>> week, Collection<DayOfWeek> days, List<OpenInterval> open) {
        for (DayOfWeek day : days) {
            List<OpenInterval> all = new ArrayList<>(week.getOrDefault(day, List.of()));
            open.stream().filter(each -> isFree(week, day, all, each)).forEach(all::add);
            all.sort((one, other) -> one.startMinute() - other.startMinute());
            week.put(day, List.copyOf(all));
        }
    }

    /** Returns a time of day by the 12 hour clock. */
    static String clock(int hour, String minute) {
        int twelve = hour % 12 == 0 ? 12 : hour % 12;
        return hour >= 24 ? "midnight" : twelve + ":" + minute + (hour < 12 ? " am" : " pm");
    }

    /** Intervals past midnight must not reach into the next day's, in both directions. */
    private static boolean isFree(
            Map<DayOfWeek, List<OpenInterval>> week, DayOfWeek day, List<OpenInterval> same, OpenInterval wanted) {
        int midnight = 24 * 60;
        return same.stream().noneMatch(each -> meet(each, wanted, 0))
                && week.getOrDefault(day.plus(1), List.of()).stream().noneMatch(each -> meet(each, wanted, midnight))
                && week.getOrDefault(day.minus(1), List.of()).stream().noneMatch(each -> meet(each, wanted, -midnight));
    }

    private static boolean meet(OpenInterval one, OpenInterval other, int shift) {
        return one.startMinute() + shift < other.endMinute() && other.startMinute() < one.endMinute() + shift;
    }
}
