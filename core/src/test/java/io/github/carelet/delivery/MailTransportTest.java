package io.github.carelet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.carelet.delivery.Mail.CalendarPart;
import io.github.carelet.delivery.Mail.Sender;
import io.github.carelet.delivery.MailSource.Composition;
import io.github.carelet.delivery.SmtpServer.Security;
import io.github.carelet.egress.RawPeer;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real mail server, and against one that answers whatever it was told to. */
@Timeout(60)
class MailTransportTest {

    private static final String CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";

    private GreenMail server;

    @BeforeEach
    void startServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void whatArrivesIsTextAndHtmlAndCalendarAsAlternatives() throws Exception {
        assertThat(deliver(mail("pat@example.net", "Ihre Anfrage – 予約 😀")))
                .isEqualTo(new Delivery.Delivered("SMTP 250"));

        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Ihre Anfrage – 予約 😀");
        assertThat(received.getFrom()).containsExactly(new InternetAddress("clinic@example.org"));
        assertThat(((InternetAddress) received.getFrom()[0]).getPersonal()).isEqualTo("Klinik Ahorn, \"Süd\"");
        assertThat(received.getAllRecipients()).containsExactly(new InternetAddress("pat@example.net"));
        assertThat(received.getMessageID()).isEqualTo("<msg_1@example.org>");
        assertThat(header(received, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(received, "Content-Language")).isEqualTo("de");
        assertThat(header(received, "Date")).isEqualTo("Mon, 23 Nov 2026 10:00:00 +0000");
        assertThat(received.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) received.getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(content(parts, 0, "text/plain; charset=utf-8")).isEqualTo("Grüße\r\n.\r\nEnde");
        assertThat(content(parts, 1, "text/html; charset=utf-8")).isEqualTo("<p>Grüße</p>");
        assertThat(content(parts, 2, "text/calendar; charset=utf-8; method=REQUEST"))
                .isEqualTo(CALENDAR);
    }

    @Test
    void eachAttemptBearsTheSameId() throws Exception {
        deliver(mail("pat@example.net", "one"));
        deliver(mail("pat@example.net", "one"));
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getMessageID()).isEqualTo(received[1].getMessageID());
    }

