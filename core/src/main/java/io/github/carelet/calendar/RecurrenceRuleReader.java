package io.github.carelet.calendar;

import io.github.carelet.calendar.RecurrenceRule.By;
import io.github.carelet.calendar.RecurrenceRule.End;
import io.github.carelet.calendar.RecurrenceRule.NthDay;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code FREQ=WEEKLY;BYDAY=MO,WE}. Used by one thread. */
final class RecurrenceRuleReader {

    /** What comes later than this comes never, and sums stay within what a clock can show. */
    private static final long LONGEST_INTERVAL = 900_000_000;

    private static final int LONGEST_LIST = 1_000;
    private static final List<String> WEEK = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Pattern DAY = Pattern.compile("([+-]?\\d{1,3})?(MO|TU|WE|TH|FR|SA|SU)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}");

    private final Map<String, String> parts = new HashMap<>();

    private RecurrenceRuleReader() {}

    /**
     * Reads a rule.
     *
     * @throws IllegalArgumentException if it holds anything that is not understood; without its words
     */
    static RecurrenceRule read(String text) {
        RecurrenceRuleReader reader = new RecurrenceRuleReader();
        for (String part : text.strip().toUpperCase(Locale.ROOT).split(";")) {
            String[] sides = part.split("=", 2);
            if (!part.isBlank() && (sides.length < 2 || reader.parts.put(sides[0].strip(), sides[1].strip()) != null)) {
                throw new IllegalArgumentException("a part of the rule is there twice, or has no value");
            }
        }
        return reader.rule();
    }

    private RecurrenceRule rule() {
        Frequency frequency = Frequency.valueOf(
                taken("FREQ").orElseThrow(() -> new IllegalArgumentException("the rule has no FREQ")));
        long interval = taken("INTERVAL").map(text -> positive(text)).orElse(1);
        End end = new End(taken("COUNT").map(RecurrenceRuleReader::positive), taken("UNTIL"));
        DayOfWeek weekStart = taken("WKST").map(RecurrenceRuleReader::day).orElse(DayOfWeek.MONDAY);
        List<NthDay> days = taken("BYDAY").map(RecurrenceRuleReader::days).orElse(List.of());
        Map<By, SortedSet<Integer>> numbers = new EnumMap<>(By.class);
        for (By by : By.values()) {
            taken(by.name()).ifPresent(text -> numbers.put(by, numbers(by, text)));
        }
        taken("RSCALE").filter(scale -> !scale.equals("GREGORIAN")).ifPresent(scale -> unknown());
        if (!parts.isEmpty()) {
            unknown();
        }
        return new RecurrenceRule(frequency, Math.min(interval, LONGEST_INTERVAL), end, weekStart, days, numbers);
    }

    private static void unknown() {
        throw new IllegalArgumentException("a part of the rule is unknown");
    }

    private Optional<String> taken(String name) {
        return Optional.ofNullable(parts.remove(name));
    }

    private static int positive(String text) {
        int number = number(text);
        if (number < 1) {
            throw new IllegalArgumentException("a number of the rule is not positive");
        }
        return number;
    }

    private static int number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("what should be a number of the rule is none");
        }
        return Integer.parseInt(text);
    }

    private static String[] list(String text) {
        String[] list = text.split(",", LONGEST_LIST + 1);
        if (list.length > LONGEST_LIST) {
            throw new IllegalArgumentException("a list of the rule is too long");
        }
        return list;
    }

    private static SortedSet<Integer> numbers(By by, String text) {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (String each : list(text)) {
            int number = number(each.strip());
            if (!by.allows(number)) {
                throw new IllegalArgumentException("a number of the rule is out of range");
            }
            // A minute has no second 60 here: clocks that know leap seconds show it as the last.
            numbers.add(by == By.BYSECOND ? Math.min(number, 59) : number);
        }
        return numbers;
    }

    private static List<NthDay> days(String text) {
        List<NthDay> days = new ArrayList<>();
        for (String each : list(text)) {
            Matcher form = DAY.matcher(each.strip());
            if (!form.matches()) {
                throw new IllegalArgumentException("a day of the rule is none");
            }
            days.add(new NthDay(day(form.group(2)), form.group(1) == null ? 0 : Integer.parseInt(form.group(1))));
        }
        return days;
    }

    private static DayOfWeek day(String text) {
        int day = WEEK.indexOf(text);
        if (day < 0) {
            throw new IllegalArgumentException("a day of the rule is none");
        }
        return DayOfWeek.of(day + 1);
    }
}
