package io.github.carelet.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A sentence as words in lower case: the parts of a compound with a hyphen each on their own, a number as one word,
 * {@code %} as one.
 *
 * @param clauses the words between two commas, colons, semicolons, dashes or brackets; none is empty
 * @param question whether it ends with a question mark
 */
record Sentence(List<List<String>> clauses, boolean question) {

    private static final String MARKS = ".!?…";
    private static final String CLOSE = "\"'”»)]";
    private static final String BREAKS = ",;:()[]–—";

    /** A full stop after one of these ends no sentence, whatever follows. */
    private static final Set<String> NEVER_LAST = Set.of(
            "dr", "dra", "mr", "mrs", "ms", "prof", "sr", "sra", "srta", "st", "vs", "e.g", "i.e", "no", "nos", "fig",
            "approx", "ca", "núm", "p.ej", "ej", "u.s", "ee", "ext", "tel");

    private static final int LONGEST_ABBREVIATION = 6;

    /** A longer run of words is cut: no sentence has it, and what looks for phrases need not bear it. */
    private static final int LONGEST_CLAUSE = 100;

    Sentence {
        clauses = List.copyOf(clauses);
    }

    /** Returns the sentences of a paragraph or list item; what does not end with a mark is a sentence as well. */
    static List<Sentence> in(String paragraph) {
        String text = paragraph.replace('’', '\'').strip();
        List<Sentence> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (MARKS.indexOf(text.charAt(i)) >= 0) {
                int end = passOver(text, passOver(text, i, MARKS), CLOSE);
                if (startsAnew(text, end) && !(text.charAt(i) == '.' && isAbbreviation(text, start, i))) {
                    add(text.substring(start, end), sentences);
                    start = end;
                }
                i = end - 1;
            }
        }
        add(text.substring(start), sentences);
        return sentences;
    }

    int length() {
        return clauses.stream().mapToInt(List::size).sum();
    }

    private static int passOver(String text, int from, String characters) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** A sentence starts after a space, and not in lower case. */
    private static boolean startsAnew(String text, int at) {
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next > at && next < text.length() && !Character.isLowerCase(text.codePointAt(next));
    }

    private static boolean isAbbreviation(String text, int start, int dot) {
        int first = dot;
        while (first > start && isOfAbbreviation(text.charAt(first - 1))) {
            first--;
            if (dot - first > LONGEST_ABBREVIATION) {
                return false;
            }
        }
        String word = text.substring(first, dot);
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I");
        return initial || NEVER_LAST.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isOfAbbreviation(char c) {
        return c == '.' || Character.isLetter(c);
    }

    private static void add(String text, List<Sentence> sentences) {
        List<List<String>> clauses = new ArrayList<>();
        List<String> clause = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (int at = 0; at < lower.length(); ) {
            int end = endOfWord(lower, at);
            if (end > at) {
                clause.add(lower.substring(at, end));
            }
            boolean breaks = end == at && BREAKS.indexOf(lower.charAt(at)) >= 0;
            if ((breaks || clause.size() == LONGEST_CLAUSE) && !clause.isEmpty()) {
                clauses.add(List.copyOf(clause));
                clause.clear();
            }
            at = Math.max(end, at + 1);
        }
        if (!clause.isEmpty()) {
            clauses.add(List.copyOf(clause));
        }
        if (!clauses.isEmpty()) {
            sentences.add(new Sentence(clauses, lower.stripTrailing().endsWith("?")));
        }
    }

    /** Returns where the word that starts at a place ends; the place itself if none starts there. */
    private static int endOfWord(String text, int start) {
        if (text.charAt(start) == '%') {
            return start + 1;
        }
        int at = start;
        while (at < text.length() && (isOfWord(text.charAt(at)) || at > start && joins(text, at))) {
            at++;
        }
        return at;
    }

    /** An apostrophe between letters, and a point, comma or colon between digits. */
    private static boolean joins(String text, int at) {
        if (at + 1 >= text.length()) {
            return false;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        return text.charAt(at) == '\''
                ? Character.isLetter(before) && Character.isLetter(after)
                : ".,:".indexOf(text.charAt(at)) >= 0 && Character.isDigit(before) && Character.isDigit(after);
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.isSurrogate(c);
    }
}
