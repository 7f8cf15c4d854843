package io.github.carelet.booking;

import static io.github.carelet.booking.BookingSamples.NOW;
import static io.github.carelet.booking.BookingSamples.bytes;
import static io.github.carelet.booking.BookingSamples.key;
import static io.github.carelet.booking.BookingSamples.sparse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.schedule.Occupancy;
import io.github.carelet.schedule.Resource;
import io.github.carelet.schedule.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How every {@link BookingStore} holds times for those who fill in a form. */
public abstract class HoldContract {

    private static final int THREADS = 100;
    private static final Resource ROOM = Resource.pool("arcadia", "room");
    private static final Instant DAY = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofMinutes(10));

    private int visits;

    /** Returns the store under test, empty at the start of each test. */
    protected abstract BookingStore store();

    @Test
    void aHoldKeepsOthersOutAndItsOwnerTakesItsPlace() {
        assertThat(hold("mine", 0, 60)).isTrue();
        assertThat(hold("yours", 30, 90)).isFalse();
        assertThat(book("yours", 0, 60)).isEqualTo(new Reservation.Taken());
        assertThat(book("mine", 0, 60)).isEqualTo(new Reservation.Won());
        assertThat(taken(NOW).most(ROOM, stretch(0, 60)))
                .as("the booking alone, and once")
                .isEqualTo(1);
        assertThat(hold("yours", 0, 60)).isFalse();
    }

    @Test
    void pickingAnotherTimeGivesBackTheFirst() {
        assertThat(hold("mine", 0, 60)).isTrue();
        assertThat(hold("mine", 30, 90)).as("not in its own way").isTrue();
        assertThat(hold("yours", 0, 30)).isTrue();
        assertThat(hold("yours", 60, 90))
                .as("taken, so yours stays where it is")
                .isFalse();
        assertThat(book("third", 0, 30)).isEqualTo(new Reservation.Taken());
    }

    @Test
    void bookingAnotherTimeOrNoneGivesTheHoldBack() {
        assertThat(hold("mine", 0, 60)).isTrue();
        assertThat(hold("yours", 100, 160)).isTrue();
        assertThat(book("mine", 200, 260)).isEqualTo(new Reservation.Won());
        Booking wishes = sparse("w");
        assertThat(store().tryReserve(wishes, key("w", "yours", "w"), Allowance.ONE, List.of()))
                .isEqualTo(new Reservation.Won());
        assertThat(Stream.of(0, 100).map(from -> book("third" + from, from, from + 60)))
                .containsOnly(new Reservation.Won());
    }

    @Test
    void aBookingThatIsRefusedLeavesTheHold() {
        Booking first = visit(300, 360);
        store().tryReserve(first, key(first.id(), "first", "alike"), Allowance.ONE, List.of());
        assertThat(hold("mine", 0, 60)).isTrue();
        Booking alike = visit(0, 60);
        assertThat(store().tryReserve(alike, key(alike.id(), "mine", "alike"), Allowance.ONE, List.of()))
                .isEqualTo(new Reservation.Duplicate());
        assertThat(book("yours", 0, 60)).isEqualTo(new Reservation.Taken());
    }

    @Test
    void whatIsTakenNamesHoldsUntilTheyRunOutButNotToTheirOwner() {
        hold("mine", 0, 60);
        String owner = Hold.idOf(bytes("mine"));
        List<Occupancy> all = List.of(taken(NOW), taken(UNTIL.minusMillis(1)), taken(UNTIL), taken(NOW, owner));
        assertThat(all).extracting(each -> each.most(ROOM, stretch(0, 60))).containsExactly(1, 1, 0, 0);
        assertThat(all)
                .extracting(each -> each.visits("pt-evaluation", "arcadia", stretch(0, 600)))
                .containsExactly(1, 1, 0, 0);
    }

    @Test
    void whatHasRunOutIsEndedAndNothingElse() {
        hold("mine", 0, 60);
        assertThat(store().endHolds(UNTIL.minusMillis(1))).isZero();
        assertThat(book("yours", 0, 60)).isEqualTo(new Reservation.Taken());
        assertThat(store().endHolds(UNTIL)).isEqualTo(1);
        assertThat(store().endHolds(UNTIL)).isZero();
        assertThat(book("yours", 0, 60)).isEqualTo(new Reservation.Won());
    }

    @Test
    void holdsCountForTheirDayAndFewAreHeldOfOne() {
        Allowance three = new Allowance(9, OptionalInt.of(3));
        assertThat(IntStream.range(0, 3).mapToObj(i -> store().tryHold(hold("t" + i, 100 * i), three, 2)))
                .containsExactly(true, true, false);
        assertThat(store().tryHold(hold("t1", 500), three, 2))
                .as("instead of its own")
                .isTrue();
        assertThat(store().tryHold(hold("tomorrow", 24 * 60), three, 2)).isTrue();
        Booking third = visit(300, 330);
        Booking fourth = visit(400, 430);
        assertThat(store().tryReserve(third, key(third.id()), three, List.of())).isEqualTo(new Reservation.Won());
        assertThat(store().tryReserve(fourth, key(fourth.id()), three, List.of()))
                .as("two are held, one is booked")
                .isEqualTo(new Reservation.Taken());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void ofManyAtOnceAsManyHoldATimeAsThereIsRoomForAndTheyAlonePassTheirPlacesOn(int capacity) throws Exception {
        Allowance allowance = new Allowance(capacity, OptionalInt.empty());
        List<Boolean> held = atOnce(i -> store().tryHold(hold("t" + i, 0), allowance, THREADS));
        assertThat(held).filteredOn(each -> each).hasSize(capacity);
        List<Reservation> booked = atOnce(i -> {
            Booking booking = visit(0, 30, "b" + i);
            return store().tryReserve(booking, key(booking.id(), "t" + i, booking.id()), allowance, List.of());
        });
        assertThat(IntStream.range(0, THREADS).allMatch(i -> held.get(i) == (booked.get(i) instanceof Reservation.Won)))
                .isTrue();
        System.out.println("0 of " + capacity + " holds lost or given to somebody else, among " + THREADS
                + " who wanted one time; control: " + (THREADS - capacity) + " of them were refused");
    }

    @Test
    void pickingAndBookingAndRunningOutAtOnceLeaveNoTimeGivenTwice() throws Exception {
        Allowance one = Allowance.ONE;
        atOnce(i -> store().tryHold(hold("t" + i % 10, 30 * (i % 7)), one, THREADS));
        List<Reservation> booked = atOnce(i -> {
            if (i % 3 == 0) {
                store().endHolds(UNTIL);
            }
            store().tryHold(hold("t" + i % 10, 30 * (i % 5)), one, THREADS);
            Booking booking = visit(30 * (i % 7), 30 * (i % 7) + 30, "b" + i);
            return store().tryReserve(booking, key(booking.id(), "u" + i, booking.id()), one, List.of());
        });
        store().endHolds(UNTIL);
        Occupancy taken = taken(NOW);
        List<Integer> most = IntStream.range(0, 7)
                .mapToObj(i -> taken.most(ROOM, stretch(30 * i, 30 * i + 30)))
                .toList();
        assertThat(most).allMatch(each -> each <= 1);
        assertThat(booked.stream().filter(Reservation.Won.class::isInstance).count())
                .isEqualTo(most.stream().mapToInt(each -> each).sum());
    }

    private interface Attempt<T> {
        T by(int thread);
    }

    private static <T> List<T> atOnce(Attempt<T> attempt) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<T>> all = threads.invokeAll(IntStream.range(0, THREADS)
                    .mapToObj(i -> (Callable<T>) () -> attempt.by(i))
                    .toList());
            List<T> answers = new ArrayList<>();
            for (Future<T> each : all) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean hold(String token, int from, int until) {
        return store().tryHold(hold(token, stretch(from, until)), Allowance.ONE, 9);
    }

    private static Hold hold(String token, int from) {
        return hold(token, stretch(from, from + 30));
    }

    private static Hold hold(String token, Stretch time) {
        return new Hold(
                Hold.idOf(bytes(token)),
                "pt-evaluation",
                "arcadia",
                time.from().atOffset(ZoneOffset.UTC),
                new Seat(ROOM, time),
                UNTIL);
    }

    private Reservation book(String token, int from, int until) {
        Booking booking = visit(from, until);
        return store().tryReserve(booking, key(booking.id(), token, booking.id()), Allowance.ONE, List.of());
    }

    private Booking visit(int from, int until) {
        return visit(from, until, "v" + visits++);
    }

    private static Booking visit(int from, int until, String id) {
        return BookingSamples.at(sparse(id), BookingStatus.CONFIRMED, 1, new Seat(ROOM, stretch(from, until)));
    }

    private Occupancy taken(Instant now) {
        return taken(now, "nobody");
    }

    private Occupancy taken(Instant now, String leftOut) {
        Occupancy.Builder taken = Occupancy.builder();
        store().addTo(
                        taken,
                        new TakenTimes.Question(
                                "arcadia",
                                List.of(ROOM),
                                Optional.of("pt-evaluation"),
                                stretch(0, 600),
                                Optional.of(leftOut),
                                now));
        return taken.build();
    }

    private static Stretch stretch(int from, int until) {
        return new Stretch(DAY.plusSeconds(60L * from), DAY.plusSeconds(60L * until));
    }
}
