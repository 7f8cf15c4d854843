package io.github.carelet.importing;

import io.github.carelet.catalog.OpenInterval;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of opening hours as people write them, such as {@code Mon-Fri 8am-12pm, 1-5:30 pm} and {@code Sat: closed}. */
final class HoursGrammar {

    private static final String DAY =
            "(?:mon(?:day)?s?|tue(?:s(?:day)?)?s?|wed(?:s|nesday)?s?|thu(?:r(?:s(?:day)?)?)?s?|fri(?:day)?s?"
                    + "|sat(?:urday)?s?|sun(?:day)?s?|lun(?:es)?|mar(?:tes)?|mi[eé](?:r(?:coles)?)?|jue(?:ves)?|vie(?:rnes)?|s[aá]b(?:ado)?s?|dom(?:ingo)?s?"
                    + "|(?-i:Mo|Tu|We|Th|Fr|Sa|Su|M|W|F)(?=\\.?\\s*(?:\\p{Pd}|[:,/&\\d]|$)))";
    private static final String DASH = "\\s*(?:\\p{Pd}|to|thru|through|until|till|a|al)\\s*";
    private static final Pattern DAYS = Pattern.compile("(?i)(?<![\\p{L}.])(?:(" + DAY + ")\\.?(?:" + DASH + "(" + DAY
            + ")\\.?)?(?![\\p{L}])|(weekdays|weekends?|daily|every ?day|7 days a week|todos los d[ií]as))");
    private static final String TIME = "(\\d{1,2})(?:[:.h](\\d{2}))?\\s*([ap]\\.?\\s?m\\.?|noon|midnight)?";
    private static final Pattern INTERVAL = Pattern.compile("(?i)(?<![\\d:])(?:" + TIME
            + "|(noon|midnight))\\s*(?:\\p{Pd}|to|until|till|a)\\s*(?:" + TIME + "|(noon|midnight))(?![\\d:])");
    private static final Pattern CLOSED = Pattern.compile("(?i)\\b(closed|cerrado|not open)\\b");
    private static final Pattern ALL_DAY = Pattern.compile("(?i)\\b(24 hours|24/7|open 24|24 horas)\\b");
    private static final Pattern BREAK =
            Pattern.compile("(?i)\\b(closed (for lunch\\b|from\\b|between\\b|(?=\\d))|lunch\\b|except\\b).*");
    private static final Pattern REST = Pattern.compile(
            "(?i)\\b(hours?|office|clinic|opening|open|business|and|the|from|by appointment( only)?|our|are|we|of|operation|am|pm|closed for lunch|lunch|for|phone|horario|de|y|atenci[oó]n|today|closed)\\b");
    private static final int LONGEST = 200;
    private static final int NOON = 12 * 60;

    /**
     * What a line says.
     *
     * @param days the days; empty if it names none
     * @param open when it is open; empty if closed or not said
     * @param timed whether it says when
     * @param whole whether it says nothing else
     */
    record Line(Set<DayOfWeek> days, List<OpenInterval> open, boolean timed, boolean whole) {}

    private HoursGrammar() {}

