package io.github.carelet.examples.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What came of a load: how long each kind of work took, and what was refused. Many threads write to it. */
final class Tally {

    private static final int NONE = 500;

    private final Map<String, Collection<Long>> nanos = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> refused = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> failed = new ConcurrentSkipListMap<>();

    /** Adds work that was done. */
    void done(String what, long took) {
        nanos.computeIfAbsent(what, key -> new ConcurrentLinkedQueue<>()).add(took);
    }

    /** Adds an answer that is a no. */
    void refused(int status, String code) {
        (status < NONE ? refused : failed)
                .computeIfAbsent(code, key -> new LongAdder())
                .increment();
    }

    /** Adds what got no answer. */
    void failed(Throwable cause) {
        failed.computeIfAbsent(cause.getClass().getSimpleName(), key -> new LongAdder())
                .increment();
    }

    /** Returns how many had no answer, or one that says that the server has failed. */
    long failures() {
        return failed.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Returns the longest time that a share of the values does not exceed, by the nearest rank, in milliseconds. */
    static double millis(List<Long> sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1)) / 1e6;
    }

    /** Returns all of it as it is printed. */
    String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%-14s %8s %10s %10s %10s%n", "work", "done", "p50 ms", "p99 ms", "longest"));
        nanos.forEach((what, all) -> {
            List<Long> sorted = all.stream().sorted().toList();
            text.append(String.format(
                    Locale.ROOT,
                    "%-14s %8d %10.1f %10.1f %10.1f%n",
                    what,
                    sorted.size(),
                    millis(sorted, 0.5),
                    millis(sorted, 0.99),
                    millis(sorted, 1)));
        });
        return text + "refused " + new TreeMap<>(refused) + ", failed " + new TreeMap<>(failed);
    }
}
