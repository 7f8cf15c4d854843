package io.github.carelet.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.egress.HostResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A FHIR server of few words: search by identifier, conditional create, update by version. Answers by a script first, if
 * there is one. A real one is asked in the tests of {@code examples/fhir-peer}.
 */
public final class FhirPeer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, ObjectNode> resources = new LinkedHashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final List<ObjectNode> written = new ArrayList<>();
    private final List<Map<String, String>> headers = new ArrayList<>();
    private final Deque<Scripted> script = new ArrayDeque<>();
    private Runnable beforeWrite = () -> {};
    private boolean searchesBadly;

    private record Scripted(int status, String body, Map<String, String> headers) {}

    /** Starts one; port 0 is a free one. */
    public FhirPeer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/r4/", this::answer);
        server.start();
    }

    public FhirServer as(String name) {
        return FhirServer.of(name, URI.create("http://127.0.0.1:" + port() + "/r4/"));
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public EgressGuard guard() {
        return new EgressGuard(EgressRules.publicHttps().allowing("127.0.0.1", port()), HostResolver.system());
    }

    /** Answers the next request so. */
    public synchronized FhirPeer then(int status, String body, Map<String, String> sent) {
        script.add(new Scripted(status, body, sent));
        return this;
    }

    /** Lets the next request do its usual. */
    public synchronized FhirPeer usual() {
        script.add(new Scripted(0, "", Map.of()));
        return this;
    }

    /** Does something between the next search and the write that follows. */
    public synchronized void beforeWrite(Runnable action) {
        beforeWrite = action;
    }

    /** Lists all that it has, whatever is asked for. */
    public synchronized void searchBadly() {
        searchesBadly = true;
    }

    /** Puts a resource there that somebody else made. */
    public synchronized ObjectNode put(String id, String json) {
        try {
            return store(id, (ObjectNode) JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized List<ObjectNode> resources() {
        return List.copyOf(resources.values());
    }

    /** Returns each request so far, as method and path with query. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** Returns what was stored for others, as it came, in order. */
    public synchronized List<ObjectNode> written() {
        return List.copyOf(written);
    }

    /** Returns the headers of each request so far, by their names in lower case. */
    public synchronized List<Map<String, String>> headers() {
        return List.copyOf(headers);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        Map<String, String> got = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> got.put(name.toLowerCase(java.util.Locale.ROOT), String.join(",", values)));
        headers.add(got);
        Scripted next = Optional.ofNullable(script.poll()).orElse(new Scripted(0, "", Map.of()));
        if (next.status() > 0) {
            next.headers().forEach(exchange.getResponseHeaders()::set);
            reply(exchange, next.status(), next.body());
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "GET" -> reply(exchange, 200, bundle(query(exchange)).toString());
            case "POST" -> create(exchange, (ObjectNode) JSON.readTree(body));
            default -> update(exchange, (ObjectNode) JSON.readTree(body));
        }
    }

    private static String query(HttpExchange exchange) {
        return URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
    }

    private JsonNode bundle(String query) {
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "searchset");
        ArrayNode entries = bundle.putArray("entry");
        resources.values().stream()
                .filter(each -> searchesBadly || matches(each, query))
                .forEach(each -> entries.addObject().set("resource", each));
        return bundle;
    }

    private static boolean matches(JsonNode resource, String query) {
        for (JsonNode each : resource.path("identifier")) {
            String token = "identifier=" + each.path("system").asText() + "|"
                    + each.path("value").asText();
            if (query.equals(token) || query.startsWith(token + "&")) {
                return true;
            }
        }
        return false;
    }

    private void create(HttpExchange exchange, ObjectNode resource) throws IOException {
        beforeWrite();
        String condition =
                URLDecoder.decode(exchange.getRequestHeaders().getFirst("If-None-Exist"), StandardCharsets.UTF_8);
        if (resources.values().stream().anyMatch(each -> matches(each, condition))) {
            reply(exchange, 200, "");
            return;
        }
        written.add(resource);
        store("a" + (resources.size() + 1), resource.deepCopy());
        reply(exchange, 201, "");
    }

    private void update(HttpExchange exchange, ObjectNode resource) throws IOException {
        beforeWrite();
        String id = exchange.getRequestURI().getPath().replaceAll(".*/", "");
        ObjectNode before = resources.get(id);
        String match = exchange.getRequestHeaders().getFirst("If-Match");
        if (before == null || !resource.path("id").asText().equals(id)) {
            reply(exchange, before == null ? 404 : 400, "");
        } else if (match != null
                && !match.equals("W/\"" + before.path("meta").path("versionId").asText() + "\"")) {
            reply(exchange, 412, "");
        } else {
            written.add(resource);
            store(id, resource.deepCopy());
            reply(exchange, 200, "");
        }
    }

    private void beforeWrite() {
        Runnable action = beforeWrite;
        beforeWrite = () -> {};
        action.run();
    }

    private ObjectNode store(String id, ObjectNode resource) {
        int version = Optional.ofNullable(resources.get(id))
                .map(each -> each.path("meta").path("versionId").asInt())
                .orElse(0);
        resource.put("id", id);
        resource.putObject("meta").put("versionId", Integer.toString(version + 1));
        resources.put(id, resource);
        return resource;
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
