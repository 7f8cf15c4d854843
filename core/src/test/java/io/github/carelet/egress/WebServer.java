package io.github.carelet.egress;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A well-behaved web server on this machine, with whatever a test puts on it. */
public final class WebServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** What is at a path. */
    private record Page(int status, byte[] body, Map<String, String> headers) {}

    public WebServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Puts something at a path, in place of what was there. */
    public WebServer put(String path, int status, String body, Map<String, String> headers) {
        pages.put(path, new Page(status, body.getBytes(StandardCharsets.UTF_8), headers));
        return this;
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Returns each request so far as method, path and the status of the answer. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Returns a guard that lets requests go to this server, and to no other on this machine. */
    public EgressGuard guard() {
        return new EgressGuard(EgressRules.publicHttps().allowing("127.0.0.1", port()), HostResolver.system());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Page page = pages.getOrDefault(path, new Page(404, new byte[0], Map.of()));
        boolean known = page.status() == 200 && isKnown(exchange, page);
        int status = known ? 304 : page.status();
        requests.add(exchange.getRequestMethod() + " " + path + " " + status);
        page.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, known || page.body().length == 0 ? -1 : page.body().length);
        if (!known) {
            exchange.getResponseBody().write(page.body());
        }
        exchange.close();
    }

    /** As RFC 9110 has it: the date counts only where no tag was sent. */
    private static boolean isKnown(HttpExchange exchange, Page page) {
        String tag = exchange.getRequestHeaders().getFirst("If-None-Match");
        return tag != null
                ? tag.equals(page.headers().get("ETag"))
                : page.headers().containsKey("Last-Modified")
                        && page.headers()
                                .get("Last-Modified")
                                .equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
    }
}
