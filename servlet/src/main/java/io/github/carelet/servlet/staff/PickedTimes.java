package io.github.carelet.servlet.staff;

import io.github.carelet.booking.Submission;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The times that somebody picked, and the one that they typed.
 *
 * @param starts when visits would begin, in order, each once
 * @param problem what is wrong with what was typed, by the end of a message's key
 */
record PickedTimes(List<Instant> starts, Optional<String> problem) {

    /** Copies the list. */
    PickedTimes {
        starts = List.copyOf(starts);
    }

    /**
     * Reads them.
     *
     * @param zone the zone of the clocks that the typed time is by. A time that these skip is none; of one that they show twice
     *     the first is meant, as the other is listed with its offset
     */
    static PickedTimes of(Submission typed, ZoneId zone) {
        TreeSet<Instant> starts = new TreeSet<>();
        try {
            typed.all("start")
                    .forEach(text -> starts.add(OffsetDateTime.parse(text).toInstant()));
            typed(typed, zone).ifPresent(starts::add);
            return new PickedTimes(new ArrayList<>(starts), Optional.empty());
        } catch (DateTimeException e) {
            return new PickedTimes(List.of(), Optional.of("time"));
        }
    }

    private static Optional<Instant> typed(Submission typed, ZoneId zone) {
        Optional<String> day = typed.first("day");
        Optional<String> time = typed.first("time");
        if (day.isEmpty() && time.isEmpty()) {
            return Optional.empty();
        }
        if (day.isEmpty() || time.isEmpty()) {
            throw new DateTimeException("half of a time was typed");
        }
        var wall = LocalDate.parse(day.get()).atTime(LocalTime.parse(time.get()));
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wall);
        if (offsets.isEmpty()) {
            throw new DateTimeException("the clocks skip that time");
        }
        return Optional.of(wall.toInstant(offsets.get(0)));
    }
}
