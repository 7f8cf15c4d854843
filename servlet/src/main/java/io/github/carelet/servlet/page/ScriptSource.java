package io.github.carelet.servlet.page;

import java.util.stream.Collectors;

/** Scripts as they are written, and as they are sent. */
final class ScriptSource {

    private ScriptSource() {}

    /**
     * Returns a script without what only its readers need: indentation, empty lines, and comments that have a line of their
     * own. It must not have a text of more than one line.
     *
     * @throws IllegalArgumentException if there is a backquote, which could begin such a text
     */
    static String packed(String source) {
        if (source.contains("`")) {
            throw new IllegalArgumentException("a script has a backquote: its text may go over lines");
        }
        return source.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
