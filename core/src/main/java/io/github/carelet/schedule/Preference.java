package io.github.carelet.schedule;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a patient would like to come, written as {@code 2026-12-01/morning}.
 *
 * @param date the local day at the location
 * @param part the part of that day
 */
public record Preference(LocalDate date, DayPart part) {

    private static final Pattern FORM = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})/(morning|afternoon|evening|any)");

    /**
     * Returns the preference that is written like {@code 2026-12-01/morning}.
     *
     * @throws IllegalArgumentException if it is not written so
     */
    public static Preference parse(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            try {
                return new Preference(
                        LocalDate.parse(form.group(1)),
                        DayPart.valueOf(form.group(2).toUpperCase(Locale.ROOT)));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("a preference is for a day that no calendar has", e);
            }
        }
        // The text stays unquoted: a visitor wrote it, and it may be anything.
        throw new IllegalArgumentException("no preference: expected a day and its part, like 2026-12-01/morning");
    }

    @Override
    public String toString() {
        return date + "/" + part.name().toLowerCase(Locale.ROOT);
    }
}
