package io.github.carelet.schedule;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.HoursException;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.OpenInterval;
import io.github.carelet.catalog.OpeningHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * When a type can be booked at a location, in wall-clock time: what the location's opening hours and the type's own hours,
 * if it has any, have in common. An interval belongs to the day on which it starts, also where it runs past midnight; it is
 * cut with the type's intervals of its day and of the days beside it. Where only one of the two is known, that one counts.
 * Immutable.
 */
final class BookableHours {

    private static final int DAY = 24 * 60;
    private static final int WEEK = 7;
    /** 1970 began on a Thursday. */
    private static final int FIRST_WEEKDAY = DayOfWeek.THURSDAY.ordinal();

    private final Optional<OpeningHours> open;
    private final Optional<OpeningHours> offered;
    private final int[] unknown;
    private final int[][] weekly = new int[WEEK][];
    private final long[] exceptions;

    private BookableHours(AppointmentType type, Location location, int[] unknown) {
        this.open = location.hours().or(type::hours);
        this.offered = location.hours().flatMap(known -> type.hours());
        this.unknown = unknown;
        for (DayOfWeek day : DayOfWeek.values()) {
            weekly[day.ordinal()] = cut(hours -> ahead -> hours.weekly().getOrDefault(day.plus(ahead), List.of()));
        }
        this.exceptions = exceptions();
    }

    /** Returns the hours; if neither are known, it is closed: nobody is sent to a door that may be locked. */
    static BookableHours of(AppointmentType type, Location location) {
        return new BookableHours(type, location, new int[0]);
    }

    /** Returns the hours; if neither are known, it is always open, past midnight for as long as a visit may take. */
    static BookableHours openIfUnknown(AppointmentType type, Location location) {
        return new BookableHours(type, location, new int[] {0, 2 * DAY});
    }

    /**
     * Returns the intervals of a day in order: start and end by turns, in minutes after the midnight with which it begins.
     * Not to be changed by the caller.
     *
     * @param day days since 1970
     */
    int[] on(long day) {
        for (int i = 0; i < exceptions.length; i += 2) {
            if (day >= exceptions[i] && day <= exceptions[i + 1]) {
                LocalDate date = LocalDate.ofEpochDay(day);
                return cut(hours -> ahead -> hours.on(date.plusDays(ahead)));
            }
        }
        return weekly[Math.floorMod(day + FIRST_WEEKDAY, WEEK)];
    }

    /** Cuts the intervals of a day; {@code near} gives those of hours on that day, or so many days ahead of it. */
    private int[] cut(Function<OpeningHours, IntFunction<List<OpenInterval>>> near) {
        if (open.isEmpty()) {
            return unknown;
        }
        return near.apply(open.get()).apply(0).stream()
                .flatMap(interval -> cut(interval, near).stream())
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    private List<int[]> cut(OpenInterval interval, Function<OpeningHours, IntFunction<List<OpenInterval>>> near) {
        if (offered.isEmpty()) {
            return List.of(new int[] {interval.startMinute(), interval.endMinute()});
        }
        List<int[]> pieces = new ArrayList<>();
        for (int ahead = -1; ahead <= 1; ahead++) {
            for (OpenInterval other : near.apply(offered.get()).apply(ahead)) {
                int start = Math.max(interval.startMinute(), other.startMinute() + ahead * DAY);
                int end = Math.min(interval.endMinute(), other.endMinute() + ahead * DAY);
                if (start < end) {
                    pieces.add(new int[] {start, end});
                }
            }
        }
        return pieces;
    }

    /** Returns the first and last days, by turns, that may differ from their weekday. */
    private long[] exceptions() {
        List<HoursException> all = new ArrayList<>();
        open.ifPresent(hours -> all.addAll(hours.exceptions()));
        offered.ifPresent(hours -> all.addAll(hours.exceptions()));
        long[] days = new long[2 * all.size()];
        for (int i = 0; i < all.size(); i++) {
            days[2 * i] = all.get(i).from().toEpochDay() - 1;
            days[2 * i + 1] = all.get(i).to().toEpochDay() + 1;
        }
        return days;
    }
}
