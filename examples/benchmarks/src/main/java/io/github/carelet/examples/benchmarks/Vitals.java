package io.github.carelet.examples.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What a process holds.
 *
 * @param heap bytes that are reachable
 * @param threads threads that live
 * @param files descriptors that are open
 * @param classes classes that are loaded
 * @param reloads catalogues that were published by then
 */
record Vitals(long heap, long threads, long files, long classes, long reloads) {

    private static final int COLLECTIONS = 3;

    /** Returns those of this process; the collector is asked until it finds no more. */
    static Vitals now(long reloads) throws IOException {
        long heap = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            heap = Math.min(heap, runtime.totalMemory() - runtime.freeMemory());
        }
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return new Vitals(
                    heap,
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    files.count(),
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                    reloads);
        }
    }

    /** Returns them as they go over the wire. */
    String text() {
        return heap + " " + threads + " " + files + " " + classes + " " + reloads;
    }

    /** Reads what {@link #text} has written. */
    static Vitals parse(String text) {
        long[] each = Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
        return new Vitals(each[0], each[1], each[2], each[3], each[4]);
    }
}
