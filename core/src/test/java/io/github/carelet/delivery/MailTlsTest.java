package io.github.carelet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.carelet.delivery.MailSource.Composition;
import io.github.carelet.delivery.SmtpServer.Security;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real mail server behind TLS: whoever is not who they should be gets no mail, and no word of one. */
@Timeout(60)
class MailTlsTest {

    private static SSLContext tls;
    private static GreenMail server;

    @BeforeAll
    static void startServer(@TempDir Path folder) throws Exception {
        tls = TestCertificate.of("localhost", folder);
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterAll
    static void stopServer() {
        server.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        server.purgeEmailFromAllMailboxes();
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "TLS"})
    void aTrustedCertificateOfTheNameIsAccepted(Security security) throws IOException {
        try (TlsFront front = front(security)) {
            assertThat(deliver(security, "localhost", front.port(), Optional.of(tls.getSocketFactory())))
                    .isEqualTo(new Delivery.Delivered("SMTP 250"));
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertNothingWasSaidInTheClear(front, security);
        }
    }

    /** Before the certificate was looked at, and after, not a word of the mail: it waits, and is tried again. */
    @ParameterizedTest
    @CsvSource({
        "STARTTLS, localhost, false",
        "STARTTLS, 127.0.0.1, true",
        "TLS,      localhost, false",
        "TLS,      127.0.0.1, true"
    })
    void aForeignCertificateAndOneOfAnotherNameAreNot(Security security, String host, boolean trusted)
            throws IOException {
        Optional<SSLSocketFactory> trust = trusted ? Optional.of(tls.getSocketFactory()) : Optional.empty();
        try (TlsFront front = front(security)) {
            assertThat(deliver(security, host, front.port(), trust)).isInstanceOf(Delivery.Retry.class);
            assertThat(server.getReceivedMessages()).isEmpty();
            assertNothingWasSaidInTheClear(front, security);
            // The control: the same front takes it from who trusts it by its name.
            assertThat(deliver(security, "localhost", front.port(), Optional.of(tls.getSocketFactory())))
                    .isInstanceOf(Delivery.Delivered.class);
        }
    }

    /** It does not offer TLS, or offers it and then does not want to. */
    @ParameterizedTest
    @ValueSource(strings = {"250 peer.example\r\n", "250-peer.example\r\n250 STARTTLS\r\n"})
    void aServerThatDoesNotSpeakTlsGetsNoWordInTheClear(String capabilities) {
        try (SmtpPeer peer = new SmtpPeer(Map.of("EHLO", capabilities, "STARTTLS", "454 not now\r\n"))) {
            assertThat(deliver(
                            Security.STARTTLS, "127.0.0.1", peer.address().port(), Optional.of(tls.getSocketFactory())))
                    .isInstanceOf(Delivery.Retry.class);
            assertThat(peer.said()).allMatch(each -> each.matches("EHLO example.org|STARTTLS|QUIT|RSET"));
        }
    }

    private static void assertNothingWasSaidInTheClear(TlsFront front, Security security) {
        if (security == Security.STARTTLS) {
            assertThat(front.inTheClear()).containsExactly("EHLO example.org", "STARTTLS");
        } else {
            assertThat(front.inTheClear()).isEmpty();
        }
    }

    private static TlsFront front(Security security) throws IOException {
        return new TlsFront(tls, server.getSmtp().getPort(), security == Security.STARTTLS);
    }

    private static Delivery deliver(Security security, String host, int port, Optional<SSLSocketFactory> trust) {
        SmtpServer address = new SmtpServer(host, port, security, Optional.empty());
        Mail mail = new Mail(
                new Mail.Sender("clinic@example.org", "Clinic"),
                "pat@example.net",
                "x",
                "en",
                "text",
                "<p>text</p>",
                Optional.empty());
        MailSource source = message -> new Composition.Composed(mail);
        try (MailTransport transport = new MailTransport(address, source, trust, Duration.ofSeconds(18))) {
            return transport.deliver(new Message("msg_1", "mail", "patient", "b1", "{}", Instant.EPOCH));
        }
    }
}
