package io.github.carelet.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/** The text of a block while it is collected: pieces of it, each with the markup that it has. Used by one thread. */
final class Runs {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\u200B\\uFEFF\\u00AD]+");

    /** How a piece of text is marked up; a link without address is text. */
    record Style(String href, boolean link, boolean strong, boolean em) {}

    private record Run(String text, Style style) {}

    private final List<Run> runs = new ArrayList<>();

    void add(String text, Style style) {
        String even = BLANKS.matcher(text).replaceAll(" ");
        if (!even.isEmpty()) {
            runs.add(new Run(even, style));
        }
    }

    void lineBreak() {
        runs.add(new Run("\n", new Style("", false, false, false)));
    }

    /** Parts what would run together, such as two links that only a style sheet keeps apart. */
    void part() {
        if (!runs.isEmpty() && !runs.get(runs.size() - 1).text().endsWith("\n")) {
            runs.add(new Run(" ", new Style("", false, false, false)));
        }
    }

    boolean isBlank() {
        return runs.stream().allMatch(each -> each.text().isBlank());
    }

    void clear() {
        runs.clear();
    }

    List<String> lines() {
        StringBuilder all = new StringBuilder();
        runs.forEach(each -> all.append(each.text()));
        return all.toString()
                .lines()
                .map(Words::squeeze)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    boolean allLinked() {
        return runs.stream()
                .allMatch(each -> each.text().isBlank() || each.style().link());
    }

    boolean allStrong() {
        return runs.stream()
                .allMatch(each -> each.text().isBlank() || each.style().strong());
    }

    String href() {
        return runs.stream()
                .map(each -> each.style().href())
                .filter(href -> !href.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Returns the text with its markup; blanks at both ends and around line breaks are gone. */
    String html() {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < runs.size(); ) {
            Style style = runs.get(i).style();
            StringBuilder text = new StringBuilder();
            for (; i < runs.size() && runs.get(i).style().equals(style); i++) {
                text.append(runs.get(i).text());
            }
            html.append(marked(text.toString(), style));
        }
        return html.toString()
                .replaceAll(" +", " ")
                .replaceAll(" ?\n ?", "\n")
                .strip()
                .replaceAll("\n+", "<br>");
    }

    /** Blanks at the ends stand outside of the markup. */
    private static String marked(String text, Style style) {
        String core = text.strip();
        if (core.isEmpty()) {
            return text;
        }
        int start = text.indexOf(core);
        String inner = Entities.escape(core);
        inner = style.em() ? "<em>" + inner + "</em>" : inner;
        inner = style.strong() ? "<strong>" + inner + "</strong>" : inner;
        inner = style.href().isEmpty() ? inner : "<a href=\"" + Entities.escape(style.href()) + "\">" + inner + "</a>";
        return text.substring(0, start) + inner + text.substring(start + core.length());
    }
}
