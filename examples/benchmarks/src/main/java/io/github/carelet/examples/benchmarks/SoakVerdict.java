package io.github.carelet.examples.benchmarks;

import java.util.List;
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
     * @param name what it is
     * @param first the median of the first third
     * @param last that of the last third
     * @param most the largest last median that is flat
     */
    record Trend(String name, double first, double last, double most) {

        /** Returns it as a row: what it was in the end, of what it may have been. */
        Row row() {
            return budget().row("soak, " + name, List.of(last));
        }

        /** Returns it as an arm, by what itself may have been. */
        Arm arm(String who) {
            return budget().arm(who, List.of(last));
        }

        private Budget budget() {
            return new Budget("from " + Spread.figure(first) + " to at most", "", most);
        }
    }

    /** Judges samples in the order in which they were taken. */
    static List<Trend> of(List<Vitals> samples) {
        if (samples.size() < FEWEST) {
            throw new IllegalArgumentException(
                    samples.size() + " samples: expected at least " + FEWEST + ", two in each third");
        }
        int third = samples.size() / 3;
        List<Vitals> last = samples.subList(samples.size() - third, samples.size());
        return MEASURES.stream()
                .map(each -> trend(each, samples.subList(0, third), last))
                .toList();
    }

    private static Trend trend(Measure measure, List<Vitals> first, List<Vitals> last) {
        double begin = median(first, measure);
        double most = begin + Math.max(begin * measure.share(), (double) measure.least() / measure.unit());
        return new Trend(measure.name(), begin, median(last, measure), most);
    }

    private static double median(List<Vitals> samples, Measure measure) {
        return Spread.of(samples.stream()
                        .map(each -> (double) measure.of().applyAsLong(each) / measure.unit())
                        .toList())
                .median();
    }
}
