package io.github.carelet.servlet.staff;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values by RFC 4180, in UTF-8 with a byte order mark, since that is how spreadsheets know it. Every value is
 * quoted, and one that a spreadsheet would take for a formula begins with an apostrophe: it then stays what was typed.
 */
final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_BEGINS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Csv() {}

    /** Returns the bytes of some rows; the first one is the names of the columns. */
    static byte[] of(List<List<String>> rows) {
        return rows.stream()
                .map(Csv::line)
                .collect(Collectors.joining("", BYTE_ORDER_MARK, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> row) {
        return row.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String value) {
        boolean formula = !value.isEmpty() && FORMULA_BEGINS.indexOf(value.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }
}
