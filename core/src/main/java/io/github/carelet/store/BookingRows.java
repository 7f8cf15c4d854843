package io.github.carelet.store;

import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingSource;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.Consents;
import io.github.carelet.booking.Consents.Agreement;
import io.github.carelet.booking.ContactAttempt;
import io.github.carelet.booking.HistoryEntry;
import io.github.carelet.booking.Offer;
import io.github.carelet.booking.Referral;
import io.github.carelet.booking.Reservation;
import io.github.carelet.booking.Seat;
import io.github.carelet.booking.SubmissionKey;
import io.github.carelet.schedule.Preference;
import io.github.carelet.schedule.Resource;
import io.github.carelet.schedule.Stretch;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How bookings and their history are written in rows, and read from them. */
final class BookingRows {

    static final String HISTORY = "select * from carelet_history where booking_id = ? order by version";

    private final SealedFields sealed;

    BookingRows(SealedFields sealed) {
        this.sealed = sealed;
    }

    /** Returns the values of a new row, in the order of the insert statement. */
    Object[] inserted(Booking booking, SubmissionKey key) {
        return new Object[] {
            booking.id(),
            booking.reference(),
            key.manage(),
            key.token(),
            key.fingerprint(),
            key.keyId(),
            key.duplicate(),
            booking.status().code(),
            booking.version(),
            booking.type(),
            booking.location(),
            instant(booking.start()),
            offset(booking.start()),
            booking.seat().map(seat -> seat.resource().key()),
            booking.seat().map(seat -> seat.time().from()),
            booking.seat().map(seat -> seat.time().until()),
            preferences(booking.preferred()),
            booking.dueAt(),
            booking.partner(),
            booking.referral().source(),
            booking.language(),
            booking.consent().request().version(),
            booking.consent().request().sha256(),
            booking.consent().sms().map(Agreement::version),
            booking.consent().sms().flatMap(Agreement::sha256),
            booking.consent().marketing().map(Agreement::version),
            booking.consent().marketing().flatMap(Agreement::sha256),
            booking.quick(),
            booking.createdAt(),
            booking.updatedAt(),
            booking.status().code(),
            booking.location(),
            instant(booking.start()),
            offset(booking.start()),
            booking.source().code(),
            attendAt(booking).or(() -> sinceThen(booking)).orElse(booking.createdAt()),
            sealed.seal(booking.id(), booking.patient()),
            sealed.seal(booking.id(), booking.visit())
        };
    }

    /** Returns the values of a changed row, then its id and the version before, in the order of the update statement. */
    Object[] updated(Booking booking) {
        return new Object[] {
            booking.status().code(),
            booking.version(),
            booking.type(),
            booking.location(),
            instant(booking.start()),
            offset(booking.start()),
            booking.seat().map(seat -> seat.resource().key()),
            booking.seat().map(seat -> seat.time().from()),
            booking.seat().map(seat -> seat.time().until()),
            preferences(booking.preferred()),
            booking.dueAt(),
            booking.language(),
            booking.updatedAt(),
            booking.consent().sms().flatMap(Agreement::revokedAt),
            booking.consent().marketing().flatMap(Agreement::revokedAt),
            attendAt(booking),
            booking.status().code(),
            sinceThen(booking),
            sealed.seal(booking.id(), booking.patient()),
            sealed.seal(booking.id(), booking.visit()),
            booking.location(),
            instant(booking.start()),
            preferences(booking.preferred()),
            booking.id(),
            booking.version() - 1
        };
    }

    /** Returns when somebody is to look at it next, if that follows from what the booking says. */
    private static Optional<Instant> attendAt(Booking booking) {
        return switch (booking.status()) {
            case REQUESTED, SUSPECT, PROPOSED, WAITLISTED -> booking.dueAt();
            case CONFIRMED, ARRIVED -> instant(booking.start());
            case HELD, DECLINED, CANCELLED, EXPIRED, COMPLETED, NO_SHOW -> Optional.empty();
        };
    }

    /** Returns what it is otherwise, if the state is a new one; empty if it stays: a promise that is late is still a promise. */
    private static Optional<Instant> sinceThen(Booking booking) {
        return switch (booking.status()) {
            case REQUESTED, SUSPECT -> Optional.empty();
            default -> Optional.of(booking.updatedAt());
        };
    }

