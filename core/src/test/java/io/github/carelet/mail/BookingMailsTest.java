package io.github.carelet.mail;

import static io.github.carelet.mail.MailClinic.TUESDAY_AT_8;
import static io.github.carelet.mail.MailClinic.TUESDAY_AT_9;
import static io.github.carelet.mail.MailClinic.WEDNESDAY_AT_9;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.Receipt;
import io.github.carelet.delivery.Mail;
import io.github.carelet.delivery.MailSource.Composition;
import io.github.carelet.delivery.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is written to, and what. */
class BookingMailsTest {

    @TempDir
    Path folder;

    private MailClinic maple;

    @BeforeEach
    void open() {
        maple = new MailClinic(folder);
    }

    @AfterEach
    void close() {
        maple.close();
    }

    @Test
    void aConfirmationSaysWhenWhereAndHowToChangeIt() {
        Receipt receipt = maple.slot(TUESDAY_AT_9, "en");
        Mail mail = toPatient(receipt, 0);

        assertThat(mail.to()).isEqualTo("pat1@example.net");
        assertThat(mail.from()).isEqualTo(new Mail.Sender("clinic@example.org", "Maple Clinic"));
        assertThat(mail.subject()).isEqualTo("Your appointment is confirmed (" + receipt.reference() + ")");
        assertThat(mail.text())
                .isEqualTo(String.join(
                        "\r\n",
                        "Maple Clinic",
                        "",
                        "Your appointment is confirmed",
                        "",
                        "We look forward to seeing you.",
                        "",
                        "Reference:",
                        "  " + receipt.reference(),
                        "Time:",
                        "  Tuesday, December 1, 2026, 9 AM, Pacific Time",
                        "Where:",
                        "  Main office",
                        "  1 Main Street",
                        "  Arcadia, CA 91006",
                        "Phone:",
                        "  (626) 555-0111",
                        "",
                        "See or change it:",
                        "https://clinic.example/carelet/bookings/" + receipt.manageToken(),
                        "",
                        "Whoever has this link can see and change your appointment. Keep it to yourself.",
                        "",
                        "In an emergency call 911.",
                        "",
                        "This message was sent automatically. Mail is not private: do not answer with anything about your"
                                + " health.",
                        ""));
        assertThat(mail.html())
                .startsWith("<!doctype html><html lang=\"en\" dir=\"ltr\">")
                .contains("<h1 style=\"font-size:1.4em\">Your appointment is confirmed</h1>")
                .contains("<a href=\"https://clinic.example/carelet/bookings/" + receipt.manageToken() + "\">")
                .contains("<a href=\"tel:+16265550111\">(626) 555-0111</a>")
                .doesNotContain("<img", "<script", "<link", "url(");
    }

    @Test
    void theLinkOfAMailIsTheOneThatTheFormGaveAndFindsTheBooking() {
        Receipt receipt = maple.slot(TUESDAY_AT_9, "en");
        assertThat(toPatient(receipt, 0).text()).contains("/bookings/" + receipt.manageToken() + "\r\n");
        assertThat(maple.desk.find(receipt.manageToken())).isPresent();
    }

    @Test
    void withoutAPublicAddressThereIsThePhoneInsteadOfALink(@TempDir Path other) {
        try (MailClinic quiet = new MailClinic(other, "\"Maple\"", "America/Los_Angeles", Optional.empty())) {
            Receipt receipt = quiet.slot(TUESDAY_AT_9, "en");
            for (Message each : mails(quiet.told(receipt))) {
                Mail mail = ((Composition.Composed) quiet.composed(each)).mail();
                assertThat(mail.text()).doesNotContain("http", receipt.manageToken());
                assertThat(mail.html()).doesNotContain("http", receipt.manageToken());
            }
            Message first = toPatientMessages(quiet.told(receipt)).get(0);
            assertThat(((Composition.Composed) quiet.composed(first)).mail().text())
                    .contains("To change something, call (626) 555-0111 and tell us your reference.");
        }
    }

