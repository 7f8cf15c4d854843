package io.github.carelet.examples.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code java -jar benchmarks.jar [NAME ...]}: runs the named benchmarks, or all of them, and prints one table. The first
 * figure of a ratio is the median of the rounds, then come the smallest and the largest. Exit code 0 if every gate is met,
 * 1 if one is missed, 2 if the machine was too busy to say, 64 if there is no such benchmark.
 */
final class Benchmarks {

    private static final int USAGE = 64;
    private static final List<Benchmark> ALL = List.of(
            new RenderBenchmark(),
            new SlotsBenchmark(),
            new HttpBenchmark(),
            new BookingBenchmark(),
            new PublishBenchmark(),
            new SearchBenchmark(),
            new InboxBenchmark(),
            new StartBenchmark());

    private Benchmarks() {}

    /** Runs what is named. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        try {
            System.exit(
                    words.isEmpty() || !words.get(0).equals("soak")
                            ? race(words)
                            : Soak.run(words.subList(1, words.size())));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
        }
    }

    private static int race(List<String> names) throws Exception {
        for (String name : names) {
            if (ALL.stream().noneMatch(benchmark -> benchmark.name().equals(name))) {
                throw new IllegalArgumentException("no benchmark '" + name + "': expected some of "
                        + ALL.stream().map(Benchmark::name).toList() + ", or soak");
            }
        }
        int code = 0;
        for (Benchmark benchmark : ALL) {
            if (names.isEmpty() || names.contains(benchmark.name())) {
                code = worse(code, run(benchmark));
            }
        }
        return code;
    }

    /** Runs it once more if the machine was too busy. */
    private static int run(Benchmark benchmark) throws Exception {
        List<Standing> standings = benchmark.run();
        if (code(standings) == Verdict.NOISY.ordinal()) {
            System.out.println(benchmark.name() + ": the rounds differ too much, once more");
            standings = benchmark.run();
        }
        System.out.printf(
                Locale.ROOT,
                "%n%-16s %-34s %19s %-26s %-8s %s%n",
                "work",
                "who",
                "cost, to orient",
                "ratio to the limit",
                "gate",
                "verdict");
        standings.forEach(standing -> System.out.println(standing.line()));
        return code(standings);
    }

    private static int code(List<Standing> standings) {
        return standings.stream()
                .map(Standing::verdict)
                .mapToInt(Verdict::ordinal)
                .reduce(0, Benchmarks::worse);
    }

    /** A missed gate is worse than noise. */
    static int worse(int one, int other) {
        return one == Verdict.FAIL.ordinal() || other == Verdict.FAIL.ordinal()
                ? Verdict.FAIL.ordinal()
                : Math.max(one, other);
    }
}
