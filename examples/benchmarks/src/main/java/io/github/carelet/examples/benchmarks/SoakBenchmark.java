package io.github.carelet.examples.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A mixed load for a while, with a catalogue published every few seconds; nothing may go on growing. The control is a server
 * that leaks on purpose.
 */
final class SoakBenchmark implements Benchmark {

    private static final int SAMPLES = 30;
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final List<String> LEAKED = List.of("heap in MB", "threads", "open files");

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public List<Row> run(Effort effort) throws Exception {
        Duration each = effort.soak().dividedBy(SAMPLES);
        List<SoakVerdict.Trend> ours =
                each.compareTo(SHORTEST) < 0 ? arm("soak", SoakVerdict.FEWEST, SHORTEST) : arm("soak", SAMPLES, each);
        List<SoakVerdict.Trend> control = arm("soak-leaking", SoakVerdict.FEWEST, SHORTEST);
        return IntStream.range(0, ours.size())
                .mapToObj(i -> row(ours.get(i), control.get(i)))
                .toList();
    }

    private static Row row(SoakVerdict.Trend ours, SoakVerdict.Trend control) {
        return LEAKED.contains(ours.name()) ? ours.row().control(control.arm("leaks on purpose")) : ours.row();
    }

    private static List<SoakVerdict.Trend> arm(String kind, int samples, Duration each) throws Exception {
        Path folder = Files.createTempDirectory("benchmarks");
        try {
            return new SoakRun(folder).arm(kind, samples, each);
        } finally {
            Folders.delete(folder);
        }
    }
}
