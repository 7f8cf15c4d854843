package io.github.carelet.examples.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The middle and the ends of what was measured in several rounds.
 *
 * @param median the middle value; of an even number, the mean of the two in the middle
 * @param min the smallest
 * @param max the largest
 */
record Spread(double median, double min, double max) {

    private static final MathContext SMALL = new MathContext(2);

    /** Returns the spread of at least one value. */
    static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values: expected at least one");
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** Returns the spread of the ratios of values that were measured in the same round. */
    static Spread ofRatios(List<Double> values, List<Double> others) {
        if (values.size() != others.size()) {
            throw new IllegalArgumentException(
                    values.size() + " values against " + others.size() + ": expected pairs of the same round");
        }
        return of(IntStream.range(0, values.size())
                .mapToObj(round -> values.get(round) / others.get(round))
                .toList());
    }

    /** Returns how far the ends are apart, measured by the median. */
    double width() {
        return (max - min) / median;
    }

    /** Returns a value with as many digits as tell something, and a dot everywhere. */
    static String figure(double value) {
        if (value != 0 && Math.abs(value) < 0.1) {
            return BigDecimal.valueOf(value).round(SMALL).toPlainString();
        }
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    @Override
    public String toString() {
        return min == max ? figure(median) : figure(median) + " [" + figure(min) + ".." + figure(max) + "]";
    }
}
