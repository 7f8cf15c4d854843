package io.github.carelet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.egress.HostResolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebhookTransportTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String PAYLOAD = "{\"type\":\"booking.requested\",\"data\":{\"location\":\"Palmdalé\"}}";

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private HttpServer server;

    private record Received(String method, URI target, HttpHeaders headers, String body) {}

    private record Reply(int status, Map<String, String> headers) {}

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void anIndependentReceiverAcceptsWhatWeSign() throws Exception {
        assertThat(deliver(message("msg_1"))).isEqualTo(new Delivery.Delivered("HTTP 200"));
        Received request = received.get(0);
        new Webhook(SECRET).verify(request.body(), request.headers());
        assertThat(request.body()).isEqualTo(PAYLOAD);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).hasToString("/hook?token=x");
        assertThat(header(request, "Content-Type")).isEqualTo("application/json");
        assertThat(header(request, "User-Agent")).isEqualTo("Carelet");
        assertThat(header(request, "webhook-id")).isEqualTo("msg_1");
        assertThat(request.headers().map())
                .doesNotContainKeys("Cookie", "Authorization", "Upgrade", "Accept-encoding", "Referer", "Expect");
    }

    /** Whoever knows the old secret and whoever knows the new one can check the same message. */
    @Test
    void whileASecretIsReplacedAMessageBearsASignatureOfEach() throws Exception {
        String next = "whsec_AAAQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        String key = "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==";
        List<WebhookSecret> secrets = java.util.stream.Stream.of(next, SECRET, key)
                .map(WebhookSecret::parse)
                .toList();
        try (WebhookTransport transport = transport(InstantSource.system(), secrets)) {
            transport.deliver(message("msg_1"));
        }
        Received request = received.get(0);
        assertThat(header(request, "webhook-signature").split(" "))
                .hasSize(3)
                .satisfies(all -> assertThat(all[0]).startsWith("v1,"))
                .satisfies(all -> assertThat(all[1]).startsWith("v1,"))
                .satisfies(all -> assertThat(all[2]).startsWith("v1a,"));
        new Webhook(SECRET).verify(request.body(), request.headers());
        new Webhook(next).verify(request.body(), request.headers());
        assertThatThrownBy(() ->
                        new Webhook("whsec_BBBQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").verify(request.body(), request.headers()))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "body", "id", "timestamp", "age"})
    void anIndependentReceiverRefusesWhatWasTamperedWith(String what) throws Exception {
        InstantSource clock = what.equals("age")
                ? InstantSource.offset(InstantSource.system(), Duration.ofMinutes(-6))
                : InstantSource.system();
        deliver(message("msg_1"), clock);
        Received request = received.get(0);
        Map<String, List<String>> headers =
                new java.util.HashMap<>(request.headers().map());
        if (what.equals("id")) {
            headers.put("Webhook-id", List.of("msg_2"));
        }
        if (what.equals("timestamp")) {
            headers.put(
                    "Webhook-timestamp",
                    List.of(Long.toString(Long.parseLong(header(request, "webhook-timestamp")) - 1)));
        }
        Webhook receiver = new Webhook(what.equals("key") ? "whsec_AAAQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" : SECRET);
        String body = what.equals("body") ? request.body().replace("P", "p") : request.body();
        HttpHeaders tampered = HttpHeaders.of(headers, (name, value) -> true);
        assertThatThrownBy(() -> receiver.verify(body, tampered)).isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void eachAttemptHasTheSameIdAndItsOwnTimestamp() {
        MovableClock clock = new MovableClock();
        deliver(message("msg_1"), clock);
        clock.advance(Duration.ofMinutes(5));
        deliver(message("msg_1"), clock);
        assertThat(received).extracting(each -> header(each, "webhook-id")).containsExactly("msg_1", "msg_1");
        assertThat(received)
                .extracting(each -> header(each, "webhook-timestamp"))
                .containsExactly("1795428000", "1795428300");
        assertThat(received)
                .extracting(each -> header(each, "webhook-signature"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void everyTwoHundredIsDelivered(int status) {
        replies.add(new Reply(status, Map.of()));
        assertThat(deliver(message("m1"))).isEqualTo(new Delivery.Delivered("HTTP " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 407, 408, 429, 500, 502, 503, 504, 599})
    void everythingElseIsTriedAgainButNotByTheClient(int status) {
        String elsewhere = "http://127.0.0.1:" + server.getAddress().getPort() + "/elsewhere";
        replies.add(new Reply(
                status, Map.of("Location", elsewhere, "WWW-Authenticate", "Basic realm=x", "Set-Cookie", "a=b")));
        assertThat(deliver(message("m1"))).isEqualTo(new Delivery.Retry("HTTP " + status));
        assertThat(received).extracting(Received::target).containsExactly(URI.create("/hook?token=x"));
    }

    @Test
    void goneDisablesTheEndpoint() {
        replies.add(new Reply(410, Map.of("Retry-After", "5")));
        assertThat(deliver(message("m1"))).isEqualTo(new Delivery.Gone("HTTP 410"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "429 | 120 | PT2M",
                "503 | 120 | PT2M",
                "503 | Mon, 23 Nov 2026 10:05:00 GMT | PT5M",
                "502 | 120 | PT2M",
                "504 | 120 | PT2M",
                "503 | 99999999999 | PT24H",
                "503 | soon | -",
                "500 | 120 | -",
                "302 | 120 | -"
            })
    void onlyTheBusyMayAskForTime(int status, String retryAfter, Duration pause) {
        replies.add(new Reply(status, Map.of("Retry-After", retryAfter)));
        assertThat(deliver(message("m1"), new MovableClock()))
                .isEqualTo(new Delivery.Retry("HTTP " + status, Optional.ofNullable(pause)));
    }

    @Test
    void noCookieIsKeptBetweenDeliveries() {
        replies.add(new Reply(200, Map.of("Set-Cookie", "session=1")));
        try (WebhookTransport transport = transport(InstantSource.system())) {
            transport.deliver(message("m1"));
            transport.deliver(message("m2"));
        }
        assertThat(received).hasSize(2).noneMatch(each -> each.headers().map().containsKey("Cookie"));
    }

    @Test
    void anEndpointThatIsNotConfiguredIsTriedAgain() {
        Message message = new Message("m1", "webhook", "other", "b1", PAYLOAD, Instant.EPOCH);
        assertThat(deliver(message)).isEqualTo(new Delivery.Retry("no endpoint of this name"));
    }

    @Test
    void anAddressThatCannotBeAllowedIsRefusedAtTheStart() {
        List<WebhookEndpoint> endpoints =
                List.of(new WebhookEndpoint("desk", URI.create("http://hooks.example/"), WebhookSecret.parse(SECRET)));
        EgressGuard guard = new EgressGuard(EgressRules.publicHttps(), HostResolver.system());
        assertThatThrownBy(() -> new WebhookTransport(endpoints, guard, InstantSource.system()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing may be sent to 'http://hooks.example': the scheme must be https");
    }

    @Test
    void closingLeavesNoThread() {
        WebhookTransport transport = transport(InstantSource.system());
        transport.deliver(message("m1"));
        List<Thread> before = threads();
        transport.close();
        before.forEach(WebhookTransportTest::join);
        assertThat(before).hasSize(1);
        assertThat(threads()).isEmpty();
        assertThat(transport.kind()).isEqualTo("webhook");
    }

    private Delivery deliver(Message message) {
        return deliver(message, InstantSource.system());
    }

    private Delivery deliver(Message message, InstantSource clock) {
        try (WebhookTransport transport = transport(clock)) {
            return transport.deliver(message);
        }
    }

    private WebhookTransport transport(InstantSource clock) {
        return transport(clock, List.of(WebhookSecret.parse(SECRET)));
    }

    private WebhookTransport transport(InstantSource clock, List<WebhookSecret> secrets) {
        int port = server.getAddress().getPort();
        URI address = URI.create("http://127.0.0.1:" + port + "/hook?token=x");
        EgressRules rules = EgressRules.publicHttps().allowing("127.0.0.1", port);
        return new WebhookTransport(
                List.of(new WebhookEndpoint("desk", address, secrets)),
                new EgressGuard(rules, HostResolver.system()),
                clock);
    }

    private static Message message(String id) {
        return new Message(id, "webhook", "desk", "b1", PAYLOAD, Instant.EPOCH);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        HttpHeaders headers = HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true);
        received.add(new Received(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body));
        Reply reply = Optional.ofNullable(replies.poll()).orElse(new Reply(200, Map.of()));
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), -1);
        exchange.close();
    }

    private static String header(Received request, String name) {
        return request.headers().firstValue(name).orElseThrow();
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("carelet-egress"))
                .toList();
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
