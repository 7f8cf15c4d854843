package io.github.carelet.mail;

import static io.github.carelet.mail.MailClinic.TUESDAY_AT_8;
import static io.github.carelet.mail.MailClinic.TUESDAY_AT_9;
import static io.github.carelet.mail.MailClinic.WEDNESDAY_AT_9;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.carelet.booking.Receipt;
import io.github.carelet.delivery.Mail;
import io.github.carelet.delivery.MailSource;
import io.github.carelet.delivery.MailTransport;
import io.github.carelet.delivery.MessageStatus;
import io.github.carelet.delivery.Rounds;
import io.github.carelet.delivery.SmtpServer;
import io.github.carelet.delivery.Transport;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bookings, the store, and a real mail server; the clock is moved by hand. */
@Timeout(120)
class MailDeliveryTest {

    @TempDir
    Path folder;

    private MailClinic maple;
    private GreenMail server;
    private int port;
    private MailTransport transport;
    private Rounds rounds;

    @BeforeEach
    void open() throws Exception {
        maple = new MailClinic(folder);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        start();
        transport = new MailTransport(smtp(), maple.mails);
        rounds = rounds(maple, transport);
    }

    @AfterEach
    void close() {
        server.stop();
        transport.close();
        maple.close();
    }

    private void start() {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    private SmtpServer smtp() {
        return new SmtpServer("127.0.0.1", port, SmtpServer.Security.NONE, Optional.empty());
    }

    private static Rounds rounds(MailClinic clinic, Transport... transports) {
        return new Rounds(
                clinic.storage.outbox(),
                Stream.concat(Stream.of(transports), Stream.of(Rounds.taking("webhook"), Rounds.taking("fhir")))
                        .toList(),
                () -> clinic.now);
    }

    @Test
    void aWholeLifeIsToldInOrderAndItsCalendarEntryStaysOne() throws Exception {
        Receipt receipt = maple.slot(TUESDAY_AT_9, "en");
        rounds.run();
        maple.reschedule(receipt, "slot", WEDNESDAY_AT_9);
        rounds.run();
        maple.now = OffsetDateTime.parse("2026-12-01T10:00:00-08:00").toInstant();
        rounds.run();
        maple.cancel(receipt);
        rounds.run();

        List<MimeMessage> mails = to("pat1@example.net");
        assertThat(mails)
                .extracting(MimeMessage::getSubject)
                .extracting(each -> each.replaceAll(" \\(.*", ""))
                .containsExactly(
                        "Your appointment is confirmed",
                        "Your appointment has a new time",
                        "Your appointment is tomorrow",
                        "Your request is canceled");
        assertThat(to("desk@example.org")).hasSize(3);
        assertThat(to("night@example.org")).hasSize(3);

        assertThat(calendarLine(mails.get(0), "METHOD")).isEqualTo("REQUEST");
        assertThat(calendarLine(mails.get(1), "METHOD")).isEqualTo("REQUEST");
        assertThat(calendar(mails.get(2))).isEmpty();
        assertThat(calendarLine(mails.get(3), "METHOD")).isEqualTo("CANCEL");
        List<String> uids = Stream.of(0, 1, 3)
                .map(i -> event(mails.get(i)).getUid().getValue())
                .toList();
        assertThat(uids).containsOnly(receipt.reference() + "@maple");
        assertThat(Stream.of(0, 1, 3).map(i -> event(mails.get(i)).getSequence().getValue()))
                .containsExactly(0, 1, 2);
        assertThat(event(mails.get(3)).getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event(mails.get(0)).getOrganizer().getEmail()).isEqualTo("clinic@example.org");
        assertThat(event(mails.get(0)).getAttendees().get(0).getEmail()).isEqualTo("pat1@example.net");
        assertThat(event(mails.get(0)).getSummary().getValue()).isEqualTo("Appointment at Maple Clinic");
    }

    @Test
    void aVisitThatIsGivenUpForWishesLeavesTheCalendar() throws Exception {
        Receipt receipt = maple.slot(TUESDAY_AT_9, "en");
        maple.reschedule(receipt, "preferred", "2026-12-04/morning");
        rounds.run();
        MimeMessage second = to("pat1@example.net").get(1);
        assertThat(calendarLine(second, "METHOD")).isEqualTo("CANCEL");
        assertThat(event(second).getDateStart().getValue())
                .isEqualTo(
                        java.util.Date.from(OffsetDateTime.parse(TUESDAY_AT_9).toInstant()));
        assertThat(calendar(to("desk@example.org").get(0))).isEmpty();
    }

    @Test
    void noMailSaysWhatAVisitIsForOrWhoComes() throws Exception {
        for (String language : List.of("en", "es", "zh-Hans", "hy", "vi", "ko", "fa")) {
            lives(language);
        }
        int found = 0;
        int looked = 0;
        for (MimeMessage mail : server.getReceivedMessages()) {
            String all = everything(mail);
            for (String canary : MailClinic.CANARIES) {
                found += all.contains(canary) ? 1 : 0;
                looked++;
            }
        }
        int mutant = leaks();
        System.out.printf(
                "canaries in mails: %d of %d looked for in %d mails; in a mutant that tells the type: %d%n",
                found, looked, server.getReceivedMessages().length, mutant);
        assertThat(found).isZero();
        assertThat(looked).isGreaterThan(1_500);
        assertThat(mutant).isPositive();
    }

    /** Every kind of mail in one language. */
    private void lives(String language) {
        Receipt slot = maple.slot(TUESDAY_AT_9, language);
        maple.reschedule(slot, "slot", WEDNESDAY_AT_9);
        rounds.run();
        maple.cancel(slot);
        Receipt asked = maple.book(maple.asking(), language);
        maple.clinic.propose(
                maple.by(asked),
                List.of(OffsetDateTime.parse(TUESDAY_AT_8).toInstant()),
                maple.now.plus(Duration.ofHours(1)));
        maple.accept(asked, TUESDAY_AT_8);
        Receipt late = maple.book(maple.asking(), language);
        Receipt declined = maple.book(maple.asking(), language);
        maple.clinic.decline(maple.by(declined));
        Receipt waiting = maple.book(maple.asking(), language);
        maple.clinic.waitlist(maple.by(waiting));
        rounds.run();
        maple.advance(Duration.ofHours(25));
        maple.desk.lookAfter();
        rounds.run();
        assertThat(maple.booking(late).dueAt()).isEmpty();
        java.time.Instant before = maple.now;
        maple.now = OffsetDateTime.parse("2026-11-30T11:00:00-08:00").toInstant();
        rounds.run();
        maple.now = before.minus(Duration.ofHours(25));
    }

    /** A source that is wrong on purpose: it tells the type. */
    private int leaks() throws Exception {
        MailSource mutant = message -> {
            Mail mail = ((MailSource.Composition.Composed) maple.composed(message)).mail();
            return new MailSource.Composition.Composed(new Mail(
                    mail.from(),
                    "mutant@example.org",
                    mail.subject(),
                    mail.language(),
                    mail.text() + "Zugtypename",
                    mail.html(),
                    mail.calendar()));
        };
        maple.slot(WEDNESDAY_AT_9, "en");
        try (MailTransport leaking = new MailTransport(smtp(), mutant)) {
            rounds(maple, leaking).run();
        }
        int found = 0;
        for (MimeMessage mail : to("mutant@example.org")) {
            found += everything(mail).contains("zugtypename") ? 1 : 0;
        }
        return found;
    }

    static Stream<String> hostileNames() {
        return Stream.of(
                "Maple\\r\\nBcc: evil@example.org\\r\\n\\r\\nboo",
                "Maple\\nX-Evil: 1",
                "\\u2028Maple\\u2029",
                "Maple <evil@example.org>, \\\"Evil\\\" <b@example.org>",
                "=?utf-8?q?Bcc=3A_evil?= Maple",
                "Klinik Ahorn 予約 😀 \\u202eevil",
                "<b>Maple</b> & <script>alert(1)</script>",
                "M".repeat(10_000),
                "\\ud83d\\ude00".repeat(2_000),
                ";,:\\\\\\\"%0d%0aBcc:evil");
    }

    /** A clinic's name stands in the header, the text, the HTML and the calendar. */
    @ParameterizedTest
    @MethodSource("hostileNames")
    void noNameBeginsALineOfItsOwn(String name, @TempDir Path other) throws Exception {
        try (MailClinic hostile = new MailClinic(other, '"' + name + '"', "America/Los_Angeles", Optional.empty());
                MailTransport mails = new MailTransport(smtp(), hostile.mails)) {
            hostile.slot(TUESDAY_AT_9, "en");
            rounds(hostile, mails).run();
        }
        assertThat(server.getReceivedMessages()).hasSize(3);
        for (MimeMessage mail : server.getReceivedMessages()) {
            assertThat(mail.getAllRecipients()).hasSize(1);
            List<String> names = new ArrayList<>();
            mail.getAllHeaders().asIterator().forEachRemaining(each -> names.add(each.getName()));
            assertThat(names)
                    .containsOnlyOnce("From", "To", "Subject")
                    .isSubsetOf(
                            "Return-Path",
                            "Received",
                            "From",
                            "To",
                            "Subject",
                            "Date",
                            "Message-ID",
                            "MIME-Version",
                            "Content-Type",
                            "Auto-Submitted",
                            "X-Auto-Response-Suppress",
                            "Content-Language");
            assertThat(mail.getFrom()).hasSize(1);
            assertThat(((MimeMultipart) mail.getContent()).getCount()).isBetween(2, 3);
            assertThat(part(mail, "text/html")).doesNotContain("<script", "<b>");
            Optional<String> calendar = calendar(mail);
            if (calendar.isPresent()) {
                ICalendar read = Biweekly.parse(calendar.get()).first();
                assertThat(read.getEvents()).hasSize(1);
                assertThat(read.validate(ICalVersion.V2_0).isEmpty()).isTrue();
            }
        }
    }

    @Test
    void theRemindersOfWhatIsCalledOffAreSkippedAndSeenAsThat() {
        Receipt receipt = maple.slot(TUESDAY_AT_9, "en");
        maple.cancel(receipt);
        maple.now = OffsetDateTime.parse("2026-11-30T10:00:00-08:00").toInstant();
        rounds.run();
        assertThat(maple.storage.outbox().about(maple.booking(receipt).id()))
                .filteredOn(each -> each.message().id().startsWith("reminder_"))
                .extracting(MessageStatus::state)
                .containsExactly(MessageStatus.State.SKIPPED);
        assertThat(to("pat1@example.net")).hasSize(2);
    }

    private List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(each -> recipient(each).equals(address))
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        return attempt(() -> mail.getAllRecipients()[0].toString());
    }

