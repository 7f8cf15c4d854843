package io.github.carelet.booking;

import static io.github.carelet.booking.BookingSamples.NOW;
import static io.github.carelet.booking.BookingSamples.key;
import static io.github.carelet.booking.BookingSamples.message;
import static io.github.carelet.booking.BookingSamples.sparse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.BookingStore.Change;
import io.github.carelet.delivery.Outbox;
import io.github.carelet.schedule.Resource;
import io.github.carelet.schedule.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How every {@link BookingStore} gives out times: never to more than may have them, and never refused without need. */
public abstract class ReservationContract {

    private static final int THREADS = 100;
    private static final Resource ROOM = Resource.pool("arcadia", "room");
    private static final Resource JO = Resource.practitioner("jo");
    private static final Instant DAY = Instant.parse("2026-12-01T00:00:00Z");

    private int visits;

    /** Returns the store under test, empty at the start of each test. */
    protected abstract BookingStore store();

    /** Returns the outbox that it writes messages to. */
    protected abstract Outbox outbox();

    @ParameterizedTest(name = "{0} to {1} beside 60 to 120")
    @CsvSource({
        "0, 60, true",
        "0, 61, false",
        "60, 61, false",
        "119, 120, false",
        "119, 500, false",
        "120, 180, true",
        "60, 120, false",
        "0, 500, false",
        "70, 110, false",
        "-4000, 60, true",
        "-4200, 61, false"
    })
    void whatMeetsAnInstantIsTakenAndWhatTouchesItIsFree(int from, int until, boolean free) {
        assertThat(reserve(visit(ROOM, 60, 120), 1)).isEqualTo(new Reservation.Won());
        assertThat(reserve(visit(ROOM, from, until), 1))
                .isEqualTo(free ? new Reservation.Won() : new Reservation.Taken());
    }

    @Test
    void resourcesDoNotMeet() {
        assertThat(reserve(visit(ROOM, 60, 120), 1)).isEqualTo(new Reservation.Won());
        assertThat(reserve(visit(JO, 60, 120), 1)).isEqualTo(new Reservation.Won());
        assertThat(reserve(visit(Resource.pool("pasadena", "room"), 60, 120), 1))
                .isEqualTo(new Reservation.Won());
    }

    @Test
    void whoIsRefusedLeavesNothing() {
        reserve(visit(ROOM, 60, 120), 1);
        Booking late = visit(ROOM, 60, 120);
        assertThat(store().tryReserve(late, key(late.id()), Allowance.ONE, List.of(message("late", late.id()))))
                .isEqualTo(new Reservation.Taken());
        assertThat(store().findByReference(late.reference())).isEmpty();
        assertThat(store().history(late.id())).isEmpty();
        assertThat(outbox().claim(NOW, Duration.ofSeconds(1), 10)).isEmpty();
    }

    @Test
    void aSpentTokenOutranksATakenTimeAndThatADuplicate() {
        Booking first = visit(ROOM, 60, 120);
        store().tryReserve(first, key(first.id(), "token", "same"), Allowance.ONE, List.of());
        Booking again = visit(ROOM, 60, 120);
        assertThat(store().tryReserve(again, key(again.id(), "token", "same"), Allowance.ONE, List.of()))
                .isInstanceOf(Reservation.Spent.class);
        assertThat(store().tryReserve(again, key(again.id(), "other", "same"), Allowance.ONE, List.of()))
                .isEqualTo(new Reservation.Taken());
    }

