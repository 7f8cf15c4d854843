package io.github.carelet.schedule;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Location;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which days and parts of days may be asked for: by the notice, the window and the hours of an appointment type at a
 * location. What {@link #choices} lists, {@link #judge} accepts, and nothing else.
 *
 * <p>A part of a day may be asked for if a visit could start in it: at an instant that lies in that part by the wall clock
 * of the location, not before now and the notice, and early enough that the visit ends within the same bookable interval.
 * Bookable is what the location's hours and the type's own hours, if it has any, have in common. A location whose hours
 * are not known counts as always open. The day must not be beyond today at the location and the window.
 *
 * @param type the type
 * @param location the location
 */
public record RequestRules(AppointmentType type, Location location) {

    /** Returns every day that may be asked for, in order. */
    public List<DayChoice> choices(Instant now) {
        LocalDate today = today(now);
        List<DayChoice> choices = new ArrayList<>();
        for (int ahead = 0; ahead <= type.windowDays(); ahead++) {
            LocalDate day = today.plusDays(ahead);
            Set<DayPart> parts = EnumSet.noneOf(DayPart.class);
            for (DayPart part : DayPart.values()) {
                if (judge(new Preference(day, part), now).isEmpty()) {
                    parts.add(part);
                }
            }
            if (!parts.isEmpty()) {
                choices.add(new DayChoice(day, parts));
            }
        }
        return choices;
    }

    /**
     * Returns why a preference is refused; empty if it is not. It is too soon also when a visit could have started in that
     * part, but not any more with the notice.
     */
    public Optional<Refusal> judge(Preference preference, Instant now) {
        if (!type.locations().contains(location.id())) {
            return Optional.of(Refusal.NOT_OFFERED_HERE);
        }
        if (type.mode() == AppointmentType.Mode.PHONE) {
            return Optional.of(Refusal.PHONE_ONLY);
        }
        Instant earliest = now.plus(type.notice());
        Starts starts = Starts.of(type, location, preference.date());
        boolean inTime = starts.anyIn(preference.part(), earliest);
        if (!inTime && (isOver(preference, earliest) || starts.anyIn(preference.part(), Instant.MIN))) {
            return Optional.of(Refusal.TOO_SOON);
        }
        if (preference.date().isAfter(today(now).plusDays(type.windowDays()))) {
            return Optional.of(Refusal.TOO_FAR);
        }
        return inTime ? Optional.empty() : Optional.of(Refusal.CLOSED);
    }

    private boolean isOver(Preference preference, Instant earliest) {
        LocalTime to = preference.part().to();
        LocalDateTime end = to.equals(LocalTime.MAX)
                ? preference.date().plusDays(1).atStartOfDay()
                : preference.date().atTime(to);
        return !end.atZone(zone()).withLaterOffsetAtOverlap().toInstant().isAfter(earliest);
    }

    private LocalDate today(Instant now) {
        return now.atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return location.timeZone();
    }
}
