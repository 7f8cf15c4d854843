package io.github.carelet.booking;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.carelet.booking.Consents.Agreement;
import io.github.carelet.booking.Patient.BookingFor;
import io.github.carelet.booking.Patient.ContactBy;
import io.github.carelet.booking.Visit.PatientType;
import io.github.carelet.delivery.Message;
import io.github.carelet.schedule.DayPart;
import io.github.carelet.schedule.Preference;
import io.github.carelet.schedule.Resource;
import io.github.carelet.schedule.Stretch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bookings of nobody, for tests of what keeps them. */
public final class BookingSamples {

    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123Z");

    private BookingSamples() {}

    public static Patient patient() {
        return new Patient(
                "Canary-Zoë",
                "O’Planted \"; --",
                Optional.of("+16265550142"),
                Optional.of("canary@example.org"),
                Optional.of(ContactBy.EMAIL),
                true,
                Optional.of(LocalDate.of(1957, 10, 4)),
                BookingFor.CHILD);
    }

    public static Visit visit() {
        return new Visit(
                Optional.of("planted-treatment"),
                Optional.of("planted-condition"),
                PatientType.EXISTING,
                Optional.of("planted-insurance"),
                Optional.of("planted reason 👩‍⚕️\nin two lines"),
                Optional.of("hy"),
                Map.of("planted-question", "planted-answer"));
    }

    /** A booking with everything in it. */
    public static Booking booking(String id, BookingStatus status) {
        return new Booking(
                id,
                "REF-" + id,
                status,
                1,
                "pt-evaluation",
                "arcadia",
                Optional.of(OffsetDateTime.parse("2026-12-01T09:30:00-08:00")),
                Optional.of(seat("2026-12-01T09:30:00-08:00", "2026-12-01T10:30:00-08:00")),
                List.of(
                        new Preference(LocalDate.of(2026, 12, 1), DayPart.MORNING),
                        new Preference(LocalDate.of(2026, 12, 2), DayPart.ANY)),
                List.of(),
                Optional.of(NOW.plusSeconds(3600)),
                BookingSource.WEB,
                Referral.through(Optional.of("demo")),
                "es",
                consents(),
                true,
                NOW,
                NOW,
                patient(),
                visit());
    }

    /** A booking of a type, about something. */
    public static Booking about(String type, Optional<String> treatment, Optional<String> condition) {
        Booking plain = sparse("a");
        return new Booking(
                plain.id(),
                plain.reference(),
                plain.status(),
                plain.version(),
                type,
                plain.location(),
                plain.start(),
                plain.seat(),
                plain.preferred(),
                plain.offers(),
                plain.dueAt(),
                plain.source(),
                plain.referral(),
                plain.language(),
                plain.consent(),
                plain.quick(),
                plain.createdAt(),
                plain.updatedAt(),
                plain.patient(),
                new Visit(
                        treatment,
                        condition,
                        PatientType.UNSURE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
    }

    /** All that there is to agree to. */
    public static Consents consents() {
        return new Consents(
                Agreement.to(new ConsentWords("2026-01", "es", "Acepto.")),
                Optional.of(Agreement.to(new ConsentWords("2026-02", "es", "Mensajes."))),
                Optional.of(Agreement.to(new ConsentWords("2026-03", "es", "Novedades."))));
    }

    /** The same after the patient took back that they may be sent text messages. */
    public static Booking withoutSms(Booking booking) {
        return booking.without(ConsentKind.SMS, NOW.plusSeconds(60));
    }

    /** A seat in a room. */
    public static Seat seat(String from, String until) {
        return new Seat(
                Resource.pool("arcadia", "pt-room"),
                new Stretch(
                        OffsetDateTime.parse(from).toInstant(),
                        OffsetDateTime.parse(until).toInstant()));
    }

    /** A booking with nothing in it that can be left out. */
    public static Booking sparse(String id) {
        return new Booking(
                id,
                "REF-" + id,
                BookingStatus.REQUESTED,
                1,
                "pt-evaluation",
                "arcadia",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                BookingSource.WEB,
                Referral.NONE,
                "en",
                new Consents(Agreement.unseen("2026-01"), Optional.empty(), Optional.empty()),
                false,
                NOW,
                NOW,
                new Patient(
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        BookingFor.SELF),
                new Visit(
                        Optional.empty(),
                        Optional.empty(),
                        PatientType.UNSURE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
    }

    /** A key of which only the manage hash is the booking's own. */
    public static SubmissionKey key(String id, String token, String duplicate) {
        return new SubmissionKey("k1", bytes(token), bytes("print of " + token), manage(id), bytes(duplicate));
    }

    /** A key like no other. */
    public static SubmissionKey key(String id) {
        return key(id, "token " + id, "duplicate " + id);
    }

    public static byte[] manage(String id) {
        return bytes("manage " + id);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    public static Message message(String id, String subject) {
        return new Message("msg_" + id, "webhook", "clinic", subject, "{\"of\":\"" + id + "\"}", NOW);
    }

    /** The same booking in another state, and at another time. */
    public static Booking at(Booking booking, BookingStatus status, int version, Seat seat) {
        return new Booking(
                booking.id(),
                booking.reference(),
                status,
                version,
                booking.type(),
                booking.location(),
                Optional.of(seat.time().from().atOffset(ZoneOffset.UTC)),
                Optional.of(seat),
                booking.preferred(),
                booking.offers(),
                booking.dueAt(),
                booking.source(),
                booking.referral(),
                booking.language(),
                booking.consent(),
                booking.quick(),
                booking.createdAt(),
                booking.updatedAt(),
                booking.patient(),
                booking.visit());
    }
}
