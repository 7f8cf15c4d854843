package io.github.carelet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.egress.EgressTimeouts;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
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

    private static final String PASSWORD = "changeit";

    private final AtomicInteger received = new AtomicInteger();
    private SSLContext tls;
    private HttpsServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void startServer() throws Exception {
        tls = context(certificateFor("hooks.example"));
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

    private Path certificateFor(String host) throws Exception {
        Path store = folder.resolve("server.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD,
                        "-J-Duser.language=en")
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        return store;
    }

    private static SSLContext context(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
