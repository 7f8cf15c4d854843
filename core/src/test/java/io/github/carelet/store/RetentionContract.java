package io.github.carelet.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.booking.Allowance;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingSamples;
import io.github.carelet.booking.BookingSearch;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.HistoryEntry;
import io.github.carelet.booking.InboxEntry;
import io.github.carelet.booking.Retention;
import io.github.carelet.booking.RetentionStore.Erasure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Patients are forgotten in time, what happened is not, and nobody is forgotten who is still waited for. */
abstract class RetentionContract {

    private static final Duration TIME = Duration.ofDays(90);

    private Instant now = BookingSamples.NOW;

    abstract SqlStorage storage();

    private Retention retention() {
        return new Retention(storage().retention(), TIME, () -> now);
    }

    private Booking put(String id, BookingStatus status) {
        Booking booking = BookingSamples.booking(id, status);
        storage().bookings().tryReserve(booking, BookingSamples.key(id), List.of());
        return booking;
    }

    private Booking closed(String id) {
        Booking booking = put(id, BookingStatus.REQUESTED);
        Booking declined = booking.changedTo(BookingStatus.DECLINED, now);
        HistoryEntry entry = new HistoryEntry(2, now, "Kim", BookingStatus.DECLINED, Optional.of("planted note"));
        assertThat(storage().bookings().tryChange(declined, entry, List.of())).isTrue();
        storage().inbox().index(100);
        return declined;
    }

    private Booking stored(String id) {
        return storage().bookings().findByReference("REF-" + id).orElseThrow();
    }

    @Test
    void aPatientIsForgottenWhenTheTimeIsOverAndNotBefore() {
        Booking declined = closed("a");
        BookingSearch search = BookingSearch.parse("oplanted", "US");
        now = now.plus(TIME).minusMillis(1);
        assertThat(retention().look()).isZero();
        assertThat(stored("a").patient()).isEqualTo(declined.patient());
        assertThat(storage().inbox().find(search, 10)).hasSize(1);

        now = now.plusMillis(1);
        assertThat(retention().look()).isEqualTo(1);
        Booking after = stored("a");
        assertThat(after.patient().givenName() + after.patient().familyName()).isEmpty();
        assertThat(after.patient().phone()).isEmpty();
        assertThat(after.visit().reason()).isEmpty();
        assertThat(after.visit().answers()).isEmpty();
        assertThat(after.status()).isEqualTo(BookingStatus.DECLINED);
        assertThat(after.start()).isEqualTo(declined.start());
        assertThat(storage().bookings().history("a"))
                .extracting(each -> each.actor() + " " + each.status() + " " + each.note())
                .containsExactly("patient REQUESTED Optional.empty", "Kim DECLINED Optional.empty");
        assertThat(storage().inbox().find(search, 10))
                .extracting(InboxEntry::booking)
                .isEmpty();
        assertThat(storage().bookings().findByManageHash(BookingSamples.manage("a")))
                .isEmpty();
        assertThat(storage().bookings().spent("token a".getBytes(UTF_8))).isEmpty();
        assertThat(storage().audit().latest(Long.MAX_VALUE, 1).get(0).event().toString())
                .contains("system", "ERASE", "REF-a", "retention");
        assertThat(storage().audit().verify().isWhole()).isTrue();
        assertThat(retention().look()).as("once").isZero();
    }

    @Test
    void untilThenTheTokenAndTheLinkAreKnown() {
        closed("a");
        assertThat(storage().bookings().findByManageHash(BookingSamples.manage("a")))
                .isPresent();
        assertThat(storage().bookings().spent("token a".getBytes(UTF_8))).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = BookingStatus.class,
            names = {"REQUESTED", "PROPOSED", "WAITLISTED"})
    void whoStillWaitsIsNeverForgotten(BookingStatus open) {
        put("a", open);
        now = now.plus(TIME.multipliedBy(40));
        assertThat(retention().look()).isZero();
        assertThat(stored("a").patient()).isEqualTo(BookingSamples.patient());
        assertThat(retention().erase("REF-a", "Kim")).isEqualTo(Erasure.OPEN);
    }

    @ParameterizedTest
    @EnumSource(
            value = BookingStatus.class,
            names = {"CONFIRMED", "ARRIVED"})
    void aVisitThatNobodyClosedIsOverAfterItsStart(BookingStatus status) {
        Booking booking = put("a", status);
        Instant start = booking.start().orElseThrow().toInstant();
        now = start.plus(TIME).minusMillis(1);
        assertThat(retention().look()).isZero();
        now = start.plus(TIME);
        assertThat(retention().look()).isEqualTo(1);
    }

    @Test
    void whoAsksForItIsForgottenAtOnce() {
        closed("a");
        assertThat(retention().erase("REF-a", "Kim")).isEqualTo(Erasure.DONE);
        assertThat(stored("a").patient().email()).isEmpty();
        assertThat(retention().erase("REF-a", "Kim")).as("again").isEqualTo(Erasure.DONE);
        assertThat(retention().erase("REF-z", "Kim")).isEqualTo(Erasure.UNKNOWN);
        assertThat(storage().audit().about("REF-a", 1).get(0).event().actor()).isEqualTo("Kim");
    }

    /** Whoever read the booking before has the patient's name, and would write it back. */
    @Test
    void noChangeBringsWhoIsForgottenBack() {
        closed("a");
        Booking read = stored("a");
        HistoryEntry note = new HistoryEntry(
                read.version() + 1,
                now,
                "Sam",
                read.status(),
                Optional.of("called them"),
                HistoryEntry.Kind.NOTE,
                Optional.empty());
        Booking changed = read.changedTo(read.status(), now);
        assertThat(retention().erase("REF-a", "Kim")).isEqualTo(Erasure.DONE);

        assertThat(storage().bookings().tryChange(changed, note, Allowance.PROMISED, List.of()))
                .isEqualTo(BookingStore.Change.OUTDATED);
        assertThat(stored("a").patient().isForgotten()).isTrue();
        assertThat(storage().bookings().history(read.id()))
                .noneMatch(each -> each.note().isPresent());
    }

    @Test
    void manyAreForgottenSomeAtATimeAndThenItRests() {
        for (int i = 0; i < 230; i++) {
            put("p" + i, BookingStatus.EXPIRED);
        }
        now = now.plus(TIME);
        Retention retention = retention();
        assertThat(List.of(retention.look(), retention.look(), retention.look(), retention.look()))
                .containsExactly(100, 100, 30, 0);
    }

    @Test
    void theHistoryIsStillAppendOnlyButForItsNotes() {
        closed("a");
        for (String attempt : List.of(
                "update carelet_history set actor = 'nobody'",
                "update carelet_history set note = null, actor = 'nobody'",
                "update carelet_history set at = at + 1, note = null",
                "delete from carelet_history")) {
            assertThatThrownBy(() -> storage().database().write(sql -> sql.update(attempt)))
                    .as(attempt)
                    .hasMessageContaining("append-only");
        }
    }
}
