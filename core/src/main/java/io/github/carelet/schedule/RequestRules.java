package io.github.carelet.schedule;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Location;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which days and parts of days may be asked for: by the notice, the window and the hours of an appointment type at a
 * location. What {@link #choices} lists, {@link #judge} accepts, and nothing else.
 *
 * <p>A part of a day may be asked for if a visit could start in it: at a minute that lies in that part by the wall clock
 * of the location, not before now and the notice, and early enough that the visit ends within the same bookable interval.
 * Bookable is what the location's hours and the type's own hours, if it has any, have in common. A location whose hours
 * are not known counts as always open. The day must not be beyond today at the location and the window.
 *
 * @param type the type
 * @param location the location
 */
public record RequestRules(AppointmentType type, Location location) {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long DAY = 86_400;

    /** Returns every day that may be asked for, in order. */
    public List<DayChoice> choices(Instant now) {
        List<DayChoice> choices = new ArrayList<>();
        if (never().isEmpty()) {
            Limits limits = limits(now);
            Grid grid = grid(limits.today(), limits.lastDay());
            for (long day = limits.today(); day <= limits.lastDay(); day++) {
                Set<DayPart> parts = parts(grid, day, limits.earliest());
                if (!parts.isEmpty()) {
                    choices.add(new DayChoice(LocalDate.ofEpochDay(day), parts));
                }
            }
        }
        return choices;
    }

    /**
     * Returns why a preference is refused; empty if it is not. It is too soon also when a visit could have started in that
     * part, but not any more with the notice.
     */
    public Optional<Refusal> judge(Preference preference, Instant now) {
        Optional<Refusal> never = never();
        if (never.isPresent()) {
            return never;
        }
        Limits limits = limits(now);
        long day = preference.date().toEpochDay();
        Grid grid = grid(day, day);
        boolean inTime = isIn(grid, day, preference.part(), limits.earliest());
        if (!inTime
                && (limits.isOver(grid.timeline(), end(preference))
                        || isIn(grid, day, preference.part(), Long.MIN_VALUE))) {
            return Optional.of(Refusal.TOO_SOON);
        }
        if (day > limits.lastDay()) {
            return Optional.of(Refusal.TOO_FAR);
        }
        return inTime ? Optional.empty() : Optional.of(Refusal.CLOSED);
    }

    private Optional<Refusal> never() {
        if (!type.locations().contains(location.id())) {
            return Optional.of(Refusal.NOT_OFFERED_HERE);
        }
        return type.mode() == AppointmentType.Mode.PHONE ? Optional.of(Refusal.PHONE_ONLY) : Optional.empty();
    }

    private Limits limits(Instant now) {
        return Limits.of(type, location.timeZone(), now);
    }

    /** Whoever answers a request may pick any minute, not only those of the steps. */
    private Grid grid(long firstDay, long lastDay) {
        Timeline timeline = Timeline.of(location.timeZone(), firstDay, lastDay);
        return Grid.of(BookableHours.openIfUnknown(type, location), timeline, MINUTE, type.duration());
    }

    private static Set<DayPart> parts(Grid grid, long day, long earliest) {
        Set<DayPart> parts = EnumSet.noneOf(DayPart.class);
        long[] starts = grid.starts(day);
        for (DayPart part : DayPart.values()) {
            if (anyIn(part, starts, grid.timeline(), day, earliest)) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static boolean isIn(Grid grid, long day, DayPart part, long earliest) {
        return anyIn(part, grid.starts(day), grid.timeline(), day, earliest);
    }

    private static boolean anyIn(DayPart part, long[] starts, Timeline timeline, long day, long earliest) {
        long from = day * DAY + part.from().toSecondOfDay();
        long to = day * DAY + end(part);
        for (long start : starts) {
            long wall = start + timeline.offsetAt(start);
            if (start >= earliest && wall >= from && wall < to) {
                return true;
            }
        }
        return false;
    }

    private static long end(Preference preference) {
        return preference.date().toEpochDay() * DAY + end(preference.part());
    }

    private static long end(DayPart part) {
        return part.to().equals(LocalTime.MAX) ? DAY : part.to().toSecondOfDay();
    }
}
