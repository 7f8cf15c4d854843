package io.github.carelet.servlet.fragment;

/** Text as it is written, wrapped to lines that fit everywhere; a word that is longer, such as an address, stays whole. */
final class TextLines {

    private static final int WIDTH = 72;

    private final StringBuilder text = new StringBuilder();
    private String first = "";
    private String rest = "";
    private boolean gap;

    /** Leaves a line empty before what comes next, unless it is the first. */
    void gap() {
        gap = gap || (!text.isEmpty() && first.equals(rest));
    }

    /** Writes a paragraph; a line feed in it ends a line. */
    void write(String paragraph) {
        if (gap) {
            text.append(rest.stripTrailing()).append('\n');
            gap = false;
        }
        paragraph.lines().filter(line -> !line.isBlank()).forEach(this::wrap);
    }

    /** Writes something with a mark before its first line, and as much room before the others. */
    void indented(String mark, String room, Runnable writing) {
        String outerFirst = first;
        String outerRest = rest;
        first = outerFirst + mark;
        rest = outerRest + room;
        writing.run();
        first = outerRest;
        rest = outerRest;
        gap = false;
    }

    /** Returns how wide a line under a text is. */
    int room(String above) {
        return Math.max(1, Math.min(WIDTH - rest.length(), above.length()));
    }

    private void wrap(String line) {
        int column = first.length();
        text.append(first);
        boolean start = true;
        for (String word : line.strip().split("[ \\t\\n]+")) {
            if (!start && column + 1 + word.length() > WIDTH) {
                text.append('\n').append(rest);
                column = rest.length();
                start = true;
            }
            text.append(start ? "" : " ").append(word);
            column += word.length() + (start ? 0 : 1);
            start = false;
        }
        text.append('\n');
        first = rest;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
