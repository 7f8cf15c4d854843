package io.github.carelet.examples.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code java -jar benchmarks.jar all [--quick] [--minutes N] [--chart FILE]} runs every benchmark and prints one table, and
 * draws it; names in the place of {@code all} run some.
 * {@code load} is {@link Load}. The first figure of a ratio is the median of the rounds, then come the
 * smallest and the largest. Exit code 0 if every gate is met, 1 if one is missed, 2 if the machine was too busy to say, 64 if
 * the command is not understood.
 */
final class Benchmarks {

    private static final int USAGE = 64;
    private static final String EVERY = "all";
    private static final String LOAD = "load";
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final List<Benchmark> ALL = List.of(
            new RenderBenchmark(),
            new SlotsBenchmark(),
            new HttpBenchmark(),
            new BookingBenchmark(),
            new PublishBenchmark(),
            new SearchBenchmark(),
            new InboxBenchmark(),
            new WeightBenchmark(),
            new StartBenchmark(),
            new SoakBenchmark());

    private final List<Benchmark> chosen;
    private final Effort effort;
    private final List<Row> rows = new ArrayList<>();
    private final long began = System.nanoTime();

    private Benchmarks(List<Benchmark> chosen, Effort effort) {
        this.chosen = chosen;
        this.effort = effort;
    }

    /** Runs what is named. */
    public static void main(String[] arguments) throws Exception {
        try {
            System.exit(run(Arrays.asList(arguments)));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
        }
    }

    private static int run(List<String> words) throws Exception {
        if (words.stream().limit(1).anyMatch(LOAD::equals)) {
            return Load.run(words.subList(1, words.size()));
        }
        int names =
                (int) words.stream().takeWhile(word -> !word.startsWith("--")).count();
        Options options = Options.of(words.subList(names, words.size()), List.of("--quick"), "--minutes", "--chart");
        Benchmarks benchmarks =
                new Benchmarks(chosen(words.subList(0, names)), new Effort(options.has("--quick"), soak(options)));
        return benchmarks.run(options.last("--chart").map(Path::of));
    }

    /** Returns how long the long run is; a quick one is as short as can be. */
    private static Duration soak(Options options) {
        double minutes = options.number("--minutes", options.has("--quick") ? 0 : 2);
        return Duration.ofMillis((long) (minutes * 60_000));
    }

    private static List<Benchmark> chosen(List<String> names) {
        List<String> known = ALL.stream().map(Benchmark::name).toList();
        if (names.equals(List.of(EVERY))) {
            return ALL;
        }
        if (names.isEmpty() || !known.containsAll(names)) {
            throw new IllegalArgumentException(names + ": expected " + EVERY + ", " + LOAD + ", or some of " + known);
        }
        return ALL.stream().filter(each -> names.contains(each.name())).toList();
    }

    private int run(Optional<Path> chart) throws Exception {
        try {
            for (Benchmark each : chosen) {
                rows.addAll(measured(each));
            }
        } finally {
            System.out.print("\n" + Table.of(rows));
            if (effort.quick()) {
                System.out.println("Quick: this shows that everything runs; its ratios say little.");
            }
            if (chart.isPresent()) {
                Files.writeString(chart.get(), Chart.of(rows), StandardCharsets.UTF_8);
            }
        }
        return worst(rows).exitCode();
    }

    /** Runs it once more if the machine was too busy, unless the whole has taken long already. */
    private List<Row> measured(Benchmark benchmark) throws Exception {
        List<Row> measured = benchmark.run(effort);
        if (worst(measured) == Verdict.NOISY && !effort.quick() && elapsed().compareTo(LONG) < 0) {
            System.out.println(benchmark.name() + ": the rounds differ too much, once more");
            measured = benchmark.run(effort);
        }
        System.out.println(benchmark.name() + ": done, " + elapsed().toSeconds() + " s since the beginning");
        return measured;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static Verdict worst(List<Row> rows) {
        return Verdict.worst(rows.stream().map(Row::verdict));
    }
}
