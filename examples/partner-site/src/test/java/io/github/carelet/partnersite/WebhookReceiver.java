package io.github.carelet.partnersite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A clinic's receiver of webhooks, which is down until it is told to be up. */
final class WebhookReceiver implements AutoCloseable {

    /** What arrived. */
    record Delivery(String id, String body, int answer) {}

    private final HttpServer server;
    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
    private volatile int answer = 503;

    WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", this::receive);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    void comeUp() {
        answer(204);
    }

    void answer(int status) {
        answer = status;
    }

    BlockingQueue<Delivery> deliveries() {
        return deliveries;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int status = answer;
            deliveries.add(
                    new Delivery(String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id")), body, status));
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