    @Test
    void whereNoSeatIsFreeForAllOfAVisitButOneAtEveryInstantItTakesSeveral() {
        assertThat(reserve(visit(ROOM, 0, 10), 2)).isEqualTo(new Reservation.Won());
        assertThat(reserve(visit(ROOM, 0, 20), 2)).isEqualTo(new Reservation.Won());
        assertThat(reserve(visit(ROOM, 20, 30), 2)).isEqualTo(new Reservation.Won());
        Booking across = visit(ROOM, 10, 30);
        assertThat(reserve(across, 2)).isEqualTo(new Reservation.Won());
        assertThat(reserve(visit(ROOM, 15, 16), 2)).isEqualTo(new Reservation.Taken());
        cancel(across);
        assertThat(reserve(visit(ROOM, 15, 16), 2)).isEqualTo(new Reservation.Won());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void itAgreesWithCountingEveryMinute(int capacity) {
        Random random = new Random(capacity);
        int[] minutes = new int[400];
        List<Booking> there = new ArrayList<>();
        int refused = 0;
        int wrong = 0;
        int seenByControl = 0;
        for (int i = 0; i < 250; i++) {
            if (i % 5 == 4 && !there.isEmpty()) {
                Booking gone = there.remove(random.nextInt(there.size()));
                cancel(gone);
                count(minutes, gone, -1);
                continue;
            }
            int from = random.nextInt(360);
            Booking booking = visit(ROOM, from, from + 1 + random.nextInt(40));
            boolean free = fits(minutes, booking, capacity);
            boolean won = reserve(booking, capacity).equals(new Reservation.Won());
            wrong += won == free ? 0 : 1;
            seenByControl += won == fits(minutes, booking, capacity + 1) ? 0 : 1;
            refused += won ? 0 : 1;
            if (won) {
                there.add(booking);
                count(minutes, booking, 1);
            }
        }
        System.out.println(wrong + " of 200 visits judged wrong, " + refused
                + " of them refused; control, counting with one more: " + seenByControl);
        assertThat(wrong).isZero();
        assertThat(refused).isBetween(10, 190);
        assertThat(seenByControl).isPositive();
    }

    @Test
    void whereTheCapacityWasLoweredWhoIsThereStaysAndNobodyComesUntilThereIsRoom() {
        List<Booking> three = IntStream.range(0, 3)
                .mapToObj(i -> visit(ROOM, 0, 60))
                .peek(each -> reserve(each, 3))
                .toList();
        assertThat(reserve(visit(ROOM, 30, 90), 1)).isEqualTo(new Reservation.Taken());
        cancel(three.get(0));
        cancel(three.get(1));
        assertThat(reserve(visit(ROOM, 30, 90), 1)).isEqualTo(new Reservation.Taken());
        assertThat(reserve(visit(ROOM, 30, 90), 2)).isEqualTo(new Reservation.Won());
    }

    @ParameterizedTest
    @EnumSource(BookingStatus.class)
    void aStateThatCountsHoldsTheTimeAndAnyOtherFreesIt(BookingStatus status) {
        Booking booking = visit(ROOM, 60, 120);
        reserve(booking, 1);
        assertThat(store().tryChange(booking.changedTo(status, NOW), entry(2, status), List.of()))
                .isTrue();
        assertThat(reserve(visit(ROOM, 60, 120), 1))
                .isEqualTo(status.takes() ? new Reservation.Taken() : new Reservation.Won());
    }

    @Test
    void aSuspectHoldsNothingAndWhenReleasedTakesItsTimeOrIsToldThatItIsGone() {
        Booking suspect = visit(ROOM, 60, 120, BookingStatus.SUSPECT);
        assertThat(reserve(suspect, 1)).isEqualTo(new Reservation.Won());
        Booking other = visit(ROOM, 60, 120);
        assertThat(reserve(other, 1)).isEqualTo(new Reservation.Won());
        Booking released = suspect.changedTo(BookingStatus.REQUESTED, NOW);
        assertThat(change(released, 1)).isEqualTo(Change.TAKEN);
        cancel(other);
        assertThat(change(released, 1)).isEqualTo(Change.DONE);
        assertThat(reserve(visit(ROOM, 60, 120), 1)).isEqualTo(new Reservation.Taken());
    }

    @Test
    void aMoveTakesTheNewAndFreesTheOldInOneStepOrChangesNothing() {
        Booking booking = visit(ROOM, 60, 120);
        reserve(booking, 1);
        reserve(visit(ROOM, 200, 260), 1);

        assertThat(change(moved(booking, 190, 250), 1)).isEqualTo(Change.TAKEN);
        assertThat(store().findByReference(booking.reference())).contains(booking);
        assertThat(reserve(visit(ROOM, 60, 120), 1)).isEqualTo(new Reservation.Taken());

        Booking moved = moved(booking, 90, 150);
        assertThat(change(moved, 1)).as("over its own time").isEqualTo(Change.DONE);
        assertThat(reserve(visit(ROOM, 60, 90), 1)).isEqualTo(new Reservation.Won());
        assertThat(reserve(visit(ROOM, 140, 150), 1)).isEqualTo(new Reservation.Taken());
        assertThat(change(moved(booking, 300, 360), 1)).as("an old version").isEqualTo(Change.OUTDATED);
        assertThat(reserve(visit(ROOM, 300, 360), 1)).isEqualTo(new Reservation.Won());
    }

    @Test
    void aDayTakesAsManyVisitsAsItsCapWhateverTheyTake() {
        Allowance two = new Allowance(9, OptionalInt.of(2));
        List<Reservation> answers = IntStream.range(0, 3)
                .mapToObj(i -> visit(i == 1 ? JO : ROOM, 100 * i, 100 * i + 10))
                .map(each -> store().tryReserve(each, key(each.id()), two, List.of()))
                .toList();
        assertThat(answers).containsExactly(new Reservation.Won(), new Reservation.Won(), new Reservation.Taken());
        Booking tomorrow = visit(ROOM, 24 * 60, 25 * 60);
        assertThat(store().tryReserve(tomorrow, key(tomorrow.id()), two, List.of()))
                .isEqualTo(new Reservation.Won());
        assertThat(reserve(visit(ROOM, 500, 510), 9)).as("no cap any more").isEqualTo(new Reservation.Won());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void ofManyAtOnceAsManyWinAsThereIsRoomFor(int capacity) throws Exception {
        int rounds = 3;
        int winners = 0;
        int wrong = 0;
        for (int round = 0; round < rounds; round++) {
            int from = 100 * round;
            List<Booking> bookings = IntStream.range(0, THREADS)
                    .mapToObj(i -> visit(ROOM, from + i % 7, from + 30 + i % 11))
                    .toList();
            List<Reservation> answers = atOnce(bookings, capacity);
            long won =
                    answers.stream().filter(Reservation.Won.class::isInstance).count();
            winners += (int) won;
            wrong += (int) Math.abs(won - capacity);
            assertThat(answers)
                    .filteredOn(Reservation.Taken.class::isInstance)
                    .as("control: the others are refused")
                    .hasSize(THREADS - capacity);
        }
        System.out.println(wrong + " too many or too few of " + winners + " winners among " + THREADS * rounds
                + " who wanted one time, capacity " + capacity + "; control, refused: " + (THREADS * rounds - winners));
        assertThat(wrong).isZero();
    }

    private List<Reservation> atOnce(List<Booking> bookings, int capacity) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Reservation> answers = new ArrayList<>();
            for (Future<Reservation> each : threads.invokeAll(bookings.stream()
                    .<Callable<Reservation>>map(booking -> () -> reserve(booking, capacity))
                    .toList())) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private Reservation reserve(Booking booking, int capacity) {
        return store().tryReserve(booking, key(booking.id()), new Allowance(capacity, OptionalInt.empty()), List.of());
    }

    private Change change(Booking changed, int capacity) {
        return store().tryChange(
                        changed,
                        entry(changed.version(), changed.status()),
                        new Allowance(capacity, OptionalInt.empty()),
                        List.of());
    }

    private void cancel(Booking booking) {
        assertThat(change(booking.changedTo(BookingStatus.CANCELLED, NOW), 1)).isEqualTo(Change.DONE);
    }

    private static HistoryEntry entry(int version, BookingStatus status) {
        return new HistoryEntry(version, NOW, "clinic", status, Optional.empty());
    }

    private static boolean fits(int[] minutes, Booking booking, int capacity) {
        return minutesOf(booking).allMatch(minute -> minutes[minute] < capacity);
    }

    private static void count(int[] minutes, Booking booking, int more) {
        minutesOf(booking).forEach(minute -> minutes[minute] += more);
    }

    private static IntStream minutesOf(Booking booking) {
        Stretch time = booking.seat().orElseThrow().time();
        return IntStream.range(minute(time.from()), minute(time.until()));
    }

    private static int minute(Instant instant) {
        return (int) Duration.between(DAY, instant).toMinutes();
    }

    private Booking visit(Resource resource, int from, int until) {
        return visit(resource, from, until, BookingStatus.CONFIRMED);
    }

    private Booking visit(Resource resource, int from, int until, BookingStatus status) {
        return BookingSamples.at(sparse("v" + visits++), status, 1, new Seat(resource, stretch(from, until)));
    }

    private static Booking moved(Booking booking, int from, int until) {
        Resource resource = booking.seat().orElseThrow().resource();
        return BookingSamples.at(
                booking, booking.status(), booking.version() + 1, new Seat(resource, stretch(from, until)));
    }

    private static Stretch stretch(int from, int until) {
        return new Stretch(DAY.plusSeconds(60L * from), DAY.plusSeconds(60L * until));
    }
}
