package io.github.carelet.booking;

import static io.github.carelet.booking.BookingSamples.NOW;
import static io.github.carelet.booking.BookingSamples.booking;
import static io.github.carelet.booking.BookingSamples.bytes;
import static io.github.carelet.booking.BookingSamples.key;
import static io.github.carelet.booking.BookingSamples.manage;
import static io.github.carelet.booking.BookingSamples.message;
import static io.github.carelet.booking.BookingSamples.sparse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.delivery.Message;
import io.github.carelet.delivery.Outbox;
import io.github.carelet.schedule.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What every {@link BookingStore} must do. */
public abstract class BookingStoreContract {

    private static final int THREADS = 16;
    private static final Resource ROOM = Resource.pool("arcadia", "pt-room");

    /** Returns the store under test, empty at the start of each test. */
    protected abstract BookingStore store();

    /** Returns the outbox that it writes messages to. */
    protected abstract Outbox outbox();

    @Test
    void givesBackWhatItTook() {
        Booking full = booking("a", BookingStatus.REQUESTED);
        assertThat(store().tryReserve(full, key("a"), List.of())).isEqualTo(new Reservation.Won());
        assertThat(store().tryReserve(sparse("b"), key("b"), List.of())).isEqualTo(new Reservation.Won());

        assertThat(store().findByReference("REF-a")).contains(full);
        assertThat(store().findByManageHash(manage("a"))).contains(full);
        assertThat(store().findByReference("REF-b")).contains(sparse("b"));
    }

    @Test
    void whatWasTakenBackStaysSoAndIsTheOnlyThingThatIs() {
        Booking agreed = booking("a", BookingStatus.CONFIRMED);
        store().tryReserve(agreed, key("a"), List.of());
        Instant later = NOW.plusSeconds(60);
        Booking without = agreed.without(ConsentKind.SMS, later);
        HistoryEntry entry = new HistoryEntry(
                2,
                later,
                "patient",
                BookingStatus.CONFIRMED,
                Optional.empty(),
                HistoryEntry.Kind.SMS_REVOKED,
                Optional.empty());

        assertThat(store().tryChange(without, entry, List.of())).isTrue();
        assertThat(store().findByReference("REF-a")).contains(without);
        assertThat(without.consent().sms().flatMap(Consents.Agreement::revokedAt))
                .contains(later);
        assertThat(without.consent().request()).isEqualTo(agreed.consent().request());
        assertThat(without.consent().marketing()).isEqualTo(agreed.consent().marketing());
        assertThat(store().history("a")).element(1).isEqualTo(entry);
        // A later change takes nothing of it back.
        Booking cancelled = without.without(ConsentKind.SMS, later.plusSeconds(60))
                .withVersion(2)
                .changedTo(BookingStatus.CANCELLED, later);
        store().tryChange(cancelled, entry(3, BookingStatus.CANCELLED), List.of());
        assertThat(store().findByReference("REF-a")).map(Booking::consent).contains(without.consent());
    }

