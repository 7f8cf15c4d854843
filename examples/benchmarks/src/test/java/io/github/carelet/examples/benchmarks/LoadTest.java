package io.github.carelet.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTest {

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();
    private final Map<String, String> booked = new ConcurrentHashMap<>();

    /** A server with one of these faults, or none, behind two addresses. */
    @ParameterizedTest
    @CsvSource({"none, 0", "loses, 1", "doubles, 1", "fails, 1", "shows all, 1"})
    void aBookingThatIsLostOrDoubledIsFound(String fault, int code) throws Exception {
        HttpServer one = server(fault);
        HttpServer two = server(fault);
        try {
            assertThat(Load.run(List.of(
                            "--url",
                            address(one),
                            "--url",
                            address(two),
                            "--rate",
                            "100",
                            "--reads",
                            "50",
                            "--seconds",
                            "0.2",
                            "--warm-up",
                            "0.1")))
                    .isEqualTo(code);
            assertThat(requests.get()).isGreaterThan(15 + 2 * 30);
        } finally {
            one.stop(0);
            two.stop(0);
        }
    }

    @Test
    void bookingsAreSpreadEvenlyAmongReadsAndComeWhenTheyShall() {
        Plan plan = new Plan(1, 3, 10, 5, "type", "location");
        assertThat(plan.arrivals()).isEqualTo(60);
        assertThat(IntStream.range(0, 60).filter(plan::books).boxed())
                .hasSize(15)
                .startsWith(3, 7, 11);
        assertThat(plan.arrives(8)).isEqualTo(2_000_000_000L);
        assertThat(plan.firstCounted()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 50", "0.99, 99", "1, 100", "0.001, 1"})
    void aPercentileIsAValueThatWasThere(double share, double expected) {
        List<Long> sorted = LongStream.rangeClosed(1, 100)
                .map(each -> each * 1_000_000)
                .boxed()
                .toList();
        assertThat(Tally.millis(sorted, share)).isEqualTo(expected);
    }

    private HttpServer server(String fault) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newFixedThreadPool(4, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            answer(exchange, fault);
        });
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange, String fault) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals("/m/api/token")) {
            send(exchange, 200, "{\"token\":\"" + tokens.incrementAndGet() + "\",\"consent\":{\"version\":\"1\"}}");
        } else if (path.equals("/m/bookings")) {
            String id = booked.computeIfAbsent(
                    fault.equals("doubles") ? sent + requests.get() : sent, key -> "b" + ids.incrementAndGet());
            send(exchange, fault.equals("fails") ? 503 : 201, "{\"manageUrl\":\"http://x/m/bookings/" + id + "\"}");
        } else if (path.startsWith("/m/bookings/")) {
            boolean there = !fault.equals("loses") && booked.containsValue(path.substring("/m/bookings/".length()));
            send(exchange, there || fault.equals("shows all") ? 200 : 404, "");
        } else {
            send(exchange, 200, "");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/m/";
    }
}
