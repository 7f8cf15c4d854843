package io.github.carelet.examples.benchmarks;

import io.github.carelet.Carelet;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.delivery.WebhookEndpoint;
import io.github.carelet.delivery.WebhookSecret;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.servlet.CareletServlet;
import io.github.carelet.servlet.StaffRole;
import io.github.carelet.servlet.StaffUser;
import io.github.carelet.source.FileSource;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All of Carelet for a long run: bookings, staff, deliveries to a receiver, a catalogue that is watched. At {@value #VITALS}
 * it says what its process holds. The control leaks listeners, threads and files whenever a catalogue is published.
 */
final class SoakServlet extends HttpServlet {

    static final String VITALS = "/vitals";
    static final String CATALOG = "clinic";
    static final String RECEIVER = "receiver";

    private static final long serialVersionUID = 1L;
    private static final Duration WATCH = Duration.ofMillis(500);
    private static final int LEAKS = 4;
    private static final int LEAKED_BYTES = 1 << 20;

    private final HttpServlet servlet;
    private final transient AtomicLong reloads = new AtomicLong();
    private final transient List<Runnable> listeners = new ArrayList<>();
    private final transient List<InputStream> files = new ArrayList<>();

    SoakServlet(Path beside, boolean leaks) throws IOException {
        int port = Integer.parseInt(Files.readString(beside.resolveSibling(RECEIVER), StandardCharsets.US_ASCII));
        URI receiver = URI.create("http://127.0.0.1:" + port + "/");
        Carelet carelet = Carelet.builder(FileSource.of(beside.resolveSibling(CATALOG), CatalogReader.withSamples()))
                .storage(beside.resolveSibling("data"))
                .keys(KeyRing.ephemeral())
                .publicUrl(URI.create("https://clinic.example" + Sample.MOUNT))
                .egress(EgressRules.publicHttps().allowing(receiver.getHost(), receiver.getPort()))
                .webhook(new WebhookEndpoint(
                        "desk", receiver, List.of(WebhookSecret.parse("whsec_" + "QUJD".repeat(8)))))
                .watch(WATCH)
                .onReload(publication -> published(beside, leaks))
                .withoutLimits()
                .build();
        servlet = new CareletServlet(carelet, request -> Optional.of(new StaffUser("desk", StaffRole.ADMIN)));
    }

    private void published(Path beside, boolean leaks) {
        reloads.incrementAndGet();
        for (int i = 0; leaks && i < LEAKS; i++) {
            leak(beside.resolveSibling(RECEIVER));
        }
    }

    private void leak(Path file) {
        byte[] held = new byte[LEAKED_BYTES];
        listeners.add(() -> held[0]++);
        Thread thread = new Thread(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        try {
            files.add(new FileInputStream(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        servlet.init(config);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (VITALS.equals(request.getPathInfo())) {
            Wire.body(response, Vitals.now(reloads.get()).text().getBytes(StandardCharsets.US_ASCII));
        } else {
            servlet.service(request, response);
        }
    }
}
