package io.github.carelet.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebFetcherTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String TIME = "Mon, 23 Nov 2026 10:00:00 GMT";

    private final WebServer server = new WebServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsThereComesWithAllThatIsToBeKnownAboutIt() {
        server.put("/a", 200, "grüezi", Map.of("Content-Type", "text/plain;charset=utf-8", "ETag", "\"1\""));

        Fetched.Body body = (Fetched.Body) fetch(server.at("/a"), Validators.NONE);

        assertThat(new String(body.bytes(), StandardCharsets.UTF_8)).isEqualTo("grüezi");
        assertThat(body.address()).isEqualTo(server.at("/a"));
        assertThat(body.contentType()).contains("text/plain;charset=utf-8");
        assertThat(body.validators()).isEqualTo(new Validators(Optional.of("\"1\""), Optional.empty()));
        assertThat(body).hasToString("Body[7 bytes]");
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        for (Map<String, String> headers : List.of(Map.of("ETag", "\"1\""), Map.of("Last-Modified", TIME))) {
            server.put("/a", 200, "one", headers);
            Validators known = ((Fetched.Body) fetch(server.at("/a"), Validators.NONE)).validators();
            assertThat(fetch(server.at("/a"), known)).isEqualTo(new Fetched.Unchanged());

            server.put("/a", 200, "two", Map.of("ETag", "\"2\""));
            assertThat(fetch(server.at("/a"), known)).isInstanceOf(Fetched.Body.class);
        }
        assertThat(server.requests())
                .containsExactly("GET /a 200", "GET /a 304", "GET /a 200", "GET /a 200", "GET /a 304", "GET /a 200");
    }

    @Test
    void anAnswerThatSaysUnchangedToWhoKnowsNothingIsAFailure() {
        server.put("/a", 304, "", Map.of());
        assertThat(fetch(server.at("/a"), Validators.NONE)).isEqualTo(failed("127.0.0.1 answered HTTP 304"));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 300, 401, 403, 404, 410, 429, 500, 503})
    void whatIsNotTheThingItselfIsAFailure(int status) {
        server.put("/a", status, "", Map.of());
        assertThat(fetch(server.at("/a?secret=1"), Validators.NONE))
                .isEqualTo(failed("127.0.0.1 answered HTTP " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreFollowedWhereTheGuardAllows(int status) {
        server.put("/a", status, "", Map.of("Location", "sub/b?c=d"));
        server.put("/sub/b", 200, "here", Map.of());
        assertThat(((Fetched.Body) fetch(server.at("/a"), Validators.NONE)).address())
                .isEqualTo(server.at("/sub/b?c=d"));
    }

    /** Each of them is where a server that has gone bad would send us; the canary is on this machine and hears nothing. */
    @Test
    void redirectsIntoTheNetworkBehindAreNot() throws IOException {
        try (RawPeer canary = RawPeer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")) {
            Map<String, String> targets = new LinkedHashMap<>();
            targets.put("http://127.0.0.1:" + canary.port() + "/secret", "the scheme must be https");
            targets.put("https://127.0.0.1:" + canary.port() + "/", "the port must be 443");
            targets.put("https://169.254.169.254/latest", "link-local");
            targets.put("https://[::1]/", "not global unicast");
            targets.put("https://0x7f000001/", "a number in disguise");
            targets.put("file:///etc/passwd", "the scheme must be https");
            targets.put("//user@127.0.0.1:" + server.port() + "/", "it holds a user name");
            targets.put("http://a b/", "leads to what is no address");
            targets.forEach((target, reason) -> {
                server.put("/a", 302, "", Map.of("Location", target));
                assertThat(((Fetched.Failed) fetch(server.at("/a"), Validators.NONE)).reason())
                        .as(target)
                        .contains(reason)
                        .doesNotContain("secret");
            });
            assertThat(canary.connections()).isZero();

            EgressRules open = EgressRules.publicHttps()
                    .allowing("127.0.0.1", server.port())
                    .allowing("127.0.0.1", canary.port());
            server.put("/a", 302, "", Map.of("Location", "http://127.0.0.1:" + canary.port() + "/secret"));
            try (WebFetcher fetcher =
                    WebFetcher.open(new EgressGuard(open, HostResolver.system()), FetchLimits.of(100))) {
                assertThat(fetcher.fetch(server.at("/a"))).isInstanceOf(Fetched.Body.class);
            }
            System.out.printf(
                    "redirects that hit the canary: 0 of %d; control: %d of 1%n", targets.size(), canary.connections());
            assertThat(canary.connections()).isOne();
        }
    }

    @Test
    void redirectsEnd() {
        server.put("/a", 302, "", Map.of("Location", "/a"));
        assertThat(fetch(server.at("/a"), Validators.NONE)).isEqualTo(failed("more than 5 redirects"));
        assertThat(server.requests()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"9, false", "10, true", "11, true"})
    void aBodyMayBeAsLargeAsTheLimitAndNoLarger(int limit, boolean comes) {
        server.put("/a", 200, "0123456789", Map.of());
        try (WebFetcher fetcher = WebFetcher.open(server.guard(), FetchLimits.of(limit))) {
            assertThat(fetcher.fetch(server.at("/a")) instanceof Fetched.Body).isEqualTo(comes);
        }
    }

    @Test
    void aFloodIsCutOff() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n";
        try (RawPeer peer = RawPeer.repeating(head, "x".repeat(64 * 1024), 0)) {
            assertThat(fetch(peer, new EgressTimeouts(LONG, LONG, LONG)))
                    .isEqualTo(failed("127.0.0.1 sent more than 1000 bytes"));
            assertThat(peer.written()).isLessThan(50_000_000);
        }
    }

    @Test
    void whoDripsIsCutOffAtTheTotalTime() throws IOException {
        for (String start : List.of("HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n")) {
            try (RawPeer peer = RawPeer.repeating(start, "X-Drip: 1\r\n", 50)) {
                assertThat(fetch(peer, new EgressTimeouts(LONG, LONG, Duration.ofMillis(300))))
                        .isInstanceOf(Fetched.Failed.class);
            }
        }
    }

    @Test
    void whoSaysNothingIsGivenUp() throws IOException {
        try (RawPeer peer = RawPeer.hangingAfter("")) {
            assertThat(fetch(peer, new EgressTimeouts(LONG, Duration.ofMillis(200), LONG)))
                    .isEqualTo(failed("127.0.0.1 gave no whole answer: SocketTimeoutException"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1",
                "HTTP/1.1 abc\r\n\r\n",
                "SSH-2.0-x\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nab"
            })
    void aBrokenAnswerIsAFailure(String answer) throws IOException {
        try (RawPeer peer = RawPeer.saying(answer)) {
            assertThat(fetch(peer, EgressTimeouts.standard())).isInstanceOf(Fetched.Failed.class);
            assertThat(peer.connections()).isOne();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org/x, the scheme must be https",
        "https://example.org:8443/x, the port must be 443",
        "https:/x, it names no host"
    })
    void anAddressThatTheGuardRefusesIsAFailure(URI address, String reason) {
        assertThat(((Fetched.Failed) fetch(address, Validators.NONE)).reason()).contains(reason);
    }

    @Test
    void aNameThatLeadsInsideIsAFailure() {
        EgressGuard guard =
                new EgressGuard(EgressRules.publicHttps(), host -> List.of(InetAddress.getByName("10.0.0.7")));
        try (WebFetcher fetcher = WebFetcher.open(guard, FetchLimits.of(100))) {
            assertThat(fetcher.fetch(URI.create("https://clinic.example/")))
                    .isEqualTo(failed("'clinic.example' is at 10.0.0.7, which is no public address: private"));
        }
    }

    @Test
    void closingEndsItsThread() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        server.put("/a", 200, "one", Map.of());
        fetch(server.at("/a"), Validators.NONE);
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(each) && each.getName().startsWith("carelet")) {
                each.join(10_000);
                assertThat(each.isAlive()).isFalse();
            }
        }
    }

    @Test
    void limitsThatLetNothingThroughAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FetchLimits.of(0)).withMessageContaining("0 bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FetchLimits(EgressTimeouts.standard(), 1, 21))
                .withMessageContaining("21 redirects");
    }

    private Fetched fetch(URI address, Validators known) {
        try (WebFetcher fetcher = WebFetcher.open(server.guard(), FetchLimits.of(1_000))) {
            return fetcher.fetch(address, known);
        }
    }

    private static Fetched fetch(RawPeer peer, EgressTimeouts timeouts) {
        EgressRules rules = EgressRules.publicHttps().allowing("127.0.0.1", peer.port());
        EgressGuard guard = new EgressGuard(rules, HostResolver.system());
        try (WebFetcher fetcher = WebFetcher.open(guard, new FetchLimits(timeouts, 1_000, 5))) {
            return fetcher.fetch(URI.create("http://127.0.0.1:" + peer.port() + "/hook"));
        }
    }

    private static Fetched failed(String reason) {
        return new Fetched.Failed(reason);
    }
}
