package io.github.carelet.calendar;

import io.github.carelet.calendar.ContentLineReader.Line;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The components of an iCalendar file, with those of their properties that are known. Used by one thread. */
final class ComponentReader {

    private static final String CALENDAR = "VCALENDAR";
    private static final int DEEPEST = 10;

    private final ContentLineReader lines;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Component> calendars = new ArrayList<>();

    private ComponentReader(ContentLineReader lines) {
        this.lines = lines;
    }

    /** A component whose end has not come yet. */
    private record Open(String name, int line, List<Property> properties, List<Component> parts) {}

    /**
     * Returns the calendars in a file.
     *
     * @throws UnreadableCalendarException if there is none, one of them is cut off, or it is too much
     */
    static List<Component> read(byte[] bytes, CalendarLimits limits) {
        if (bytes.length > limits.bytes()) {
            throw new UnreadableCalendarException("it has more than " + limits.bytes() + " bytes");
        }
        return new ComponentReader(new ContentLineReader(bytes, limits.lines())).read();
    }

    private List<Component> read() {
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            read(line.get());
        }
        if (!open.isEmpty()) {
            throw new UnreadableCalendarException("it ends before the component does that begins in line "
                    + open.peek().line());
        }
        if (calendars.isEmpty()) {
            throw new UnreadableCalendarException("it is no calendar: expected BEGIN:VCALENDAR");
        }
        return calendars;
    }

    private void read(Line line) {
        String name = ContentLineReader.name(line.text());
        switch (name) {
            case "BEGIN" -> begin(word(line), line.number());
            case "END" -> end(word(line), line.number());
            default -> {
                if (!open.isEmpty() && Property.isKnown(name)) {
                    property(name, line).ifPresent(open.peek().properties()::add);
                }
            }
        }
    }

    private void begin(String name, int line) {
        if (open.isEmpty() && !name.equals(CALENDAR)) {
            throw new UnreadableCalendarException("line " + line + " begins no VCALENDAR");
        }
        if (open.size() == DEEPEST) {
            throw new UnreadableCalendarException("line " + line + ": components in more than " + DEEPEST + " others");
        }
        open.push(new Open(name, line, new ArrayList<>(), new ArrayList<>()));
    }

    private void end(String name, int line) {
        if (open.isEmpty() || !open.peek().name().equals(name)) {
            throw new UnreadableCalendarException("line " + line + " ends what has not begun");
        }
        Open ended = open.pop();
        Component component = new Component(name, ended.line(), ended.properties(), ended.parts());
        (open.isEmpty() ? calendars : open.peek().parts()).add(component);
    }

    private static String word(Line line) {
        String text = line.text();
        return text.substring(text.indexOf(':') + 1).strip().toUpperCase(Locale.ROOT);
    }

    /** Empty if the line has no value. A value of a parameter may be quoted, with colons and semicolons in it. */
    private static Optional<Property> property(String name, Line line) {
        String text = line.text();
        Map<String, String> parameters = new HashMap<>();
        boolean quoted = false;
        int from = text.indexOf(';') + 1;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            quoted ^= sign == '"';
            if (!quoted && (sign == ';' || sign == ':')) {
                if (at >= from && from > 0) {
                    parameter(text.substring(from, at), parameters);
                }
                if (sign == ':') {
                    return Optional.of(new Property(name, parameters, text.substring(at + 1), line.number()));
                }
                from = at + 1;
            }
        }
        return Optional.empty();
    }

    private static void parameter(String text, Map<String, String> parameters) {
        int equals = text.indexOf('=');
        if (equals > 0) {
            String value = text.substring(equals + 1).replace("\"", "").strip();
            parameters.put(text.substring(0, equals).strip().toUpperCase(Locale.ROOT), value);
        }
    }
}
