package io.github.carelet.schedule;

import java.time.LocalDate;
import java.util.Set;

/**
 * A day that may be asked for.
 *
 * @param date the local day at the location
 * @param parts the parts of it that may be asked for; never empty, {@link DayPart#ANY} always among them
 */
public record DayChoice(LocalDate date, Set<DayPart> parts) {

    /** Copies the set. */
    public DayChoice {
        parts = Set.copyOf(parts);
    }
}
