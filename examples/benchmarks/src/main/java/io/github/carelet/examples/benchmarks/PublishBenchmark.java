package io.github.carelet.examples.benchmarks;

import io.github.carelet.Carelet;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.servlet.Fragments;
import io.github.carelet.source.FileSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * A catalogue of 10,000 items in 4 languages: how long until it is served, and what it takes up. The control holds the files eight times beside the
 * catalogue, as a cache without a bound would.
 */
final class PublishBenchmark implements Benchmark {

    private static final String WORK = "publish";
    private static final int FILES = 10;
    private static final int ITEMS = 10_000;
    private static final int ROUNDS = 5;
    private static final double MILLIS = 5_000;
    private static final double MEGABYTE = 1 << 20;
    private static final int HEAP_FACTOR = 4;
    private static final long CACHE = 64L << 20;
    private static final List<String> LANGUAGES = List.of("en", "es", "vi", "fr");

    @Override
    public String name() {
        return WORK;
    }

    @Override
    public List<Row> run(Effort effort) throws Exception {
        Path folder = Files.createTempDirectory("carelet-publish");
        try {
            long source = write(folder, "first");
            Rounds rounds = new Rounds();
            for (int round = 0; round < effort.rounds(ROUNDS); round++) {
                round(folder, source, "round " + round, rounds);
            }
            System.out.printf(
                    "publish: %d items, %d languages, %.1f MB of source%n", ITEMS, LANGUAGES.size(), source / 1e6);
            Budget time = Budget.cpuMillis(MILLIS);
            Budget heap = new Budget("4 x source + cache", "MB", (HEAP_FACTOR * source + CACHE) / MEGABYTE);
            return List.of(
                    time.row(WORK + ", start", rounds.start),
                    time.row(WORK + ", reload", rounds.reload),
                    heap.row(WORK + ", heap", rounds.heap).control(heap.arm("everything twice", rounds.control)));
        } finally {
            Folders.delete(folder);
        }
    }

    /** What was measured, round by round. */
    private static final class Rounds {
        private final List<Double> start = new ArrayList<>();
        private final List<Double> reload = new ArrayList<>();
        private final List<Double> heap = new ArrayList<>();
        private final List<Double> control = new ArrayList<>();
    }

    /** Starts, shows the list of all items in each language, edits one item, and publishes that. */
    private static void round(Path folder, long source, String edit, Rounds rounds) throws IOException {
        long before = usedHeap();
        long began = cpu();
        try (Carelet carelet = Carelet.builder(FileSource.of(folder, CatalogReader.strict()))
                .contentOnly()
                .build()) {
            rounds.start.add(millis(began));
            Fragments fragments = Fragments.of(carelet, Sample.MOUNT);
            LANGUAGES.forEach(language -> fragments.html("treatments", Map.of("lang", language)));
            write(folder, edit);
            long again = cpu();
            carelet.reload();
            rounds.reload.add(millis(again));
            rounds.heap.add((usedHeap() - before) / MEGABYTE);
            List<byte[]> texts = new ArrayList<>();
            for (int i = 0; i < HEAP_FACTOR * 2; i++) {
                texts.add(new byte[(int) source]);
            }
            rounds.control.add((usedHeap() - before) / MEGABYTE);
            Answers.require(texts.size() > HEAP_FACTOR, "the control", "that it still holds its texts");
        }
    }

    /** Of this thread, which does all of the work: what else the machine does is not counted. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double millis(long since) {
        return (cpu() - since) / 1e6;
    }

    /** What is still reachable: the collector is asked until it finds no more. */
    private static long usedHeap() {
        ToLongFunction<Runtime> used = runtime -> runtime.totalMemory() - runtime.freeMemory();
        long last = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            last = Math.min(last, used.applyAsLong(Runtime.getRuntime()));
        }
        return last;
    }

    /** Writes the catalogue and returns how many bytes it has. One item says what it is told to. */
    private static long write(Path folder, String edit) throws IOException {
        long bytes = 0;
        for (int file = 0; file < FILES; file++) {
            StringBuilder json = new StringBuilder(file == 0 ? "{\"clinic\": " + clinic() + ", " : "{");
            json.append("\"treatments\": [");
            for (int i = file * ITEMS / FILES; i < (file + 1) * ITEMS / FILES; i++) {
                json.append(i % (ITEMS / FILES) == 0 ? "" : ",").append(item(i, i == 17 ? edit : "Item " + i));
            }
            byte[] content = json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
            Files.write(folder.resolve("clinic-" + file + ".json"), content);
            bytes += content.length;
        }
        return bytes;
    }

    private static String clinic() {
        return "{\"id\": \"c\", \"name\": \"C\", \"phone\": \"+16265550100\", \"timeZone\": \"UTC\", \"languages\": [\""
                + String.join("\", \"", LANGUAGES) + "\"]}";
    }

    private static String item(int number, String summary) {
        return "{\"id\": \"t" + number + "\", \"name\": " + text("Treatment " + number) + ", \"summary\": "
                + text(summary)
                + ", \"review\": {\"reviewedOn\": \"2026-03-01\"}, \"sections\": [{\"id\": \"benefits\", \"aspect\": \"benefits\","
                + " \"heading\": " + text("How it helps") + ", \"body\": "
                + text("<p>It helps you move. " + "You do it with a therapist, step by step. ".repeat(10) + "</p>")
                + "}]}";
    }

    private static String text(String text) {
        List<String> members = new ArrayList<>();
        for (String language : LANGUAGES) {
            members.add("\"" + language + "\": \"" + text + " (" + language + ")\"");
        }
        return "{" + String.join(", ", members) + "}";
    }
}
