package io.github.carelet.importing;

import io.github.carelet.importing.ReportBlock.Status;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes a report as plain text, a line for each block: what is unmapped first, since somebody should look at it. Stateless. */
public final class ReportText {

    private static final int LONGEST = 300;

    private ReportText() {}

    /** Returns the report in UTF-8. */
    public static byte[] write(FidelityReport report) {
        StringBuilder text = new StringBuilder();
        report.notes().forEach(note -> text.append("! ").append(note).append('\n'));
        for (SourceReport each : report.sources()) {
            text.append('\n').append(title(each)).append('\n');
            section(text, each, Status.UNMAPPED, "Unmapped: look at these");
            section(text, each, Status.MAPPED, "Mapped");
            section(text, each, Status.DROPPED, "Dropped");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns in a line how much of a source is in the draft. */
    public static String title(SourceReport report) {
        return String.format(
                Locale.ROOT,
                "%s: %.1f %% covered (%d mapped, %d unmapped, %d dropped)",
                oneLine(report.source()),
                report.coverage(),
                report.count(Status.MAPPED),
                report.count(Status.UNMAPPED),
                report.count(Status.DROPPED));
    }

    private static void section(StringBuilder text, SourceReport report, Status status, String heading) {
        if (report.count(status) == 0) {
            return;
        }
        text.append("\n  ").append(heading).append('\n');
        report.blocks().stream().filter(each -> each.status() == status).forEach(each -> {
            String where = each.to()
                    .map(to -> to + (each.reason().isEmpty() ? "" : ", " + each.reason()))
                    .orElse(each.reason());
            text.append("    ").append(oneLine(each.text()));
            text.append(where.isEmpty() ? "" : "  [" + oneLine(where) + "]").append('\n');
        });
    }

    /** Nothing in a page can end a line or steer a terminal. */
    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
