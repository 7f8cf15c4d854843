package io.github.carelet.booking;

import static io.github.carelet.booking.BookingSamples.NOW;
import static io.github.carelet.booking.BookingSamples.key;
import static io.github.carelet.booking.BookingSamples.sparse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.BookingStore.Change;
import io.github.carelet.schedule.Occupancy;
import io.github.carelet.schedule.Resource;
import io.github.carelet.schedule.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How every {@link BookingStore} keeps offered times, and knows what falls due. */
public abstract class OfferContract {

    private static final Resource ROOM = Resource.pool("arcadia", "room");
    private static final Instant DAY = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(1));

    private int visits;

    /** Returns the store under test, empty at the start of each test. */
    protected abstract BookingStore store();

    @Test
    void offersAreGivenBackWithTheirOffsetsInTheOrderOfTheirTimes() {
        Booking booking = requested();
        Offer east = new Offer(
                DAY.atOffset(ZoneOffset.ofTotalSeconds(20_700)), new Seat(ROOM, new Stretch(DAY, DAY.plusSeconds(60))));
        Booking proposed = proposed(booking, east, offer(60, 90));
        assertThat(change(proposed, 1)).isEqualTo(Change.DONE);
        assertThat(store().findByReference(booking.reference())).contains(proposed);
        assertThat(store().findByManageHash(BookingSamples.manage(booking.id())))
                .contains(proposed);
        Booking confirmed = proposed.changedTo(
                BookingStatus.CONFIRMED,
                Timing.at("arcadia", offer(60, 90).start(), offer(60, 90).seat()),
                NOW);
        assertThat(change(confirmed, 1)).isEqualTo(Change.DONE);
        assertThat(store().findByReference(booking.reference())).contains(confirmed);
    }

    @Test
    void eachOfferHoldsItsPlaceAndWhatIsNotAcceptedIsFree() {
        Booking booking = requested();
        Booking proposed = proposed(booking, offer(0, 30), offer(30, 60), offer(100, 130));
        assertThat(change(proposed, 1)).isEqualTo(Change.DONE);
        assertThat(Stream.of(0, 30, 100).map(from -> reserve(from, from + 30))).containsOnly(new Reservation.Taken());
        assertThat(reserve(60, 100)).isEqualTo(new Reservation.Won());

        Booking confirmed = proposed.changedTo(
                BookingStatus.CONFIRMED,
                Timing.at("arcadia", offer(30, 60).start(), offer(30, 60).seat()),
                NOW);
        assertThat(change(confirmed, Allowance.PROMISED)).isEqualTo(Change.DONE);
        assertThat(reserve(30, 60)).isEqualTo(new Reservation.Taken());
        assertThat(reserve(0, 30)).isEqualTo(new Reservation.Won());
        assertThat(reserve(100, 130)).isEqualTo(new Reservation.Won());
    }

    @Test
    void offersThatRunOutOrAreReplacedFreeTheirPlaces() {
        Booking booking = requested();
        Booking first = proposed(booking, offer(0, 30));
        Booking second = proposed(first, offer(15, 45));
        assertThat(change(first, 1)).isEqualTo(Change.DONE);
        assertThat(change(second, 1)).as("not in its own way").isEqualTo(Change.DONE);
        assertThat(reserve(0, 15)).isEqualTo(new Reservation.Won());
        assertThat(reserve(15, 45)).isEqualTo(new Reservation.Taken());
        assertThat(change(second.changedTo(BookingStatus.EXPIRED, NOW), 1)).isEqualTo(Change.DONE);
        assertThat(reserve(15, 45)).isEqualTo(new Reservation.Won());
    }

    @Test
    void oneThatIsTakenSpoilsAllOfThem() {
        Booking booking = requested();
        assertThat(reserve(100, 130)).isEqualTo(new Reservation.Won());
        assertThat(change(proposed(booking, offer(0, 30), offer(110, 140)), 1)).isEqualTo(Change.TAKEN);
        assertThat(store().findByReference(booking.reference())).contains(booking);
        assertThat(reserve(0, 30)).isEqualTo(new Reservation.Won());
    }

    @Test
    void offersOfOneBookingThatMeetNeedASeatEach() {
        Booking booking = requested();
        Booking proposed = proposed(booking, offer(0, 30), offer(20, 50));
        assertThat(change(proposed, 1)).isEqualTo(Change.TAKEN);
        assertThat(change(proposed, 2)).isEqualTo(Change.DONE);
        assertThat(reserve(20, 30)).isEqualTo(new Reservation.Taken());
        assertThat(store().tryReserve(visit(0, 20), key("k"), new Allowance(2, OptionalInt.empty()), List.of()))
                .isEqualTo(new Reservation.Won());
        assertThat(change(proposed(proposed, offer(0, 30)), 2))
                .as("with one of them less")
                .isEqualTo(Change.DONE);
        assertThat(reserve(30, 50)).isEqualTo(new Reservation.Won());
    }

    @Test
    void offersCountForTheirDays() {
        Booking booking = requested();
        Allowance two = new Allowance(9, OptionalInt.of(2));
        assertThat(change(proposed(booking, offer(0, 30), offer(40, 70), offer(80, 110)), two))
                .isEqualTo(Change.TAKEN);
        assertThat(change(proposed(booking, offer(0, 30), offer(40, 70)), two)).isEqualTo(Change.DONE);
        Booking third = visit(200, 230);
        assertThat(store().tryReserve(third, key(third.id()), two, List.of())).isEqualTo(new Reservation.Taken());
    }

    @Test
    void whatIsTakenNamesOffersAndLeavesOutTheBookingThatIsToBeMoved() {
        Booking booking = requested();
        change(proposed(booking, offer(0, 30), offer(40, 70)), 1);
        reserve(100, 130);
        Occupancy all = taken(Optional.empty());
        Occupancy others = taken(Optional.of(booking.id()));
        assertThat(IntStream.of(0, 40, 100).map(from -> all.most(ROOM, stretch(from, from + 30))))
                .containsExactly(1, 1, 1);
        assertThat(IntStream.of(0, 40, 100).map(from -> others.most(ROOM, stretch(from, from + 30))))
                .containsExactly(0, 0, 1);
        assertThat(all.visits("pt-evaluation", "arcadia", stretch(0, 600))).isEqualTo(3);
        assertThat(others.visits("pt-evaluation", "arcadia", stretch(0, 600))).isEqualTo(1);
    }

    @Test
    void whatFallsDueIsFoundInThatOrderAndNothingElse() {
        Booking first = requested();
        Booking second = requested();
        requested();
        Booking later = proposed(first, offer(0, 30));
        Booking sooner =
                second.changedTo(BookingStatus.REQUESTED, second.timing().dueBy(UNTIL.minusSeconds(1)), NOW);
        change(later, 1);
        change(sooner, 1);
        assertThat(store().due(UNTIL.minusMillis(1), 10)).containsExactly(sooner);
        assertThat(store().due(UNTIL, 10)).containsExactly(sooner, later);
        assertThat(store().due(UNTIL, 1)).containsExactly(sooner);
        change(later.changedTo(BookingStatus.EXPIRED, UNTIL), 1);
        assertThat(store().due(UNTIL.plusSeconds(1), 10)).containsExactly(sooner);
    }

    @Test
    void whatWasMovedIsNoDuplicateOfItsOldTime() {
        Booking booking = visit(0, 30);
        store().tryReserve(booking, key(booking.id(), "one", "alike"), Allowance.ONE, List.of());
        Booking alike = visit(200, 230);
        assertThat(store().tryReserve(alike, key(alike.id(), "two", "alike"), Allowance.ONE, List.of()))
                .isEqualTo(new Reservation.Duplicate());
        Booking stays = booking.changedTo(BookingStatus.CONFIRMED, NOW);
        change(stays, 1);
        assertThat(store().tryReserve(alike, key(alike.id(), "two", "alike"), Allowance.ONE, List.of()))
                .isEqualTo(new Reservation.Duplicate());
        Offer there = offer(60, 90);
        change(stays.changedTo(BookingStatus.CONFIRMED, Timing.at("arcadia", there.start(), there.seat()), NOW), 1);
        assertThat(store().tryReserve(alike, key(alike.id(), "two", "alike"), Allowance.ONE, List.of()))
                .isEqualTo(new Reservation.Won());
    }

    @Test
    void offersThatHaveRunOutAreFreeForThoseWhoAskAlsoIfNobodyHasLookedAfterThem() {
        change(proposed(requested(), offer(0, 30), offer(40, 70)), 1);
        Occupancy before = taken(Optional.empty(), UNTIL.minusMillis(1));
        Occupancy after = taken(Optional.empty(), UNTIL);
        assertThat(before.most(ROOM, stretch(0, 70))).isEqualTo(1);
        assertThat(before.visits("pt-evaluation", "arcadia", stretch(0, 600))).isEqualTo(2);
        assertThat(after.most(ROOM, stretch(0, 70))).isZero();
        assertThat(after.visits("pt-evaluation", "arcadia", stretch(0, 600))).isZero();
    }

    private Occupancy taken(Optional<String> leftOut) {
        return taken(leftOut, NOW);
    }

    private Occupancy taken(Optional<String> leftOut, Instant now) {
        Occupancy.Builder taken = Occupancy.builder();
        store().addTo(
                        taken,
                        new TakenTimes.Question(
                                "arcadia", List.of(ROOM), Optional.of("pt-evaluation"), stretch(0, 600), leftOut, now));
        return taken.build();
    }

    private Booking requested() {
        Booking booking = sparse("r" + visits++);
        assertThat(store().tryReserve(booking, key(booking.id()), List.of())).isEqualTo(new Reservation.Won());
        return booking;
    }

    private static Booking proposed(Booking booking, Offer... offers) {
        return booking.changedTo(BookingStatus.PROPOSED, booking.timing().offering(List.of(offers), UNTIL), NOW);
    }

    private Booking visit(int from, int until) {
        return BookingSamples.at(
                sparse("v" + visits++), BookingStatus.CONFIRMED, 1, new Seat(ROOM, stretch(from, until)));
    }

    private Reservation reserve(int from, int until) {
        Booking booking = visit(from, until);
        return store().tryReserve(booking, key(booking.id()), List.of());
    }

    private Change change(Booking changed, int capacity) {
        return change(changed, new Allowance(capacity, OptionalInt.empty()));
    }

    private Change change(Booking changed, Allowance allowance) {
        HistoryEntry entry = new HistoryEntry(changed.version(), NOW, "Kim", changed.status(), Optional.empty());
        return store().tryChange(changed, entry, allowance, List.of());
    }

    private static Offer offer(int from, int until) {
        OffsetDateTime start = DAY.plusSeconds(60L * from).atOffset(ZoneOffset.UTC);
        return new Offer(start, new Seat(ROOM, stretch(from, until)));
    }

    private static Stretch stretch(int from, int until) {
        return new Stretch(DAY.plusSeconds(60L * from), DAY.plusSeconds(60L * until));
    }
}
