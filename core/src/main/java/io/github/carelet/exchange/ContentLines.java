package io.github.carelet.exchange;

import java.nio.charset.StandardCharsets;

/** The content lines of an iCalendar file, folded to 75 bytes (RFC 5545, 3.1). Used by one thread. */
final class ContentLines {

    private static final int LONGEST = 75;
    private static final String END = "\r\n";

    private final StringBuilder lines = new StringBuilder();

    /** Adds a line whose value stands as it is; our own values and ids have no line break in them. */
    void add(String nameAndParameters, String value) {
        int used = 0;
        String line = nameAndParameters + ":" + value;
        for (int at = 0; at < line.length(); at = line.offsetByCodePoints(at, 1)) {
            String sign = line.substring(at, line.offsetByCodePoints(at, 1));
            int size = sign.getBytes(StandardCharsets.UTF_8).length;
            if (used + size > LONGEST) {
                lines.append(END).append(' ');
                used = 1;
            }
            lines.append(sign);
            used += size;
        }
        lines.append(END);
    }

    /** Adds a line whose value is text: escaped, with its line breaks kept and other control characters left out. */
    void addText(String name, String text) {
        StringBuilder escaped = new StringBuilder();
        text.replace("\r\n", "\n").codePoints().forEach(sign -> {
            switch (sign) {
                case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(sign);
                case '\n', '\r' -> escaped.append("\\n");
                default -> {
                    if (sign == '\t' || !Character.isISOControl(sign)) {
                        escaped.appendCodePoint(isLone(sign) ? '\uFFFD' : sign);
                    }
                }
            }
        });
        add(name, escaped.toString());
    }

    /** UTF-8 has no bytes for half of a pair. */
    private static boolean isLone(int sign) {
        return sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
