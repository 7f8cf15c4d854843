package io.github.carelet.partnersite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A site of somebody else, of another origin than the demo: what a test puts there, it shows. */
final class OtherSite implements AutoCloseable {

    private static final int FOUND = 200;
    private static final int NOTHING = 204;
    private static final int MISSING = 404;
    private static final String ICON = "/favicon.ico";

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    private OtherSite(HttpServer server) {
        this.server = server;
    }

    private record Page(Map<String, String> headers, byte[] html) {}

    static OtherSite start() {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            OtherSite site = new OtherSite(HttpServer.create(new InetSocketAddress(loopback, 0), 0));
            site.server.createContext("/", site::answer);
            site.server.start();
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns its origin, which has no name in common with the demo's. */
    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Shows an HTML document from now on, and returns its address. */
    String show(String path, String html, Map<String, String> headers) {
        pages.put(path, new Page(headers, html.getBytes(StandardCharsets.UTF_8)));
        return origin() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Page page = pages.get(exchange.getRequestURI().getPath());
            if (page == null) {
                exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals(ICON) ? NOTHING : MISSING, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            page.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(FOUND, page.html().length);
            exchange.getResponseBody().write(page.html());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