    @Test
    void wordsAreKeptOnceForEachVersionThatHadThem() {
        ConsentWords words = new ConsentWords("1", "es", "Acepto.\nSí.");
        ConsentWords same = new ConsentWords("2", "es", "Acepto.\nSí.");
        store().keep(words, NOW);
        store().keep(words, NOW.plusSeconds(1));
        store().keep(same, NOW.plusSeconds(2));
        store().keep(new ConsentWords("2", "en", "Acepto.\nSí."), NOW);

        assertThat(store().words(words.sha256())).containsExactly(words, same);
        assertThat(store().words("0".repeat(64))).isEmpty();
        // printf 'es\nAcepto.\nSí.' | sha256sum
        assertThat(words.sha256()).isEqualTo("490a4ee9974861ca51f017845e4daef741eb0b3955c6165f223a39dc3e47e15b");
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(store().findByReference("REF-a")).isEmpty();
        assertThat(store().findByReference("' or 1=1 --")).isEmpty();
        assertThat(store().findByManageHash(manage("a"))).isEmpty();
        assertThat(store().spent(bytes("token a"))).isEmpty();
        assertThat(store().history("a")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(BookingStatus.class)
    void keepsEveryState(BookingStatus status) {
        store().tryReserve(booking("a", status), key("a"), List.of());
        assertThat(store().findByReference("REF-a")).map(Booking::status).contains(status);
        assertThat(store().history("a")).containsExactly(new HistoryEntry(1, NOW, "patient", status, Optional.empty()));
    }

    @Test
    void aSpentTokenIsAnsweredWithWhatTheFirstAnswerWasMadeOf() {
        Booking first = booking("a", BookingStatus.REQUESTED);
        store().tryReserve(first, key("a"), List.of(message("a", "a")));
        store().tryChange(first.changedTo(BookingStatus.CANCELLED, NOW), entry(2, BookingStatus.CANCELLED), List.of());

        Reservation again = store().tryReserve(sparse("b"), key("b", "token a", "other"), List.of(message("b", "b")));

        assertThat(again)
                .usingRecursiveComparison()
                .isEqualTo(new Reservation.Spent(
                        "a",
                        "REF-a",
                        BookingStatus.REQUESTED,
                        first.start(),
                        "arcadia",
                        "k1",
                        bytes("print of token a")));
        assertThat(store().spent(bytes("token a")).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(again);
        assertThat(store().findByReference("REF-b")).isEmpty();
        assertThat(messages()).containsExactly("msg_a");
    }

    @Test
    void aSpentTokenOutranksADuplicate() {
        store().tryReserve(sparse("a"), key("a", "token", "same"), List.of());
        assertThat(store().tryReserve(sparse("b"), key("b", "token", "same"), List.of()))
                .isInstanceOf(Reservation.Spent.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUESTED", "PROPOSED", "WAITLISTED", "CONFIRMED"})
    void anOpenBookingKeepsAnotherLikeItOut(BookingStatus open) {
        store().tryReserve(booking("a", open), key("a", "token a", "same"), List.of());
        assertThat(store().tryReserve(sparse("b"), key("b", "token b", "same"), List.of(message("b", "b"))))
                .isEqualTo(new Reservation.Duplicate());
        assertThat(store().spent(bytes("token b"))).isEmpty();
        assertThat(messages()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"REQUESTED", "PROPOSED", "WAITLISTED", "CONFIRMED"})
    void anyOtherBookingDoesNot(BookingStatus notOpen) {
        store().tryReserve(booking("a", notOpen), key("a", "token a", "same"), List.of());
        assertThat(store().tryReserve(sparse("b"), key("b", "token b", "same"), List.of()))
                .isEqualTo(new Reservation.Won());
    }

    @Test
    void aSuspectIsNoDuplicateOfAnything() {
        store().tryReserve(sparse("a"), key("a", "token a", "same"), List.of());
        assertThat(store().tryReserve(booking("b", BookingStatus.SUSPECT), key("b", "token b", "same"), List.of()))
                .isEqualTo(new Reservation.Won());
    }

    @Test
    void aChangeIsNeverRefusedAsADuplicateAndTheOtherStandsGuard() {
        Booking suspect = booking("a", BookingStatus.SUSPECT);
        store().tryReserve(suspect, key("a", "token a", "same"), List.of());
        store().tryReserve(sparse("b"), key("b", "token b", "same"), List.of());

        assertThat(store().tryChange(
                                suspect.changedTo(BookingStatus.REQUESTED, NOW),
                                entry(2, BookingStatus.REQUESTED),
                                List.of()))
                .isTrue();
        assertThat(store().tryReserve(sparse("c"), key("c", "token c", "same"), List.of()))
                .isEqualTo(new Reservation.Duplicate());
    }

    @Test
    void ofManyWithOneTokenExactlyOneWins() throws Exception {
        List<Reservation> answers = atOnce(i -> store().tryReserve(
                        sparse("b" + i), key("b" + i, "token", "duplicate " + i), List.of(message("b" + i, "b" + i))));
        assertThat(answers).filteredOn(Reservation.Won.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Reservation.Spent.class::isInstance).hasSize(THREADS - 1);
        assertThat(messages())
                .containsExactly(
                        "msg_" + store().spent(bytes("token")).orElseThrow().bookingId());
    }

    @Test
    void ofManyAlikeExactlyOneWins() throws Exception {
        List<Reservation> answers = atOnce(i -> store().tryReserve(
                        sparse("b" + i), key("b" + i, "token " + i, "same"), List.of(message("b" + i, "b" + i))));
        assertThat(answers).filteredOn(Reservation.Won.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Reservation.Duplicate.class::isInstance).hasSize(THREADS - 1);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void ofManyChangesOfOneVersionExactlyOneWins() throws Exception {
        Booking before = sparse("a");
        store().tryReserve(before, key("a"), List.of());
        Booking changed = before.changedTo(BookingStatus.CANCELLED, NOW.plusSeconds(1));

        List<Boolean> answers = atOnce(i ->
                store().tryChange(changed, entry(2, BookingStatus.CANCELLED), List.of(message("change" + i, "a"))));

        assertThat(answers).filteredOn(won -> won).hasSize(1);
        assertThat(store().history("a")).hasSize(2);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void aChangeIsKeptWithItsEntryAndMessages() {
        Booking before = booking("a", BookingStatus.REQUESTED);
        store().tryReserve(before, key("a"), List.of());
        Booking changed = before.changedTo(BookingStatus.CANCELLED, NOW.plusSeconds(60));
        HistoryEntry entry = new HistoryEntry(
                2, NOW.plusSeconds(60), "patient", BookingStatus.CANCELLED, Optional.of("planted note ✓"));

        assertThat(store().tryChange(changed, entry, List.of(message("a2", "a"))))
                .isTrue();

        assertThat(store().findByReference("REF-a")).contains(changed);
        assertThat(store().history("a"))
                .containsExactly(new HistoryEntry(1, NOW, "patient", BookingStatus.REQUESTED, Optional.empty()), entry);
        assertThat(messages()).containsExactly("msg_a2");
    }

    @Test
    void aChangeOfAnOldVersionOrOfNothingLosesAndLeavesNothing() {
        Booking before = sparse("a");
        store().tryReserve(before, key("a"), List.of());
        Booking second = before.changedTo(BookingStatus.CONFIRMED, NOW);
        store().tryChange(second, entry(2, BookingStatus.CONFIRMED), List.of());

        Booking late = before.changedTo(BookingStatus.CANCELLED, NOW);
        assertThat(store().tryChange(late, entry(2, BookingStatus.CANCELLED), List.of(message("late", "a"))))
                .isFalse();
        Booking unknown = sparse("x").changedTo(BookingStatus.CANCELLED, NOW);
        assertThat(store().tryChange(unknown, entry(2, BookingStatus.CANCELLED), List.of(message("x", "x"))))
                .isFalse();

        assertThat(store().findByReference("REF-a")).contains(second);
        assertThat(store().history("a")).hasSize(2);
        assertThat(messages()).isEmpty();
    }

    @Test
    void anEntryOfAnotherVersionThanTheChangeIsAMistake() {
        Booking changed = sparse("a").changedTo(BookingStatus.CANCELLED, NOW);
        assertThatThrownBy(() -> store().tryChange(changed, entry(7, BookingStatus.CANCELLED), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7")
                .hasMessageContaining("2");
    }

    @Test
    void aBookingWhoseMessageCannotBeKeptIsNotKeptEither() {
        store().tryReserve(sparse("a"), key("a"), List.of(message("same", "a")));
        List<Message> messages = List.of(message("new", "b"), message("same", "b"));
        assertThatThrownBy(() -> store().tryReserve(sparse("b"), key("b"), messages))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(store().findByReference("REF-b")).isEmpty();
        assertThat(store().history("b")).isEmpty();
        assertThat(messages()).containsExactly("msg_same");
    }

    @Test
    void anIdOrReferenceThatWasDrawnBeforeIsToBeDrawnAgain() {
        store().tryReserve(sparse("a"), key("a"), List.of());
        assertThat(store().tryReserve(sparse("a"), key("b"), List.of())).isEqualTo(new Reservation.DrawnBefore());
        assertThat(store().tryReserve(sparse("b"), key("b"), List.of())).isEqualTo(new Reservation.Won());
    }

    private static HistoryEntry entry(int version, BookingStatus status) {
        return new HistoryEntry(version, NOW, "patient", status, Optional.empty());
    }

    private List<String> messages() {
        return outbox().claim(NOW, Duration.ofSeconds(1), 1000).stream()
                .map(claim -> claim.message().id())
                .toList();
    }

    private static <T> List<T> atOnce(IntFunction<T> work) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(IntStream.range(0, THREADS)
                    .<java.util.concurrent.Callable<T>>mapToObj(i -> () -> work.apply(i))
                    .toList())) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
