package io.github.carelet.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a language tells the time: by which clock, and what it calls the parts of a day. Written as {@code 12: 0 AM, 12 PM}:
 * the clock, then the hour of the day from which each part counts. {@code 24:} has no parts.
 *
 * @param hours 12 or 24
 * @param parts the name of each part by its first hour; empty of the 24-hour clock
 */
record ClockWords(int hours, NavigableMap<Integer, String> parts) {

    private static final Pattern PART = Pattern.compile("([0-9]{1,2})\\s+(\\S.*)");
    private static final String EXPECTED =
            "expected 24: or the parts of a day by their first hour, like 12: 0 AM, 12 PM";

    ClockWords {
        parts = Collections.unmodifiableNavigableMap(new TreeMap<>(parts));
    }

    /**
     * Reads what a language says.
     *
     * @throws IllegalArgumentException if it says nothing of the kind, with what was expected
     */
    static ClockWords parse(String text) {
        if (text.strip().equals("24:")) {
            return new ClockWords(24, new TreeMap<>());
        }
        if (!text.strip().startsWith("12:")) {
            throw new IllegalArgumentException("'" + text + "': " + EXPECTED);
        }
        TreeMap<Integer, String> parts = new TreeMap<>();
        for (String part : text.strip().substring(3).split(",", -1)) {
            Matcher matcher = PART.matcher(part.strip());
            int from = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 24;
            if (from > 23 || parts.put(from, matcher.group(2)) != null) {
                throw new IllegalArgumentException("'" + part.strip() + "': " + EXPECTED);
            }
        }
        if (!parts.containsKey(0)) {
            throw new IllegalArgumentException("'" + text + "' has no part from hour 0: " + EXPECTED);
        }
        return new ClockWords(12, parts);
    }

    /** Returns the hour that the clock shows. */
    int shown(int hour) {
        return hours == 24 ? hour : (hour + 11) % 12 + 1;
    }

    /** Returns what the part of the day is called; empty by the 24-hour clock. */
    String part(int hour) {
        Entry<Integer, String> part = parts.floorEntry(hour);
        return part == null ? "" : part.getValue();
    }

    /** Returns every name of a part, in the order of the day. */
    List<String> names() {
        return new ArrayList<>(parts.values());
    }
}
