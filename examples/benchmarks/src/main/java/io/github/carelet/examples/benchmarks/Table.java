package io.github.carelet.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows as a table, in Markdown that is also read in a terminal. */
final class Table {

    private static final List<String> HEAD = List.of(
            "Work", "Carelet", "Limit or peer", "Ratio", "Gate", "Goal", "Verdict", "Others", "Control, must miss");

    private Table() {}

    /** Returns the table, each line ended. */
    static String of(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>(List.of(HEAD));
        rows.forEach(row -> lines.add(cells(row)));
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        lines.add(1, IntStream.of(widths).mapToObj("-"::repeat).toList());
        return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining());
    }

    /** Returns what is said of a row in words: the verdict, and whether the goal is met where only the gate is. */
    static String verdict(Row row) {
        if (row.bar().isEmpty()) {
            return "";
        }
        boolean gateOnly = row.verdict() == Verdict.MET && row.goalVerdict() != Verdict.MET;
        return row.verdict().word() + (gateOnly ? ", goal " + row.goalVerdict().word() : "");
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.work(),
                cost(row.ours(), row.unit()),
                row.limit().name() + ": " + cost(row.limit(), row.unit()),
                row.ours().ratio().toString(),
                row.bar().map(bar -> Spread.figure(bar.gate())).orElse(""),
                row.bar().map(bar -> Spread.figure(bar.goal())).orElse(""),
                verdict(row),
                row.peers().stream().map(Table::beside).collect(Collectors.joining(", ")),
                row.control().map(Table::beside).orElse(""));
    }

    private static String cost(Arm arm, String unit) {
        return (Spread.figure(arm.cost().median()) + " " + unit).strip();
    }

    private static String beside(Arm arm) {
        return arm.name() + ": " + Spread.figure(arm.ratio().median());
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(
                        i -> cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
