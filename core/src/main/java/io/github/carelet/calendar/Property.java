package io.github.carelet.calendar;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A property of a component.
 *
 * @param name in capitals
 * @param parameters by their names in capitals; of several values one text, without quotes
 * @param value as it stands
 * @param line where it begins, from 1
 */
record Property(String name, Map<String, String> parameters, String value, int line) {

    /** All that says when somebody is busy. Whatever else a calendar holds is none of our business. */
    private static final Set<String> KNOWN = Set.of(
            "UID",
            "SEQUENCE",
            "DTSTART",
            "DTEND",
            "DURATION",
            "RRULE",
            "RDATE",
            "EXDATE",
            "RECURRENCE-ID",
            "TRANSP",
            "STATUS",
            "X-MICROSOFT-CDO-BUSYSTATUS",
            "FREEBUSY",
            "TZID",
            "TZOFFSETFROM",
            "TZOFFSETTO");

    Property {
        parameters = Map.copyOf(parameters);
    }

    static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    Optional<String> parameter(String parameter) {
        return Optional.ofNullable(parameters.get(parameter));
    }

    boolean is(String word) {
        return word().equals(word);
    }

    /** The value as one of a few words, in capitals. */
    String word() {
        return value.strip().toUpperCase(Locale.ROOT);
    }

    /** Not the value: it may name a person. */
    @Override
    public String toString() {
        return name + " in line " + line;
    }
}
