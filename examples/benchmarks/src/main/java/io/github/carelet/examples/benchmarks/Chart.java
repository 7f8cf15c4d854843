package io.github.carelet.examples.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Rows as a picture in SVG, without a script, for light and dark pages. One line for all gates: what is left of it is met,
 * ten times as much is one step to the right.
 */
final class Chart {

    private static final int LEFT = 330;
    private static final int PLOT = 410;
    private static final int RIGHT = 250;
    private static final int TOP = 64;
    private static final int STEP = 24;
    private static final int STEPS_BELOW = 2;
    private static final int STEPS_ABOVE = 3;
    private static final String STYLE = "svg{font:13px system-ui,sans-serif;fill:#1f2328}.b{fill:#fff}.z{fill:#f3f5f7}"
            + ".l{stroke:#1f2328;stroke-width:2}.r{stroke:#59636e;stroke-width:1.5}.w{stroke-width:3}"
            + ".met{fill:#0a6b3d;stroke:#0a6b3d}.missed,.blind{fill:#b3261e;stroke:#b3261e}"
            + ".noisy{fill:none;stroke:#59636e}.noisy.t{fill:#59636e}.p{fill:none;stroke:#59636e;stroke-width:1.5}"
            + "@media(prefers-color-scheme:dark){svg{fill:#f0f6fc}.b{fill:#0d1117}.z{fill:#171d25}.l{stroke:#f0f6fc}"
            + ".r,.p,.noisy{stroke:#9198a1}.noisy.t{fill:#9198a1}.met{fill:#4fc985;stroke:#4fc985}"
            + ".missed,.blind{fill:#ff8a80;stroke:#ff8a80}}.t{stroke:none!important}";

    private Chart() {}

    /** Returns the picture of those rows that have a gate; what it shows is also said in words. */
    static String of(List<Row> all) {
        List<Row> rows = all.stream().filter(row -> row.bar().isPresent()).toList();
        int height = TOP + rows.size() * STEP + 16;
        StringBuilder svg = new StringBuilder();
        line(
                svg,
                "<svg xmlns='http://www.w3.org/2000/svg' role='img' aria-labelledby='t d' viewBox='0 0 %d %d'>",
                LEFT + PLOT + RIGHT,
                height);
        line(svg, "<title id='t'>What Carelet costs, in relation to its gates</title>");
        line(svg, "<desc id='d'>%s</desc>", words(rows));
        line(svg, "<style>%s</style>", STYLE);
        line(svg, "<rect class='b' width='100%%' height='100%%'/>");
        legend(svg);
        for (int i = 0; i < rows.size(); i++) {
            if (i % 2 == 0) {
                line(svg, "<rect class='z' y='%d' width='100%%' height='%d'/>", TOP + i * STEP, STEP);
            }
        }
        line(svg, "<path class='l' d='M%1$.1f %2$d V%3$d'/>", x(1), TOP - 4, height - 12);
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), TOP + i * STEP + STEP / 2);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void legend(StringBuilder svg) {
        line(svg, "<text x='12' y='22' font-weight='600'>Less is better: left of the line the gate is met</text>");
        line(
                svg,
                "<text x='12' y='46'>● Carelet, all rounds · ○ too noisy to say · | limit or peer · ◇ others · "
                        + "× control, must be right of the line</text>");
        for (int step = -STEPS_BELOW; step <= STEPS_ABOVE; step++) {
            String label =
                    step == 0 ? "gate" : step < 0 ? "1/" + (int) Math.pow(10, -step) : (int) Math.pow(10, step) + "×";
            line(
                    svg,
                    "<text x='%.1f' y='%d' font-size='11' text-anchor='middle'>%s</text>",
                    x(Math.pow(10, step)),
                    TOP - 6,
                    label);
        }
    }

    private static void row(StringBuilder svg, Row row, int y) {
        double gate = row.bar().orElseThrow().gate();
        String verdict = row.verdict().name().toLowerCase(Locale.ROOT);
        Spread ours = row.ours().ratio();
        line(svg, "<text x='12' y='%d'>%s</text>", y + 4, escaped(row.work()));
        line(svg, "<path class='r' d='M%.1f %d v12'/>", x(row.limit().ratio().median() / gate), y - 6);
        for (Arm peer : row.peers()) {
            line(
                    svg,
                    "<path class='p' d='M%.1f %d l5 5 l-5 5 l-5 -5 z'/>",
                    x(peer.ratio().median() / gate),
                    y - 5);
        }
        row.control()
                .ifPresent(arm -> line(
                        svg,
                        "<path class='r' d='M%.1f %d l8 8 m0 -8 l-8 8'/>",
                        x(arm.ratio().median() / gate) - 4,
                        y - 4));
        line(svg, "<path class='w %s' d='M%.1f %d H%.1f'/>", verdict, x(ours.min() / gate), y, x(ours.max() / gate));
        line(svg, "<circle class='w %s' cx='%.1f' cy='%d' r='4'/>", verdict, x(ours.median() / gate), y);
        line(
                svg,
                "<text class='t %s' x='%d' y='%d'>%s</text>",
                verdict,
                LEFT + PLOT + 12,
                y + 4,
                escaped(outcome(row)));
    }

    private static String outcome(Row row) {
        return Spread.figure(row.ours().ratio().median()) + " of "
                + Spread.figure(row.bar().orElseThrow().gate()) + ": " + Table.verdict(row);
    }

    private static String words(List<Row> rows) {
        return rows.stream()
                .map(row -> escaped(row.work() + " " + outcome(row)))
                .collect(Collectors.joining("; ", "", "."));
    }

    /** Returns where a share of the gate is drawn; what is beyond an end is drawn at it. */
    static double x(double share) {
        double steps = share > 0 ? Math.log10(share) : -STEPS_BELOW;
        double inside = Math.max(-STEPS_BELOW, Math.min(STEPS_ABOVE, steps));
        return LEFT + PLOT * (inside + STEPS_BELOW) / (STEPS_BELOW + STEPS_ABOVE);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void line(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