    /** Returns the booking of a row, without what it is offered. */
    Booking booking(Row row) throws SQLException {
        String id = row.text("id");
        return new Booking(
                id,
                row.text("reference"),
                status(row.text("status")),
                row.integer("version"),
                row.text("type"),
                row.text("location"),
                start(row, "start_at", "start_offset"),
                seat(row),
                preferences(row.text("preferred")),
                List.of(),
                row.optionalInstant("due_at"),
                BookingSource.valueOf(row.text("source").toUpperCase(Locale.ROOT)),
                new Referral(row.optionalText("partner"), row.optionalText("partner_source")),
                row.text("language"),
                consents(row),
                row.yes("quick"),
                row.instant("created_at"),
                row.instant("updated_at"),
                sealed.openPatient(id, row.bytes("identity")),
                sealed.openVisit(id, row.bytes("medical")));
    }

    private static Consents consents(Row row) throws SQLException {
        return new Consents(
                new Agreement(row.text("consent"), row.optionalText("consent_words"), Optional.empty()),
                agreement(row, "sms"),
                agreement(row, "marketing"));
    }

    private static Optional<Agreement> agreement(Row row, String kind) throws SQLException {
        Optional<String> words = row.optionalText(kind + "_words");
        Optional<Instant> revokedAt = row.optionalInstant(kind + "_revoked_at");
        return row.optionalText(kind + "_consent").map(version -> new Agreement(version, words, revokedAt));
    }

    /** Returns the values of a row of an offer, in the order of the insert statement. */
    static Object[] inserted(String bookingId, Offer offer) {
        return new Object[] {
            bookingId,
            offer.start().toInstant(),
            offer.start().getOffset().getTotalSeconds(),
            offer.seat().resource().key(),
            offer.seat().time().from(),
            offer.seat().time().until()
        };
    }

    static Offer offer(Row row) throws SQLException {
        return new Offer(
                start(row, "start_at", "start_offset").orElseThrow(), seat(row).orElseThrow());
    }

    HistoryEntry entry(Row row) throws SQLException {
        String id = row.text("booking_id");
        int version = row.integer("version");
        return new HistoryEntry(
                version,
                row.instant("at"),
                row.text("actor"),
                status(row.text("status")),
                row.optionalBytes("note").map(note -> sealed.openNote(id, version, note)),
                HistoryEntry.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                row.optionalText("detail").map(ContactAttempt::parse));
    }

    static Reservation.Spent spent(Row row) throws SQLException {
        return new Reservation.Spent(
                row.text("id"),
                row.text("reference"),
                status(row.text("first_status")),
                start(row, "first_start_at", "first_start_offset"),
                row.text("first_location"),
                row.text("key_id"),
                row.bytes("fingerprint"));
    }

    static BookingStatus status(String code) {
        return BookingStatus.valueOf(code.toUpperCase(Locale.ROOT));
    }

    private static Optional<Instant> instant(Optional<OffsetDateTime> start) {
        return start.map(OffsetDateTime::toInstant);
    }

    private static Optional<Integer> offset(Optional<OffsetDateTime> start) {
        return start.map(at -> at.getOffset().getTotalSeconds());
    }

    private static Optional<OffsetDateTime> start(Row row, String at, String offset) throws SQLException {
        ZoneOffset zone = ZoneOffset.ofTotalSeconds(row.integer(offset));
        return row.optionalInstant(at).map(instant -> instant.atOffset(zone));
    }

    private static Optional<Seat> seat(Row row) throws SQLException {
        Optional<String> resource = row.optionalText("resource");
        Stretch time = new Stretch(row.instant("taken_from"), row.instant("taken_until"));
        return resource.map(key -> new Seat(new Resource(key), time));
    }

    private static String preferences(List<Preference> preferred) {
        return preferred.stream().map(Preference::toString).collect(Collectors.joining(" "));
    }

    private static List<Preference> preferences(String text) {
        return Stream.of(text.split(" "))
                .filter(each -> !each.isEmpty())
                .map(Preference::parse)
                .toList();
    }
}