    @Test
    void whatNeedNotOrCannotBeSentIsNotSent() {
        MailTransport transport = new MailTransport(plain(), message -> new Composition.NotNeeded("called off"));
        assertThat(transport.deliver(message())).isEqualTo(new Delivery.NotNeeded("called off"));
        transport = new MailTransport(plain(), message -> new Composition.NotYet("no sender"));
        assertThat(transport.deliver(message())).isEqualTo(new Delivery.Retry("no sender"));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() {
        SmtpServer away = plain();
        server.stop();
        assertThat(deliver(away, mail("pat@example.net", "x"))).isEqualTo(new Delivery.Retry("ConnectException"));
    }

    /** Whatever a web application has set as the class loader of the thread. */
    @Test
    void theLibraryFindsItsPartsFromAnyThread() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader nothing = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(nothing);
            assertThat(deliver(mail("pat@example.net", "x"))).isInstanceOf(Delivery.Delivered.class);
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(nothing);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Only a recipient that is not there is given up; all else may be put right by somebody. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "RCPT  | 550 5.1.1 no such user pat | dead  | SMTP 550",
                "RCPT  | 551 not here               | dead  | SMTP 551",
                "RCPT  | 553 no such name           | dead  | SMTP 553",
                "RCPT  | 450 mailbox busy           | retry | SMTP 450",
                "RCPT  | 452 mailbox full           | retry | SMTP 452",
                "RCPT  | 554 5.7.1 relay denied     | retry | SMTP 554",
                "MAIL  | 550 who are you            | retry | SMTP 550",
                "MAIL  | 421 busy                   | retry | SMTP 421",
                "DATA  | 451 try later              | retry | SMTP 451",
                ".     | 554 looks like spam        | retry | SMTP 554",
                ".     | -                          | retry | -",
                "hello | 554 no                     | retry | MessagingException",
                "EHLO  | -                          | retry | -",
                "QUIT  | -                          | sent  | SMTP 250",
                "QUIT  | 500 what                   | sent  | SMTP 250",
            })
    void whatAServerAnswersDecides(String command, String answer, String outcome, String detail) {
        try (SmtpPeer peer = new SmtpPeer(Map.of(command, answer == null ? "" : answer + "\r\n"))) {
            Delivery delivery = deliver(peer.address(), mail("pat@example.net", "x"));
            String seen = delivery.toString();
            assertThat(delivery)
                    .isInstanceOf(
                            switch (outcome) {
                                case "dead" -> Delivery.Dead.class;
                                case "retry" -> Delivery.Retry.class;
                                default -> Delivery.Delivered.class;
                            });
            assertThat(seen).doesNotContain("pat").contains(detail == null ? "" : detail);
        }
    }

    @Test
    void theEnvelopeHasOneSenderAndOneRecipient() {
        try (SmtpPeer peer = new SmtpPeer(Map.of())) {
            deliver(peer.address(), mail("pat@example.net", "x"));
            assertThat(peer.said().stream().filter(each -> each.matches("(MAIL|RCPT|EHLO).*")))
                    .containsExactly("EHLO example.org", "MAIL FROM:<clinic@example.org>", "RCPT TO:<pat@example.net>");
        }
    }

    @Test
    void withoutTlsNothingIsSentUnlessThatIsWanted() {
        try (SmtpPeer peer = new SmtpPeer(Map.of())) {
            SmtpServer secured =
                    new SmtpServer("127.0.0.1", peer.address().port(), Security.STARTTLS, Optional.empty());
            Delivery delivery = deliver(secured.withLogin("clinic", "s3cret"), mail("pat@example.net", "x"));
            assertThat(delivery).isInstanceOf(Delivery.Retry.class);
            assertThat(peer.said()).noneMatch(each -> each.matches("(MAIL|AUTH|RCPT).*"));
        }
    }

    @Test
    void aLoginThatIsRefusedIsTriedAgain() {
        try (SmtpPeer peer = new SmtpPeer(Map.of("EHLO", "250-peer\r\n250 AUTH PLAIN\r\n", "AUTH", "535 no\r\n"))) {
            Delivery delivery = deliver(peer.address().withLogin("clinic", "s3cret"), mail("pat@example.net", "x"));
            assertThat(delivery).isEqualTo(new Delivery.Retry("SMTP login refused"));
        }
    }

    @Test
    void aLoginIsSaidToAServerThatAsksForIt() throws Exception {
        server.setUser("clinic@example.org", "clinic", "s3cret");
        assertThat(deliver(plain().withLogin("clinic", "s3cret"), mail("pat@example.net", "x")))
                .isInstanceOf(Delivery.Delivered.class);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whoSpeaksOneByteAtATimeIsCutOff() {
        try (SmtpPeer peer = new SmtpPeer(Map.of("hello", SmtpPeer.DRIP))) {
            MailSource source = composing(mail("pat@example.net", "x"));
            try (MailTransport transport =
                    new MailTransport(peer.address(), source, Optional.empty(), Duration.ofMillis(300))) {
                assertThat(transport.deliver(message())).isInstanceOf(Delivery.Retry.class);
            }
            assertThat(peer.drops()).isPositive();
        }
    }

    @Test
    void closingLeavesNoThreadAndBreaksOffWhatIsUnderWay() throws Exception {
        try (RawPeer peer = RawPeer.hangingAfter("220 hello\r\n")) {
            SmtpServer silent = new SmtpServer("127.0.0.1", peer.port(), Security.NONE, Optional.empty());
            MailTransport transport = new MailTransport(silent, composing(mail("pat@example.net", "x")));
            List<Delivery> outcomes = new ArrayList<>();
            Thread sending = new Thread(() -> outcomes.add(transport.deliver(message())));
            sending.start();
            while (peer.connections() == 0) {
                Thread.onSpinWait();
            }
            transport.close();
            sending.join(20_000);
            assertThat(outcomes).hasSize(1).allMatch(each -> each instanceof Delivery.Retry);
            assertThat(timers()).isEmpty();
        }
    }

    private static List<Thread> timers() throws InterruptedException {
        List<Thread> timers = new ArrayList<>();
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (each.getName().equals("carelet-mail-timer")) {
                each.join(10_000);
                timers.add(each);
            }
        }
        timers.removeIf(each -> !each.isAlive());
        return timers;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pat",
                "@example.net",
                "pat@",
                "a@b@example.net",
                "pat@example.net\r\nRCPT TO:<evil@example.org>",
                "pat@example.net>",
                "<pat@example.net>",
                "pat@example.net, evil@example.org",
                "Pat <pat@example.net>",
                "pat(evil)@example.net",
                "\"pat evil\"@example.net",
                "pat@example.net\u0000",
                "pat\u2028@example.net",
                "pat\u0085@example.net",
                "pat @example.net"
            })
    void noHostileTextIsAnAddress(String hostile) {
        assertThat(Mail.isAddress(hostile)).isFalse();
        assertThat(Mail.isAddress("o'pat+x.y_z=1@ex-ample.example"))
                .as("the control")
                .isTrue();
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> mail(hostile, "x"))
                .withMessage("no address of a mail: expected like name@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nBcc: evil@example.org",
                "a\nb",
                "a\rb",
                "a\u0000",
                "a\u2028b",
                "a\u2029b",
                "a\u0085b",
                "a\ud800"
            })
    void nothingThatEndsALineStandsInAHeader(String hostile) {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> mail("pat@example.net", hostile));
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sender("clinic@example.org", hostile));
    }

    @Test
    void secretsAndPatientsAreNotPrinted() {
        Mail mail = mail("pat@example.net", "subject");
        SmtpServer server = plain().withLogin("clinic", "s3cret");
        assertThat(mail + " " + server + " " + new Composition.Composed(mail))
                .doesNotContain("pat@", "Grüße", "subject", "s3cret");
    }

    private Delivery deliver(Mail mail) {
        return deliver(plain(), mail);
    }

    private static Delivery deliver(SmtpServer server, Mail mail) {
        try (MailTransport transport = new MailTransport(server, composing(mail))) {
            return transport.deliver(message());
        }
    }

    private SmtpServer plain() {
        return new SmtpServer("127.0.0.1", server.getSmtp().getPort(), Security.NONE, Optional.empty());
    }

    private static MailSource composing(Mail mail) {
        return message -> new Composition.Composed(mail);
    }

    private static Message message() {
        return new Message("msg_1", "mail", "patient", "b1", "{}", Instant.parse("2026-11-23T10:00:00Z"));
    }

    private static Mail mail(String to, String subject) {
        return new Mail(
                new Sender("clinic@example.org", "Klinik Ahorn, \"Süd\""),
                to,
                subject,
                "de",
                "Grüße\r\n.\r\nEnde",
                "<p>Grüße</p>",
                Optional.of(new CalendarPart("REQUEST", CALENDAR)));
    }

    private static String header(MimeMessage message, String name) throws Exception {
        String[] values = message.getHeader(name);
        assertThat(values).as(name).hasSize(1);
        return values[0];
    }

    private static String content(MimeMultipart parts, int index, String type) throws Exception {
        assertThat(parts.getBodyPart(index).getContentType()).isEqualTo(type);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        parts.getBodyPart(index).getInputStream().transferTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
