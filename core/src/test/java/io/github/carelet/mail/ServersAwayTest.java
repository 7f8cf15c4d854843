package io.github.carelet.mail;

import static io.github.carelet.mail.MailClinic.TUESDAY_AT_8;
import static io.github.carelet.mail.MailClinic.WEDNESDAY_AT_9;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.carelet.booking.Receipt;
import io.github.carelet.delivery.FhirPeer;
import io.github.carelet.delivery.FhirServer;
import io.github.carelet.delivery.FhirTransport;
import io.github.carelet.delivery.MailTransport;
import io.github.carelet.delivery.Message;
import io.github.carelet.delivery.MessageStatus;
import io.github.carelet.delivery.Rounds;
import io.github.carelet.delivery.SmtpServer;
import io.github.carelet.delivery.WebhookEndpoint;
import io.github.carelet.delivery.WebhookSecret;
import io.github.carelet.delivery.WebhookTransport;
import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.egress.HostResolver;
import io.github.carelet.fhir.FhirAppointments;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Everybody who is told of bookings is away for a day: the mail server, the webhook and the FHIR server. */
@Timeout(120)
class ServersAwayTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENTS = 8;

    @TempDir
    Path folder;

    private final List<Hook> hooks = new CopyOnWriteArrayList<>();
    private MailClinic maple;
    private int smtpPort;
    private int hookPort;
    private int fhirPort;
    private final List<AutoCloseable> open = new ArrayList<>();
    private Rounds rounds;

    /** What a webhook brought. */
    private record Hook(String id, String type, String reference) {}

    @BeforeEach
    void open() throws IOException {
        maple = new MailClinic(folder);
        smtpPort = free();
        hookPort = free();
        fhirPort = free();
        EgressGuard guard = new EgressGuard(
                EgressRules.publicHttps().allowing("127.0.0.1", hookPort).allowing("127.0.0.1", fhirPort),
                HostResolver.system());
        SmtpServer smtp = new SmtpServer("127.0.0.1", smtpPort, SmtpServer.Security.NONE, Optional.empty());
        WebhookEndpoint hook = new WebhookEndpoint(
                "hook",
                URI.create("http://127.0.0.1:" + hookPort + "/hook"),
                WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        FhirServer ehr = FhirServer.of("ehr", URI.create("http://127.0.0.1:" + fhirPort + "/r4"));
        FhirAppointments appointments = new FhirAppointments(() -> maple.catalog, maple.storage.bookings());
        MailTransport mails = closed(new MailTransport(smtp, maple.mails));
        WebhookTransport webhooks = closed(new WebhookTransport(List.of(hook), guard, () -> maple.now));
        FhirTransport fhir = closed(new FhirTransport(List.of(ehr), appointments, guard, () -> maple.now));
        rounds = new Rounds(maple.storage.outbox(), List.of(mails, webhooks, fhir), () -> maple.now);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        maple.close();
    }

    private <T extends AutoCloseable> T closed(T resource) {
        open.add(resource);
        return resource;
    }

    private static int free() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return free.getLocalPort();
        }
    }

    private GreenMail startMail() {
        GreenMail server = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        open.add(server::stop);
        return server;
    }

    private void startHook() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), hookPort), 0);
        server.createContext("/hook", this::hear);
        server.start();
        open.add(() -> server.stop(0));
    }

    private void hear(HttpExchange exchange) throws IOException {
        ObjectNode body = (ObjectNode) JSON.readTree(exchange.getRequestBody());
        hooks.add(new Hook(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                body.path("type").asText(),
                body.path("data").path("reference").asText()));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    /** Eight patients, each of whom books, moves and cancels while nobody listens. */
    @Test
    void afterADayEverythingArrivesOnceAndInOrder() throws Exception {
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < PATIENTS; i++) {
            Receipt receipt = maple.slot(TUESDAY_AT_8, "en");
            receipts.add(receipt);
            rounds.run();
            maple.advance(Duration.ofMinutes(20));
            maple.reschedule(receipt, "slot", WEDNESDAY_AT_9);
            rounds.run();
            maple.cancel(receipt);
            rounds.run();
        }
        hours(24);
        assertThat(maple.storage.outbox().backlog(maple.now).due()).isEqualTo(PATIENTS * 3 * 5);
        GreenMail mails = startMail();
        startHook();
        FhirPeer fhir = closed(new FhirPeer(fhirPort));
        hours(24);

        assertThat(maple.storage.outbox().backlog(maple.now).due()).isZero();
        for (int i = 0; i < PATIENTS; i++) {
            assertTold(receipts.get(i), "pat" + (i + 1) + "@example.net", mails, fhir);
        }
        assertThat(mails.getReceivedMessages()).hasSize(PATIENTS * 9);
        assertThat(Arrays.stream(mails.getReceivedMessages()).map(ServersAwayTest::id))
                .doesNotHaveDuplicates();
        assertThat(hooks).hasSize(PATIENTS * 3).extracting(Hook::id).doesNotHaveDuplicates();
        assertThat(fhir.written()).hasSize(PATIENTS);
        System.out.printf(
                "after a day without servers: lost 0, twice 0, out of order 0 of %d mails, %d webhooks and %d appointments;"
                        + " the control sees a repeated one%n",
                mails.getReceivedMessages().length, hooks.size(), fhir.written().size());
        control(receipts.get(0), mails, fhir);
    }

    private void assertTold(Receipt receipt, String patient, GreenMail mails, FhirPeer fhir) {
        String reference = receipt.reference();
        for (String address : List.of(patient, "desk@example.org", "night@example.org")) {
            List<String> told = Arrays.stream(mails.getReceivedMessages())
                    .filter(each -> recipient(each).equals(address))
                    .map(ServersAwayTest::subject)
                    .filter(each -> each.contains(reference))
                    .toList();
            assertThat(told).as(address).hasSize(3);
            assertThat(told.get(0)).matches("(Your appointment is confirmed|A patient has booked).*");
            assertThat(told.get(1)).matches("(Your appointment has a new|A patient has changed).*");
            assertThat(told.get(2)).matches("(Your request is canceled|A patient has called).*");
        }
        assertThat(hooks)
                .filteredOn(each -> each.reference().equals(reference))
                .extracting(Hook::type)
                .containsExactly("booking.confirmed", "booking.rescheduled", "booking.cancelled");
        assertThat(fhir.resources())
                .filteredOn(each ->
                        each.path("identifier").path(0).path("value").asText().equals(reference))
                .extracting(each -> each.path("status").asText() + " "
                        + each.path("meta").path("versionId").asText())
                .containsExactly("cancelled 1");
        assertThat(maple.storage.outbox().about(maple.booking(receipt).id()))
                .filteredOn(each -> !each.message().id().startsWith("reminder_"))
                .hasSize(15)
                .extracting(MessageStatus::state)
                .containsOnly(MessageStatus.State.DELIVERED);
    }

    /** A mail and a webhook that are sent once more bear their old ids; an appointment stays as it is. */
    private void control(Receipt receipt, GreenMail mails, FhirPeer fhir) throws MessagingException {
        for (String kind : List.of("mail", "webhook", "fhir")) {
            Message first = maple.told(receipt).stream()
                    .filter(each -> each.kind().equals(kind))
                    .findFirst()
                    .orElseThrow();
            maple.storage.outbox().replay(first.id(), "Kim", maple.now);
        }
        rounds.run();
        assertThat(mails.getReceivedMessages()).hasSize(PATIENTS * 9 + 1);
        assertThat(Arrays.stream(mails.getReceivedMessages())
                        .map(ServersAwayTest::id)
                        .distinct())
                .hasSize(PATIENTS * 9);
        assertThat(hooks).hasSize(PATIENTS * 3 + 1);
        assertThat(hooks.stream().map(Hook::id).distinct()).hasSize(PATIENTS * 3);
        assertThat(fhir.written()).hasSize(PATIENTS);
    }

    private void hours(int hours) {
        for (int hour = 0; hour < hours; hour++) {
            maple.advance(Duration.ofHours(1));
            rounds.run();
        }
    }

    private static String recipient(MimeMessage mail) {
        return attempt(() -> mail.getAllRecipients()[0].toString());
    }

    private static String subject(MimeMessage mail) {
        return attempt(mail::getSubject);
    }

    private static String id(MimeMessage mail) {
        return attempt(mail::getMessageID);
    }

    private interface Reading<T> {
        T get() throws MessagingException;
    }

    private static <T> T attempt(Reading<T> reading) {
        try {
            return reading.get();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
