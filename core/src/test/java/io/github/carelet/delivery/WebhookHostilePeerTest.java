package io.github.carelet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.egress.EgressTimeouts;
import io.github.carelet.egress.HostResolver;
import io.github.carelet.egress.RawPeer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Receivers that lie, drip, flood or hang, and name servers that change their mind. */
@Timeout(60)
class WebhookHostilePeerTest {

    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String FLOOD = "x".repeat(64 * 1024);
    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void aTricklingHeadIsCutOffAtTheTotalTime() throws IOException {
        try (RawPeer peer = RawPeer.repeating("HTTP/1.1 200 OK\r\n", "X-Drip: 1\r\n", 5)) {
            assertThat(deliver(peer, new EgressTimeouts(LONG, LONG, Duration.ofMillis(300))))
                    .isInstanceOf(Delivery.Retry.class);
            assertThat(peer.connections()).isEqualTo(1);
        }
    }

    @Test
    void aSilentPeerIsGivenUpAtTheResponseTimeout() throws IOException {
        try (RawPeer peer = RawPeer.hangingAfter("")) {
            assertThat(deliver(peer, new EgressTimeouts(LONG, Duration.ofMillis(200), LONG)))
                    .isEqualTo(new Delivery.Retry("SocketTimeoutException"));
        }
    }

    @Test
    void aFloodAfterTheStatusIsCutOff() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n";
        try (RawPeer peer = RawPeer.repeating(head, FLOOD, 0)) {
            assertThat(deliver(peer, new EgressTimeouts(LONG, LONG, LONG)))
                    .isEqualTo(new Delivery.Delivered("HTTP 200"));
            assertThat(peer.written()).isLessThan(50_000_000);
        }
    }

    @Test
    void anEndlessChunkedAnswerIsCutOff() throws IOException {
        String head = "HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (RawPeer peer = RawPeer.repeating(head, "10000\r\n" + FLOOD + "\r\n", 0)) {
            assertThat(deliver(peer, new EgressTimeouts(LONG, LONG, LONG))).isEqualTo(new Delivery.Retry("HTTP 500"));
        }
    }

    @Test
    void aBodyThatNeverEndsDoesNotUndoTheStatus() throws IOException {
        try (RawPeer peer = RawPeer.hangingAfter("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")) {
            assertThat(deliver(peer, new EgressTimeouts(LONG, LONG, Duration.ofMillis(300))))
                    .isEqualTo(new Delivery.Delivered("HTTP 200"));
        }
    }

    @Test
    void aBrokenAnswerIsTriedAgainAndNeverSentTwiceByTheClient() throws IOException {
        for (String answer : List.of("", "HTTP/1.1", "HTTP/1.1 abc\r\n\r\n", "\u0000\u0001\u0002", "SSH-2.0-x\r\n")) {
            try (RawPeer peer = RawPeer.saying(answer)) {
                assertThat(deliver(peer, new EgressTimeouts(LONG, Duration.ofSeconds(5), Duration.ofSeconds(5))))
                        .isInstanceOf(Delivery.Retry.class);
                assertThat(peer.connections()).isEqualTo(1);
            }
        }
    }

    @Test
    void aClosedPortIsTriedAgain() throws IOException {
        RawPeer peer = RawPeer.saying("");
        peer.close();
        assertThat(deliver(peer, EgressTimeouts.standard())).isEqualTo(new Delivery.Retry("HttpHostConnectException"));
    }

    @Test
    void closingCutsOffWhatIsUnderWay() throws Exception {
        CountDownLatch under = new CountDownLatch(1);
        RawPeer.Behaviour hangs = (peer, out) -> {
            under.countDown();
            new CountDownLatch(1).await(30, TimeUnit.SECONDS);
        };
        try (RawPeer peer = new RawPeer("127.0.0.1", 0, hangs)) {
            WebhookTransport transport =
                    transport("127.0.0.1", peer.port(), HostResolver.system(), new EgressTimeouts(LONG, LONG, LONG));
            AtomicReference<Delivery> delivery = new AtomicReference<>();
            Thread sender = new Thread(() -> delivery.set(transport.deliver(message())));
            sender.start();
            assertThat(under.await(20, TimeUnit.SECONDS)).isTrue();
            transport.close();
            sender.join(10_000);
            assertThat(delivery.get()).isInstanceOf(Delivery.Retry.class);
        }
    }

    @Test
    void aNameThatLeadsToLoopbackIsNotConnectedTo() {
        HostResolver lying = host -> List.of(InetAddress.getByName("127.0.0.1"));
        EgressGuard guard = new EgressGuard(EgressRules.publicHttps(), lying);
        WebhookEndpoint endpoint = new WebhookEndpoint("desk", URI.create("https://rebound.example/"), SECRET);
        try (WebhookTransport transport = new WebhookTransport(List.of(endpoint), guard, InstantSource.system())) {
            assertThat(transport.deliver(message())).isEqualTo(new Delivery.Retry("AddressRefusedException"));
        }
    }

    /**
     * The name leads to the checked address at the first question and to the canary at every later one. Both are loopback
     * here, so that no packet leaves the machine; the control asks twice, as an unguarded sender does, and hits the canary.
     */
    @Test
    void aNameServerThatChangesItsMindIsAskedOnceForEachDelivery() throws IOException {
        String ok = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        try (RawPeer checked = RawPeer.saying(ok);
                RawPeer canary = new RawPeer("127.0.0.2", checked.port(), (peer, out) -> peer.write(out, ok))) {
            for (int round = 1; round <= 20; round++) {
                AtomicInteger questions = new AtomicInteger();
                HostResolver rebinding = host ->
                        List.of(InetAddress.getByName(questions.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2"));
                try (WebhookTransport transport =
                        transport("hooks.example", checked.port(), rebinding, EgressTimeouts.standard())) {
                    assertThat(transport.deliver(message())).isEqualTo(new Delivery.Delivered("HTTP 200"));
                }
                assertThat(questions).hasValue(1);
            }
            assertThat(checked.connections()).isEqualTo(20);
            assertThat(canary.connections()).isZero();
            unguarded(checked.port());
            System.out.printf(
                    "rebound deliveries that hit the canary: 0 of 20; control: %d of 1%n", canary.connections());
        }
    }

    private static void unguarded(int port) throws IOException {
        InetAddress judged = InetAddress.getByName("127.0.0.1");
        InetAddress connected = judged.isLoopbackAddress() ? InetAddress.getByName("127.0.0.2") : judged;
        try (Socket socket = new Socket(connected, port)) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.0\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
    }

    private static Delivery deliver(RawPeer peer, EgressTimeouts timeouts) {
        try (WebhookTransport transport = transport("127.0.0.1", peer.port(), HostResolver.system(), timeouts)) {
            return transport.deliver(message());
        }
    }

    private static WebhookTransport transport(String host, int port, HostResolver resolver, EgressTimeouts timeouts) {
        EgressRules rules = EgressRules.publicHttps().allowing(host, port);
        URI address = URI.create("http://" + host + ":" + port + "/hook");
        return new WebhookTransport(
                List.of(new WebhookEndpoint("desk", address, SECRET)),
                new EgressGuard(rules, resolver),
                InstantSource.system(),
                timeouts);
    }

    private static Message message() {
        return new Message("m1", "webhook", "desk", "b1", "{}", Instant.EPOCH);
    }
}
