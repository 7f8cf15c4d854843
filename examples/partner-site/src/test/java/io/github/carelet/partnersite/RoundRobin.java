package io.github.carelet.partnersite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** The plainest of proxies: each request goes to the next node, whatever came before. */
final class RoundRobin implements DemoPatient.Place, AutoCloseable {

    private static final List<String> PASSED_ON = List.of("Content-Type", "Accept", "Origin");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final List<? extends DemoPatient.Place> nodes;
    private final AtomicIntegerArray asked;
    private int next;

    RoundRobin(List<? extends DemoPatient.Place> nodes) throws IOException {
        this.nodes = List.copyOf(nodes);
        this.asked = new AtomicIntegerArray(nodes.size());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.setExecutor(threads);
        server.start();
    }

    @Override
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort()).resolve(path);
    }

    /** Returns how many requests a node got. */
    int asked(int node) {
        return asked.get(node);
    }

    private synchronized int turn() {
        return next++ % nodes.size();
    }

    private void pass(HttpExchange exchange) throws IOException {
        int node = turn();
        asked.incrementAndGet(node);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        nodes.get(node).at(exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        for (String name : PASSED_ON) {
            List<String> values = exchange.getRequestHeaders().getOrDefault(name, List.of());
            values.forEach(value -> request.header(name, value));
        }
        try (exchange) {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            for (String name : List.of("Content-Type", "Location", "Retry-After")) {
                answer.headers()
                        .firstValue(name)
                        .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
            }
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
