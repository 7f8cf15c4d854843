package io.github.carelet.calendar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Optional;

/**
 * The content lines of an iCalendar file, unfolded (RFC 5545, 3.1). A fold may cut a character's bytes in two, and no text is
 * wanted, so that bytes are taken for signs. Used by one thread.
 */
final class ContentLineReader {

    /** One line, however often it was folded. */
    record Line(int number, String text) {}

    private final String text;
    private final int most;
    private int at;
    private int number = 1;
    private int count;

    ContentLineReader(byte[] bytes, int most) {
        this.text = new String(bytes, ISO_8859_1);
        this.most = most;
        this.at = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    }

    /**
     * Returns the next line that is not empty.
     *
     * @throws UnreadableCalendarException if it is one too many
     */
    Optional<Line> next() {
        while (at < text.length()) {
            if (++count > most) {
                throw new UnreadableCalendarException("it has more than " + most + " lines");
            }
            int first = number;
            String line = physical();
            if (isContinued()) {
                StringBuilder unfolded = new StringBuilder(line);
                while (isContinued()) {
                    at++;
                    unfolded.append(physical());
                }
                line = unfolded.toString();
            }
            if (!line.isBlank()) {
                return Optional.of(new Line(first, line));
            }
        }
        return Optional.empty();
    }

    private boolean isContinued() {
        return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t');
    }

    private String physical() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        String line = text.substring(at, end);
        at = end;
        if (text.startsWith("\r\n", at)) {
            at += 2;
        } else if (at < text.length()) {
            at++;
        }
        number++;
        return line;
    }

    /** Returns the name that a line begins with, in capitals; empty if it is no content line. */
    static String name(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) != ':' && line.charAt(end) != ';') {
            end++;
        }
        return end == line.length() ? "" : line.substring(0, end).strip().toUpperCase(Locale.ROOT);
    }
}
