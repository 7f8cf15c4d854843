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

/** One server under load, watched. */
final class SoakRun {

    private static final Duration EDIT_EVERY = Duration.ofSeconds(3);

    private final Path folder;
    private final AtomicInteger received = new AtomicInteger();
    private int edits;

    SoakRun(Path folder) {
        this.folder = folder;
    }

    /** Takes so many samples, each after so long, of a server of that kind. */
    List<SoakVerdict.Trend> arm(String kind, int count, Duration each) throws Exception {
        Files.createDirectory(folder.resolve(SoakServlet.CATALOG));
        for (String name : Sample.FILES) {
            try (InputStream in = SoakRun.class.getClassLoader().getResourceAsStream("clinic/" + name + ".json")) {
                Files.copy(in, folder.resolve(SoakServlet.CATALOG).resolve(name + ".json"));
            }
        }
        List<Vitals> samples = new ArrayList<>();
        HttpServer receiver = receiver();
        try (ServerProcess server = ServerProcess.start(kind, folder);
                SoakLoad load = new SoakLoad(server.address())) {
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
        System.out.println(kind + ": " + load.done() + ", deliveries " + received.get() + ", catalogues "
                + samples.get(samples.size() - 1).reloads());
        if (!load.wrong().isEmpty() || received.get() == 0) {
            throw new IllegalStateException(
                    "wrong answers: " + load.wrong() + ", deliveries: " + received.get() + ": nothing was measured");
        }
        return SoakVerdict.of(samples);
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
