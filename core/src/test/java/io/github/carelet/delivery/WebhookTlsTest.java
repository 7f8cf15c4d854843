package io.github.carelet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.egress.EgressTimeouts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The connection goes to a checked address, but the certificate must be that of the name. */
@Timeout(60)
class WebhookTlsTest {

    private final AtomicInteger received = new AtomicInteger();
    private SSLContext tls;
    private HttpsServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void startServer() throws Exception {
        tls = TestCertificate.of("hooks.example", folder);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            received.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void aTrustedCertificateOfTheNameIsAccepted() {
        assertThat(deliver("hooks.example", new DefaultClientTlsStrategy(tls)))
                .isEqualTo(new Delivery.Delivered("HTTP 200"));
        assertThat(received).hasValue(1);
    }

    @Test
    void aTrustedCertificateOfAnotherNameIsNot() {
        assertThat(deliver("other.example", new DefaultClientTlsStrategy(tls))).isInstanceOf(Delivery.Retry.class);
        assertThat(received).hasValue(0);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNot() {
        assertThat(deliver("hooks.example", DefaultClientTlsStrategy.createDefault()))
                .isEqualTo(new Delivery.Retry("SSLHandshakeException"));
        assertThat(received).hasValue(0);
    }

    private Delivery deliver(String host, TlsSocketStrategy strategy) {
        int port = server.getAddress().getPort();
        EgressRules rules = EgressRules.publicHttps().allowing(host, port);
        EgressGuard guard = new EgressGuard(rules, name -> List.of(InetAddress.getByName("127.0.0.1")));
        WebhookSecret secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        WebhookEndpoint endpoint =
                new WebhookEndpoint("desk", URI.create("https://" + host + ":" + port + "/hook"), secret);
        try (WebhookTransport transport = new WebhookTransport(
                List.of(endpoint), guard, InstantSource.system(), EgressTimeouts.standard(), strategy)) {
            return transport.deliver(new Message("m1", "webhook", "desk", "b1", "{}", Instant.EPOCH));
        }
    }
}
