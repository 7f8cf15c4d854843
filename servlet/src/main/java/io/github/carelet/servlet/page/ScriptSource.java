package io.github.carelet.servlet.page;

/**
 * Makes a script as short as it can be without another name for anything: no comment, no space that separates nothing. The
 * script must end each statement with a semicolon, and have no backquote, no block comment, and neither a space, a quotation
 * mark nor two slashes in a regular expression. Used by one thread, for one script.
 */
final class ScriptSource {

    private final String source;
    private final StringBuilder packed = new StringBuilder();
    private int at;

    private ScriptSource(String source) {
        this.source = source;
    }

    /**
     * Returns the short form of a script.
     *
     * @throws IllegalArgumentException if there is a backquote or a block comment
     */
    static String packed(String source) {
        if (source.contains("`") || source.contains("/*")) {
            throw new IllegalArgumentException("a script has a backquote or a block comment: expected neither");
        }
        return new ScriptSource(source).pack();
    }

    private String pack() {
        while (at < source.length()) {
            char next = source.charAt(at);
            if (Character.isWhitespace(next)) {
                at++;
            } else if (source.startsWith("//", at)) {
                skipComment();
            } else if (next == '\'' || next == '"') {
                copyText(next);
            } else {
                copy(next);
            }
        }
        return packed.append('\n').toString();
    }

    private void skipComment() {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end;
    }

    private void copyText(char quote) {
        int end = at + 1;
        while (source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        packed.append(source, at, end + 1);
        at = end + 1;
    }

    private void copy(char next) {
        char last = packed.isEmpty() ? ' ' : packed.charAt(packed.length() - 1);
        boolean apart = at > 0 && Character.isWhitespace(source.charAt(at - 1));
        if (apart && isOfWord(last) && isOfWord(next)) {
            packed.append(' ');
        }
        boolean needless = last == ';' && next == '}' || last == ',' && ")]}".indexOf(next) >= 0;
        packed.setLength(packed.length() - (needless ? 1 : 0));
        packed.append(next);
        at++;
    }

    private static boolean isOfWord(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '$';
    }
}
