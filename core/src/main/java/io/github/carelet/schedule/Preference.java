package io.github.carelet.schedule;

import java.time.LocalDate;
import java.util.Locale;

/**
 * When a patient would like to come, written as {@code 2026-12-01/morning}.
 *
 * @param date the local day at the location
 * @param part the part of that day
 */
public record Preference(LocalDate date, DayPart part) {

    /**
     * Returns the preference that is written like {@code 2026-12-01/morning}.
     *
     * @throws IllegalArgumentException if it is not written so
     */
    public static Preference parse(String text) {
        throw new UnsupportedOperationException("not yet: " + text);
    }

    @Override
    public String toString() {
        return date + "/" + part.name().toLowerCase(Locale.ROOT);
    }
}