    /** What happens, then to whom which subject goes; what the clinic does itself, it need not be told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "booked    | patient: Your appointment is confirmed; clinic: A patient has booked a time",
                "requested | patient: Your request has been sent; clinic: New appointment request",
                "confirmed | patient: Your appointment is confirmed",
                "proposed  | patient: We offer you other times",
                "accepted  | patient: Your appointment is confirmed; clinic: A patient has booked a time",
                "lapsed    | patient: This request has expired; clinic: An offer has run out",
                "waitlisted| patient: You are on the waiting list",
                "offered   | patient: We offer you other times",
                "declined  | patient: We can't offer you this appointment",
                "cancelled | patient: Your request is canceled; clinic: A patient has called off an appointment",
                "called off| patient: Your request is canceled",
                "moved     | patient: Your appointment has a new time; clinic: A patient has changed an appointment",
                "given up  | patient: We have your new request; clinic: A patient has changed an appointment",
                "unanswered| manager: A request was not answered in time",
                "arrived   | ''",
                "completed | ''",
                "no show   | ''",
            })
    void eachEventIsToldToWhomItConcerns(String what, String expected) {
        Receipt receipt = happen(what);
        List<Message> all = mails(maple.told(receipt));
        int version = maple.booking(receipt).version();
        String told = all.stream()
                .filter(each -> !each.id().startsWith("reminder_"))
                .filter(each -> each.payload().contains("\"version\":" + version + ","))
                .filter(each -> !each.destination().equals("night@example.org"))
                .sorted((a, b) -> Boolean.compare(
                        !a.destination().equals("patient"), !b.destination().equals("patient")))
                .map(each -> name(each.destination()) + ": " + subject(each).replaceAll(" \\(.*", ""))
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
        assertThat(told).isEqualTo(expected);
    }

    private Receipt happen(String what) {
        boolean slot = List.of(
                        "booked", "cancelled", "called off", "moved", "given up", "arrived", "completed", "no show")
                .contains(what);
        Receipt receipt = slot ? maple.slot(TUESDAY_AT_9, "en") : maple.book(maple.asking(), "en");
        Map<String, Consumer<Receipt>> steps = Map.ofEntries(
                Map.entry("confirmed", each -> maple.clinic.confirm(maple.by(each), instant(TUESDAY_AT_8))),
                Map.entry("proposed", this::propose),
                Map.entry("accepted", each -> {
                    propose(each);
                    maple.accept(each, TUESDAY_AT_8);
                }),
                Map.entry("lapsed", each -> {
                    propose(each);
                    maple.advance(Duration.ofDays(2));
                    maple.desk.lookAfter();
                }),
                Map.entry("waitlisted", each -> maple.clinic.waitlist(maple.by(each))),
                Map.entry("offered", each -> {
                    maple.clinic.waitlist(maple.by(each));
                    maple.clinic.offer(
                            maple.by(each), List.of(instant(TUESDAY_AT_8)), maple.now.plus(Duration.ofDays(1)));
                }),
                Map.entry("declined", each -> maple.clinic.decline(maple.by(each))),
                Map.entry("cancelled", each -> maple.cancel(each)),
                Map.entry("called off", each -> maple.clinic.cancel(maple.by(each))),
                Map.entry("moved", each -> maple.reschedule(each, "slot", WEDNESDAY_AT_9)),
                Map.entry("given up", each -> maple.reschedule(each, "preferred", "2026-12-04/morning")),
                Map.entry("unanswered", each -> {
                    maple.advance(Duration.ofDays(3));
                    maple.desk.lookAfter();
                }),
                Map.entry("arrived", each -> maple.clinic.arrive(maple.by(each))),
                Map.entry("completed", each -> {
                    maple.clinic.arrive(maple.by(each));
                    maple.clinic.complete(maple.by(each));
                }),
                Map.entry("no show", each -> {
                    maple.advance(Duration.ofDays(20));
                    maple.clinic.noShow(maple.by(each));
                }));
        steps.getOrDefault(what, each -> {}).accept(receipt);
        return receipt;
    }

    private void propose(Receipt receipt) {
        maple.clinic.propose(
                maple.by(receipt),
                List.of(instant(TUESDAY_AT_8), instant(WEDNESDAY_AT_9)),
                maple.now.plus(Duration.ofDays(1)));
    }

    @Test
    void anOfferSaysTheTimesAndUntilWhen() {
        Receipt receipt = happen("proposed");
        assertThat(toPatient(receipt, 1).text())
                .contains("Choose one of them, or call us.")
                .contains("We keep these times for you until Tuesday, November 24, 2026, 10 AM, Pacific Time.")
                .contains("We offer you:\r\n  Tuesday, December 1, 2026, 8 AM, Pacific Time\r\n"
                        + "  Wednesday, December 2, 2026, 9 AM, Pacific Time\r\n");
    }

    @Test
    void aRequestSaysByWhenItIsAnsweredAndWhatWasWishedFor() {
        Receipt receipt = maple.book(maple.asking(), "en");
        assertThat(toPatient(receipt, 0).text())
                .contains("We will answer you by Tuesday, November 24, 2026.")
                .contains(
                        "You can come:\r\n  Tuesday, December 1, in the morning\r\n  Thursday, December 3, any time\r\n");
        assertThat(toDesk(receipt).text())
                .contains("Answer by Tuesday, November 24, 2026, 10 AM, Pacific Time, as promised.")
                .contains("Open the inbox:\r\nhttps://clinic.example/carelet/staff/\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "es, Su cita está confirmada, Sede central",
        "es-MX, Su cita está confirmada, Sede central",
        "zh-Hans, 您的预约已确认, Main office",
        "fa, نوبت شما قطعی شد, Main office",
        "de, Your appointment is confirmed, Main office"
    })
    void aPatientIsWrittenToInTheirLanguageAndTheClinicInItsOwn(String language, String heading, String place) {
        Receipt receipt = maple.slot(TUESDAY_AT_9, language);
        Mail mail = toPatient(receipt, 0);
        assertThat(mail.text()).contains(heading, place);
        assertThat(mail.html()).contains("dir=\"" + (language.equals("fa") ? "rtl" : "ltr") + "\"");
        assertThat(toDesk(receipt).text()).contains("A patient has booked a time");
    }

    @Test
    void whoGaveNoAddressOrWantsToBeCalledGetsNoMail() {
        Map<String, List<String>> noAddress = maple.asking();
        noAddress.remove("email");
        Map<String, List<String>> byPhone = maple.asking();
        byPhone.put("contactBy", List.of("phone"));
        Map<String, List<String>> byMail = maple.asking();
        byMail.put("contactBy", List.of("email"));

        assertThat(toPatientMessages(maple.told(maple.book(noAddress, "en")))).isEmpty();
        assertThat(toPatientMessages(maple.told(maple.book(byPhone, "en")))).isEmpty();
        assertThat(toPatientMessages(maple.told(maple.book(byMail, "en")))).hasSize(1);
    }

    @Test
    void nobodyIsWrittenToAboutASuspectRequestBeforeItIsLetOut() {
        Map<String, List<String>> fields = maple.asking();
        fields.put("website", List.of("https://spam.example"));
        Receipt receipt = maple.book(fields, "en");
        assertThat(maple.told(receipt)).isEmpty();
        maple.clinic.release(maple.by(receipt));
        assertThat(toPatientMessages(maple.told(receipt))).hasSize(1);
    }

    @Test
    void theOutboxHoldsNothingOfThePatientAndNothingOfTheVisit() {
        int messages = 0;
        for (String what : List.of("booked", "accepted", "moved", "cancelled", "unanswered")) {
            for (Message message : maple.told(happen(what))) {
                String row = (message.payload() + message.destination()).toLowerCase(Locale.ROOT);
                assertThat(row).doesNotContain("example.net").doesNotContain(canaries());
                messages++;
            }
        }
        System.out.printf(
                "canaries in rows of the outbox: 0 of %d in %d rows%n",
                canaries().size(), messages);
        assertThat(messages).isGreaterThan(25);
    }

    /** By the wall clock of the place, on the day before, also where that has another date than here. */
    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2026-12-01T09:00:00-08:00, 2026-11-30T10:00:00-08:00",
        "Pacific/Apia, 2026-12-01T09:00:00+13:00, 2026-11-30T10:00:00+13:00",
        "America/Los_Angeles, 2026-12-01T00:30:00-08:00, 2026-11-30T10:00:00-08:00",
    })
    void aReminderIsDueAtTenOnTheDayBefore(String zone, String start, String due, @TempDir Path other) {
        try (MailClinic there = new MailClinic(other, "\"Maple\"", zone, Optional.empty())) {
            Map<String, List<String>> fields = there.form();
            fields.put("slot", List.of(start));
            Message reminder = reminders(there.told(there.book(fields, "en"))).get(0);
            assertThat(reminder.dueAt()).isEqualTo(instant(due));
        }
    }

    @Test
    void aReminderSaysThatItIsTomorrow() {
        Receipt receipt = maple.slot(TUESDAY_AT_9, "en");
        maple.now = instant("2026-11-30T10:00:00-08:00");
        Mail mail = ((Composition.Composed)
                        maple.composed(reminders(maple.told(receipt)).get(0)))
                .mail();
        assertThat(mail.subject()).startsWith("Your appointment is tomorrow (");
        assertThat(mail.text())
                .contains("9 AM, Pacific Time")
                .contains("If you can't come, tell us as soon as you can.");
        assertThat(mail.calendar()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "moved", "given up", "arrived"})
    void nobodyIsRemindedOfAVisitThatIsNotAsItWas(String what) {
        Receipt receipt = happen(what);
        Message reminder = reminders(maple.told(receipt)).get(0);
        assertThat(maple.composed(reminder)).isInstanceOf(Composition.NotNeeded.class);
    }

    @Test
    void nobodyIsRemindedOfAVisitThatIsOver() {
        Receipt receipt = maple.slot(TUESDAY_AT_9, "en");
        Message reminder = reminders(maple.told(receipt)).get(0);
        assertThat(maple.composed(reminder)).isInstanceOf(Composition.Composed.class);
        maple.now = instant(TUESDAY_AT_9);
        assertThat(maple.composed(reminder)).isInstanceOf(Composition.NotNeeded.class);
    }

    @Test
    void aVisitThatIsMovedAwayAndBackHasOneReminder() {
        Receipt receipt = maple.slot(TUESDAY_AT_9, "en");
        maple.reschedule(receipt, "slot", WEDNESDAY_AT_9);
        maple.reschedule(receipt, "slot", TUESDAY_AT_9);
        assertThat(reminders(maple.told(receipt)))
                .extracting(Message::dueAt)
                .containsExactly(instant("2026-11-30T10:00:00-08:00"), instant("2026-12-01T10:00:00-08:00"));
    }

    @Test
    void aVisitTomorrowNeedsNoReminder() {
        maple.now = instant("2026-11-30T10:30:00-08:00");
        assertThat(reminders(maple.told(maple.slot(TUESDAY_AT_9, "en")))).isEmpty();
    }

    @Test
    void anAddressThatLeftTheCatalogueIsWrittenToNoMore() {
        Message message = toDeskMessage(maple.slot(TUESDAY_AT_9, "en"));
        Message gone = new Message(
                message.id(), "mail", "left@example.org", message.subject(), message.payload(), message.dueAt());
        assertThat(maple.composed(gone)).isInstanceOf(Composition.NotNeeded.class);
    }

    static List<String> canaries() {
        return MailClinic.CANARIES;
    }

    private Mail toPatient(Receipt receipt, int index) {
        Message message = toPatientMessages(maple.told(receipt)).get(index);
        return ((Composition.Composed) maple.composed(message)).mail();
    }

    private Message toDeskMessage(Receipt receipt) {
        return maple.told(receipt).stream()
                .filter(each -> each.destination().equals("desk@example.org"))
                .findFirst()
                .orElseThrow();
    }

    private Mail toDesk(Receipt receipt) {
        return ((Composition.Composed) maple.composed(toDeskMessage(receipt))).mail();
    }

    private String subject(Message message) {
        return ((Composition.Composed) maple.composed(message)).mail().subject();
    }

    private static String name(String destination) {
        return destination.replace("desk@example.org", "clinic").replaceAll("@.*", "");
    }

    private static List<Message> mails(List<Message> messages) {
        return messages.stream().filter(each -> each.kind().equals("mail")).toList();
    }

    private static List<Message> toPatientMessages(List<Message> messages) {
        return mails(messages).stream()
                .filter(each -> each.destination().equals("patient"))
                .filter(each -> !each.id().startsWith("reminder_"))
                .toList();
    }

    private static List<Message> reminders(List<Message> messages) {
        return Stream.of(messages)
                .flatMap(List::stream)
                .filter(each -> each.id().startsWith("reminder_"))
                .toList();
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
