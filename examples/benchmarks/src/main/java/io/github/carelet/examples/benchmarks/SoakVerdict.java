package io.github.carelet.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Compares the median of the first third of the samples with that of the last: what goes on growing is a leak. */
final class SoakVerdict {

    static final int FEWEST = 6;

    private static final long MEGABYTE = 1L << 20;

    private SoakVerdict() {}

    /**
     * What may grow, and how far without being called a leak: whichever is more.
     *
     * @param name what it is called
     * @param unit in what it is counted
     * @param of how much of it there was
     * @param share part of the first median
     * @param least so much is nothing in any case
     */
    private record Measure(String name, long unit, ToLongFunction<Vitals> of, double share, long least) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure("heap in MB", MEGABYTE, Vitals::heap, 0.10, 8 * MEGABYTE),
            new Measure("threads", 1, Vitals::threads, 0, 4),
            new Measure("open files", 1, Vitals::files, 0, 8),
            new Measure("loaded classes", 1, Vitals::classes, 0.03, 100));

    /**
     * How one measure went.
     *
     * @param name what it is called
     * @param first the median of the first third
     * @param last the median of the last third
     * @param most the largest last median that is flat
     * @param flat whether it is
     */
    record Trend(String name, double first, double last, double most, boolean flat) {

        /** Returns it as it is printed. */
        String line() {
            return String.format(
                    Locale.ROOT,
                    "%-16s first third %10.1f   last third %10.1f   at most %10.1f   %s",
                    name,
                    first,
                    last,
                    most,
                    flat ? "flat" : "GROWS");
        }
    }

    /** Judges samples in the order in which they were taken. */
    static List<Trend> of(List<Vitals> samples) {
        if (samples.size() < FEWEST) {
            throw new IllegalArgumentException(
                    samples.size() + " samples: expected at least " + FEWEST + ", two in each third");
        }
        int third = samples.size() / 3;
        List<Trend> trends = new ArrayList<>();
        for (Measure each : MEASURES) {
            double first = median(samples.subList(0, third), each);
            double last = median(samples.subList(samples.size() - third, samples.size()), each);
            double most = first + Math.max(first * each.share(), each.least());
            trends.add(
                    new Trend(each.name(), first / each.unit(), last / each.unit(), most / each.unit(), last <= most));
        }
        return trends;
    }

    private static double median(List<Vitals> samples, Measure measure) {
        return Spread.of(samples.stream()
                        .map(each -> (double) measure.of().applyAsLong(each))
                        .toList())
                .median();
    }
}
