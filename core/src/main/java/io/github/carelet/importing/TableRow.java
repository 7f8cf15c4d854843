package io.github.carelet.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row of a table while it is collected. Used by one thread. */
final class TableRow {

    private final StringBuilder html = new StringBuilder();
    private final List<String> lines = new ArrayList<>();

    void start() {
        html.setLength(0);
        lines.clear();
    }

    void add(boolean heads, Runs cell) {
        lines.addAll(cell.lines());
        String tag = heads ? "th" : "td";
        html.append('<')
                .append(tag)
                .append('>')
                .append(cell.html())
                .append("</")
                .append(tag)
                .append('>');
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Returns the row; empty if there is nothing in it. */
    Optional<String> end() {
        return lines.isEmpty() ? Optional.empty() : Optional.of("<tr>" + html + "</tr>");
    }
}
