package io.github.carelet.schedule;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Which times are free.
 *
 * @param timeZone the zone of the location's clocks
 * @param days every day that was asked for, in order, also those without a free time
 * @param next the first free time on a later day, up to the end of the window
 */
public record SlotAnswer(ZoneId timeZone, List<SlotDay> days, Optional<Slot> next) {

    /** Copies the list. */
    public SlotAnswer {
        days = List.copyOf(days);
    }
}