    private interface Reading<T> {
        T get() throws Exception;
    }

    private static <T> T attempt(Reading<T> reading) {
        try {
            return reading.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static biweekly.component.VEvent event(MimeMessage mail) {
        String file = attempt(() -> calendar(mail)).orElseThrow();
        return Biweekly.parse(file).first().getEvents().get(0);
    }

    private static String calendarLine(MimeMessage mail, String name) throws Exception {
        return calendar(mail)
                .orElseThrow()
                .lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> calendar(MimeMessage mail) throws Exception {
        return Optional.of(part(mail, "text/calendar")).filter(each -> !each.isEmpty());
    }

    private static String part(MimeMessage mail, String type) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            if (parts.getBodyPart(i).isMimeType(type)) {
                return decoded(parts.getBodyPart(i));
            }
        }
        return "";
    }

    private static String decoded(BodyPart part) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        part.getInputStream().transferTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Header and decoded parts, as lower case letters without the folding of lines. */
    private static String everything(MimeMessage mail) throws Exception {
        StringBuilder all = new StringBuilder();
        mail.getAllHeaders()
                .asIterator()
                .forEachRemaining(each -> all.append(each.getName())
                        .append(' ')
                        .append(each.getValue())
                        .append('\n'));
        all.append(mail.getSubject());
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            all.append(decoded(parts.getBodyPart(i)));
        }
        return all.toString().replace("\r\n ", "").toLowerCase(Locale.ROOT);
    }
}
