package io.github.carelet.examples.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code soak [--minutes N]}: a mixed load for so long, with a catalogue published every few seconds; nothing may go on
 * growing. Then a server that leaks on purpose, in which that must be seen. Exit code 0 if both is so.
 */
final class Soak {

    private static final int SAMPLES = 30;
    private static final int CONTROL_SAMPLES = 6;
    private static final Duration EDIT_EVERY = Duration.ofSeconds(3);
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final List<String> MUST_GROW = List.of("heap in MB", "threads", "open files");

    private final Path folder;
    private final AtomicInteger received = new AtomicInteger();
    private int edits;

    private Soak(Path folder) {
        this.folder = folder;
    }

    /** Runs both. */
    static int run(List<String> arguments) throws Exception {
        double minutes = Double.parseDouble(Options.of(arguments, "--minutes").one("--minutes", "10"));
        Duration sample = Duration.ofMillis((long) (minutes * 60_000 / SAMPLES));
        System.out.println("soak: " + minutes + " minutes and a control");
        boolean flat = arm("soak", SAMPLES, sample.compareTo(SHORTEST) < 0 ? SHORTEST : sample).stream()
                .allMatch(SoakVerdict.Trend::flat);
        List<String> grown = arm("soak-leaking", CONTROL_SAMPLES, SHORTEST).stream()
                .filter(each -> !each.flat())
                .map(SoakVerdict.Trend::name)
                .toList();
        boolean found = grown.containsAll(MUST_GROW);
        System.out.println("soak: " + (flat ? "flat" : "NOT FLAT") + "; control, which leaks: "
                + (found ? "found, " : "NOT FOUND, only ") + grown);
        return flat && found ? 0 : 1;
    }

    private static List<SoakVerdict.Trend> arm(String kind, int samples, Duration each) throws Exception {
        Path folder = Files.createTempDirectory("benchmarks");
        try {
            return new Soak(folder).arm(kind, new ArrayList<>(), samples, each);
        } finally {
            Folders.delete(folder);
        }
    }

    private List<SoakVerdict.Trend> arm(String kind, List<Vitals> samples, int count, Duration each) throws Exception {
        Files.createDirectory(folder.resolve(SoakServlet.CATALOG));
        for (String name : Sample.FILES) {
            try (InputStream in = Soak.class.getClassLoader().getResourceAsStream("clinic/" + name + ".json")) {
                Files.copy(in, folder.resolve(SoakServlet.CATALOG).resolve(name + ".json"));
            }
        }
        HttpServer receiver = receiver();
        try (ServerProcess server = ServerProcess.start(kind, folder);
                SoakLoad load = new SoakLoad(server.port())) {
            // The first is a warm-up, and counts for nothing.
            for (int i = 0; i <= count; i++) {
                period(load, each);
                Vitals vitals = load.vitals();
                System.out.printf(Locale.ROOT, "%s %2d/%d  %s%n", kind, i, count, words(vitals));
                samples.add(vitals);
            }
            return result(kind, load, samples.subList(1, samples.size()));
        } finally {
            receiver.stop(0);
        }
    }

    private void period(SoakLoad load, Duration time) throws Exception {
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
            edit();
            load.work(Duration.ofNanos(Math.min(left, EDIT_EVERY.toNanos())));
        }
    }

    private List<SoakVerdict.Trend> result(String kind, SoakLoad load, List<Vitals> samples) {
        List<SoakVerdict.Trend> trends = SoakVerdict.of(samples);
        trends.forEach(each -> System.out.println(kind + ": " + each.line()));
        System.out.println(kind + ": " + load.done() + ", deliveries " + received.get() + ", catalogues "
                + samples.get(samples.size() - 1).reloads());
        if (!load.wrong().isEmpty() || received.get() == 0) {
            throw new IllegalStateException(
                    "wrong answers: " + load.wrong() + ", deliveries: " + received.get() + ": nothing was measured");
        }
        return trends;
    }

    private static String words(Vitals vitals) {
        return String.format(
                Locale.ROOT,
                "heap %.1f MB, %d threads, %d files, %d classes, %d catalogues",
                vitals.heap() / (double) (1 << 20),
                vitals.threads(),
                vitals.files(),
                vitals.classes(),
                vitals.reloads());
    }

    /** Another text of a treatment; the server sees that by itself. */
    private void edit() throws IOException {
        String json = "{\"treatments\": [{\"id\": \"soak\", \"name\": {\"en\": \"Soak " + ++edits
                + "\", \"es\": \"Remojo " + edits + "\"}, \"summary\": {\"en\": \"Edit\", \"es\": \"Cambio\"}}]}";
        Path next = Files.writeString(folder.resolve("next.json"), json, StandardCharsets.UTF_8);
        Files.move(
                next,
                folder.resolve(SoakServlet.CATALOG).resolve("90-soak.json"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private HttpServer receiver() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            received.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        Files.writeString(
                folder.resolve(SoakServlet.RECEIVER),
                Integer.toString(server.getAddress().getPort()),
                StandardCharsets.US_ASCII);
        return server;
    }
}
