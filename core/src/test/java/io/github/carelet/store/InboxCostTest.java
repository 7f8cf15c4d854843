package io.github.carelet.store;

import static io.github.carelet.booking.BookingSamples.NOW;
import static io.github.carelet.booking.BookingSamples.key;
import static io.github.carelet.booking.BookingSamples.patient;
import static io.github.carelet.booking.BookingSamples.seat;
import static io.github.carelet.booking.BookingSamples.sparse;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.carelet.booking.Allowance;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingSearch;
import io.github.carelet.booking.BookingSource;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.InboxEntry;
import io.github.carelet.booking.InboxFilter;
import io.github.carelet.booking.InboxStore.Listing;
import io.github.carelet.booking.Offer;
import io.github.carelet.booking.Referral;
import io.github.carelet.delivery.Attempt;
import io.github.carelet.delivery.Message;
import io.github.carelet.privacy.AuditAction;
import io.github.carelet.privacy.AuditEvent;
import io.github.carelet.privacy.BlindIndex;
import io.github.carelet.privacy.FieldCipher;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.store.CountedDatabase.Count;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the clinic looks at takes as many statements for many bookings as for few, and no rows but those that are shown. */
class InboxCostTest {

    private static final int FEW = 10;
    private static final int MANY = 40;

    private final KeyRing keys = KeyRing.ephemeral();

    @TempDir
    Path folder;

    @Test
    void sqliteIsAskedNoMoreOftenForManyBookings() throws SQLException {
        try (SqlStorage storage = SqlStorage.open(folder, keys);
                CountedDatabase counted = new CountedDatabase(
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("carelet.db")), Dialect.SQLITE)) {
            compare(storage, counted);
        }
    }

    @Test
    void postgresqlIsAskedNoMoreOftenForManyBookings() throws SQLException {
        String url = PostgresServer.shared().newSchema();
        try (HikariDataSource source = PostgresServer.pool(url);
                SqlStorage storage = SqlStorage.open(source, keys);
                CountedDatabase counted = new CountedDatabase(DriverManager.getConnection(url), Dialect.POSTGRESQL)) {
            compare(storage, counted);
        }
    }

    private void compare(SqlStorage storage, CountedDatabase counted) {
        fill(storage, 0, FEW);
        List<Count> few = counts(counted);
        fill(storage, FEW, MANY);
        List<Count> many = counts(counted);
        System.out.println(
                "statements and rows for " + FEW + " and " + MANY + " bookings: list, search, week, messages, "
                        + "trail " + few + " and " + many + "; control, each opened by itself: " + control(counted));
        for (int i = 0; i < many.size(); i++) {
            assertThat(many.get(i).statements())
                    .isEqualTo(few.get(i).statements())
                    .isLessThan(6);
        }
        // Each booking has an offer of its own, each message two attempts.
        assertThat(many).extracting(Count::rows).containsExactly(2 * MANY, 2 * MANY, 2 * MANY, 3 * MANY, 1);
        assertThat(control(counted).statements()).isGreaterThan(MANY);
    }

    private List<Count> counts(CountedDatabase counted) {
        SqlInbox inbox = inbox(counted);
        SqlOutbox outbox = new SqlOutbox(counted);
        SqlAudit audit = new SqlAudit(counted, keys);
        Listing listing = new Listing(InboxFilter.of(BookingStatus.PROPOSED), Optional.empty(), NOW, 50);
        List<String> seen = inbox.list(listing).stream()
                .map(each -> each.booking().reference())
                .toList();
        LocalDate first = LocalDate.of(2026, 12, 1);
        return List.of(
                counted.count(() -> inbox.list(listing)),
                counted.count(() -> inbox.find(BookingSearch.parse("canary", "US"), 300)),
                counted.count(() -> inbox.days("arcadia", first, first.plusDays(6))),
                counted.count(() -> outbox.about("told")),
                counted.count(() -> audit.append(new AuditEvent(NOW, "Kim", AuditAction.LIST, seen, ""))));
    }

    private Count control(CountedDatabase counted) {
        SqlInbox inbox = inbox(counted);
        Listing listing = new Listing(InboxFilter.of(BookingStatus.PROPOSED), Optional.empty(), NOW, 50);
        return counted.count(() ->
                inbox.list(listing).stream().map(InboxEntry::booking).forEach(each -> inbox.open(each.reference())));
    }

    private SqlInbox inbox(CountedDatabase counted) {
        return new SqlInbox(counted, new SealedFields(new FieldCipher(keys)), new BlindIndex(keys));
    }

    private static void fill(SqlStorage storage, int from, int until) {
        for (int i = from; i < until; i++) {
            Booking booking = proposed(i);
            Message message = new Message("m" + i, "webhook", "desk" + i, "told", "{}", NOW);
            storage.bookings().tryReserve(booking, key(booking.id()), Allowance.PROMISED, "patient", List.of(message));
        }
        attempt(storage, new Attempt(NOW, "n", Attempt.Outcome.RETRY, "500", Optional.of(NOW)));
        attempt(storage, new Attempt(NOW, "n", Attempt.Outcome.DEAD, "500", Optional.empty()));
        storage.inbox().index(MANY);
        storage.audit().append(new AuditEvent(NOW, "Kim", AuditAction.LIST, List.of(), ""));
    }

    private static void attempt(SqlStorage storage, Attempt attempt) {
        storage.outbox()
                .claim(NOW, Duration.ofMinutes(1), MANY)
                .forEach(claim -> storage.outbox().finish(claim, attempt));
    }

    private static Booking proposed(int i) {
        Booking plain = sparse("b" + i);
        OffsetDateTime start = OffsetDateTime.parse("2026-12-01T09:00:00-08:00").plusHours(i);
        Offer offer = new Offer(start, seat(start.toString(), start.plusHours(1).toString()));
        return new Booking(
                plain.id(),
                plain.reference(),
                BookingStatus.PROPOSED,
                1,
                plain.type(),
                plain.location(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(offer),
                Optional.of(NOW.plusSeconds(60)),
                BookingSource.WEB,
                Referral.NONE,
                "en",
                plain.consent(),
                false,
                NOW,
                NOW,
                patient(),
                plain.visit());
    }
}