    /** Returns what a line says about hours, part by part; nothing if it is about something else. */
    static List<Line> read(String text) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        List<Integer> starts = starts(text);
        if (starts.isEmpty()) {
            Line line = part(text, EnumSet.noneOf(DayOfWeek.class), text);
            return line.timed() && line.whole() ? List.of(line) : List.of();
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
            String piece = text.substring(i == 0 ? 0 : starts.get(i), end);
            lines.add(part(piece, days(piece), DAYS.matcher(piece).replaceAll(" ")));
        }
        return lines;
    }

    /** A new part starts at each day that follows a time, so that "Mon, Wed 8-5, Fri 8-12" has two. */
    private static List<Integer> starts(String text) {
        List<Integer> starts = new ArrayList<>();
        Matcher day = DAYS.matcher(text);
        int from = 0;
        while (day.find()) {
            String between = text.substring(from, day.start());
            boolean said = INTERVAL.matcher(between).find()
                    || CLOSED.matcher(between).find()
                    || ALL_DAY.matcher(between).find();
            if (starts.isEmpty() || said) {
                starts.add(day.start());
                from = day.end();
            }
        }
        return starts;
    }

    private static Line part(String piece, Set<DayOfWeek> days, String rest) {
        boolean closed = CLOSED.matcher(rest).find();
        Matcher pause = BREAK.matcher(rest);
        boolean hasPause = pause.find();
        String main = hasPause ? rest.substring(0, pause.start()) : rest;
        List<OpenInterval> open = intervals(main);
        if (hasPause && !open.isEmpty()) {
            open = without(open, intervals(rest.substring(pause.start())));
        }
        if (open.isEmpty() && ALL_DAY.matcher(rest).find()) {
            open = List.of(new OpenInterval(0, 24 * 60));
        }
        String left = ALL_DAY.matcher(INTERVAL.matcher(rest).replaceAll(" ")).replaceAll(" ");
        boolean whole =
                Words.count(REST.matcher(CLOSED.matcher(left).replaceAll(" ")).replaceAll(" ")) <= 2;
        boolean bare = !days.isEmpty()
                && open.isEmpty()
                && !closed
                && !piece.toLowerCase(Locale.ROOT).matches(".*[a-z]{3,}.*");
        return new Line(days, open, !open.isEmpty() || closed && !hasPause, whole && !bare);
    }

    private static Set<DayOfWeek> days(String piece) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Matcher matcher = DAYS.matcher(piece);
        while (matcher.find()) {
            if (matcher.group(3) != null) {
                days.addAll(named(matcher.group(3).toLowerCase(Locale.ROOT)));
                continue;
            }
            DayOfWeek from = day(matcher.group(1));
            DayOfWeek to = matcher.group(2) == null ? from : day(matcher.group(2));
            for (DayOfWeek each = from; ; each = each.plus(1)) {
                days.add(each);
                if (each == to) {
                    break;
                }
            }
        }
        return days;
    }

    private static Set<DayOfWeek> named(String word) {
        if (word.equals("weekdays")) {
            return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        }
        return word.startsWith("weekend")
                ? EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                : EnumSet.allOf(DayOfWeek.class);
    }

    private static DayOfWeek day(String word) {
        String start = word.toLowerCase(Locale.ROOT);
        List<String> english = List.of("mo", "tu", "we", "th", "fr", "sa", "su");
        List<String> spanish = List.of("lu", "mar", "mi", "ju", "vi", "s", "do");
        for (int i = 0; i < 7; i++) {
            boolean letter = start.equals("m") && i == 0 || start.equals("f") && i == 4;
            if (letter
                    || start.startsWith(english.get(i))
                    || start.startsWith(spanish.get(i)) && i != 5
                    || i == 5 && start.startsWith("sá")) {
                return DayOfWeek.of(i + 1);
            }
        }
        return DayOfWeek.MONDAY;
    }

    private static List<OpenInterval> intervals(String text) {
        List<OpenInterval> found = new ArrayList<>();
        Matcher matcher = INTERVAL.matcher(text);
        while (matcher.find()) {
            interval(matcher).ifPresent(found::add);
        }
        found.sort((one, other) -> one.startMinute() - other.startMinute());
        boolean apart = true;
        for (int i = 1; i < found.size(); i++) {
            apart &= found.get(i).startMinute() >= found.get(i - 1).endMinute();
        }
        return apart ? found : found.subList(0, 1);
    }

    private static Optional<OpenInterval> interval(Matcher match) {
        int start = minute(match, 1);
        int end = minute(match, 5);
        boolean padded = match.group(1) != null && match.group(1).startsWith("0");
        boolean startSaid = padded || match.group(3) != null || match.group(4) != null;
        boolean endSaid = match.group(7) != null || match.group(8) != null;
        if (!startSaid && start < 7 * 60) {
            start += NOON; // nobody opens at one in the morning
        }
        if (!startSaid && endSaid && start >= end && start >= NOON) {
            start -= NOON;
        }
        if (!endSaid && end <= start && end < NOON) {
            end += NOON;
        }
        if (start >= 24 * 60
                || end > 24 * 60
                || end == start
                || match.group(2) == null
                        && match.group(6) == null
                        && !startSaid
                        && !endSaid
                        && (start > 20 * 60 || end > 23 * 60)) {
            return Optional.empty();
        }
        return Optional.of(new OpenInterval(start, end < start ? end + 24 * 60 : end));
    }

    private static int minute(Matcher match, int group) {
        String word = match.group(group + 3);
        if (word != null) {
            return word.equalsIgnoreCase("noon") ? NOON : 24 * 60;
        }
        int hour = Integer.parseInt(match.group(group));
        int minute = match.group(group + 1) == null ? 0 : Integer.parseInt(match.group(group + 1));
        String half =
                match.group(group + 2) == null ? "" : match.group(group + 2).toLowerCase(Locale.ROOT);
        if (half.startsWith("p") && hour < 12 || half.startsWith("m") && hour == 12) {
            hour += 12;
        } else if (half.startsWith("a") && hour == 12) {
            hour = 0;
        }
        return hour > 24 || minute > 59 ? 24 * 60 : hour * 60 + minute;
    }

    private static List<OpenInterval> without(List<OpenInterval> open, List<OpenInterval> pauses) {
        List<OpenInterval> left = new ArrayList<>(open);
        for (OpenInterval pause : pauses) {
            left = new ArrayList<>(Collections.unmodifiableList(left).stream()
                    .flatMap(each -> without(each, pause).stream())
                    .toList());
        }
        return left;
    }

    private static List<OpenInterval> without(OpenInterval open, OpenInterval pause) {
        if (pause.startMinute() <= open.startMinute() || pause.endMinute() >= open.endMinute()) {
            return List.of(open);
        }
        return List.of(
                new OpenInterval(open.startMinute(), pause.startMinute()),
                new OpenInterval(pause.endMinute(), open.endMinute()));
    }
}
