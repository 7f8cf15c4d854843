package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.Closure.Draft;
import io.github.carelet.booking.Closure.Person;
import io.github.carelet.booking.Closure.Place;
import io.github.carelet.booking.Closure.Pool;
import io.github.carelet.booking.ClosureOutcome.Done;
import io.github.carelet.booking.ClosureOutcome.Invalid;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.HoursException;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.OpenInterval;
import io.github.carelet.catalog.OpeningHours;
import io.github.carelet.schedule.Slot;
import io.github.carelet.schedule.SlotFinder;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the clinic closes, and what then is closed. */
class ClosuresTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);

    private final MemoryClosures store = new MemoryClosures();
    private final Catalog base = SlotBookingTest.catalog();
    private int changes;
    private final Closures closures = new Closures(this::catalog, store, () -> Lives.NOW, () -> changes++);

    private Catalog catalog() {
        return Closures.over(base, closures == null ? List.of() : closures.places());
    }

    private static Draft day(Closure.Scope scope) {
        return new Draft(scope, TUESDAY, TUESDAY, Optional.empty(), Optional.of("Holiday"));
    }

    private static Draft part(Closure.Scope scope, String time) {
        return new Draft(scope, TUESDAY, TUESDAY, Optional.of(OpenInterval.parse(time)), Optional.empty());
    }

    private List<String> slots(String type, String location) {
        Availability availability = new Availability(List.of(closures), () -> Lives.NOW);
        SlotFinder finder = SlotFinder.of(
                catalog(),
                catalog().appointmentType(type).orElseThrow(),
                catalog().location(location).orElseThrow());
        return availability.find(finder, TUESDAY, TUESDAY).days().get(0).slots().stream()
                .map(Slot::start)
                .map(start -> start.toLocalTime().toString())
                .toList();
    }

    @Test
    void aClosedDayHasNoTimesThereAndSaysWhyAndElsewhereItGoesOn() {
        assertThat(slots("room", "arcadia")).as("before").hasSize(34);
        assertThat(closures.close(day(new Place("arcadia")), "Kim")).isInstanceOf(Done.class);
        assertThat(slots("room", "arcadia")).isEmpty();
        assertThat(slots("room", "london")).hasSize(34);
        OpeningHours hours = catalog().location("arcadia").orElseThrow().hours().orElseThrow();
        assertThat(hours.exception(TUESDAY).orElseThrow().note()).contains(Localized.of("en", "Holiday"));
        assertThat(hours.on(TUESDAY.plusDays(1))).hasSize(1);
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void aClosedPartOfADayIsCutOutOfItsHours() {
        closures.close(part(new Place("arcadia"), "10:00-15:00"), "Kim");
        assertThat(catalog()
                        .location("arcadia")
                        .orElseThrow()
                        .hours()
                        .orElseThrow()
                        .on(TUESDAY))
                .extracting(OpenInterval::toString)
                .containsExactly("08:00-10:00", "15:00-17:00");
        assertThat(slots("room", "arcadia"))
                .containsExactly(
                        "08:00", "08:15", "08:30", "08:45", "09:00", "09:15", "15:00", "15:15", "15:30", "15:45",
                        "16:00", "16:15");
    }

    @Test
    void whatIsOpenedAgainIsOpenAgain() {
        Closure closure = ((Done) closures.close(day(new Place("arcadia")), "Kim")).closure();
        assertThat(closures.list()).containsExactly(closure);
        assertThat(closures.open(closure.id(), "Sam")).isEqualTo(new Done(closure));
        assertThat(slots("room", "arcadia")).hasSize(34);
        assertThat(closures.open(closure.id(), "Sam")).isEqualTo(new ClosureOutcome.Unknown());
        assertThat(changes).isEqualTo(2);
    }

    @Test
    void anotherNodeSeesItAtItsNextLook() {
        List<Integer> heard = new ArrayList<>();
        Closures other = new Closures(this::catalog, store, () -> Lives.NOW, () -> heard.add(1));
        other.look();
        closures.close(day(new Place("arcadia")), "Kim");
        assertThat(other.list()).as("until then it does not").isEmpty();
        other.look();
        other.look();
        assertThat(other.list()).isEqualTo(closures.list());
        assertThat(heard).as("told once").hasSize(1);
    }

    @Test
    void aPersonWhoIsAwayIsTakenEverywhereAndTheHoursStay() {
        closures.close(part(new Person("jo"), "08:00-12:00"), "Kim");
        assertThat(slots("jo-only", "arcadia")).startsWith("12:00").doesNotContain("11:45");
        assertThat(slots("jo-only", "london")).startsWith("12:00");
        assertThat(slots("person", "arcadia")).as("sam is there").startsWith("08:00");
        assertThat(catalog()).isEqualTo(base);
    }

    @Test
    void aRoomThatIsClosedIsTakenToItsLastPlace() {
        closures.close(part(new Pool("arcadia", "room"), "08:00-12:00"), "Kim");
        assertThat(slots("room", "arcadia")).startsWith("12:00").doesNotContain("11:45");
        assertThat(slots("ask", "arcadia")).startsWith("08:00");
    }

    @Test
    void whatCanNotBeClosedIsSaid() {
        assertThat(errors(day(new Place("nowhere")))).containsExactly("location unknown");
        assertThat(errors(day(new Person("nobody")))).containsExactly("practitioner unknown");
        assertThat(errors(day(new Pool("arcadia", "nothing")))).containsExactly("pool unknown");
        LocalDate past = LocalDate.of(2026, 11, 22);
        assertThat(errors(new Draft(new Place("arcadia"), past, past, Optional.empty(), Optional.of("a\nb"))))
                .containsExactly("to too_soon", "note invalid");
        assertThat(errors(new Draft(
                        new Place("arcadia"), TUESDAY, TUESDAY.minusDays(1), Optional.empty(), Optional.empty())))
                .containsExactly("to invalid");
        assertThat(errors(new Draft(
                        new Place("arcadia"), TUESDAY, TUESDAY.plusDays(366), Optional.empty(), Optional.empty())))
                .containsExactly("to too_long");
        assertThat(closures.list()).isEmpty();
        store.broken = true;
        assertThat(closures.close(day(new Place("arcadia")), "Kim")).isEqualTo(new ClosureOutcome.Unavailable());
    }

    private List<String> errors(Draft draft) {
        return ((Invalid) closures.close(draft, "Kim"))
                .errors().stream().map(each -> each.field() + " " + each.code()).toList();
    }

    /** Minute by minute, by the definition: open if it was, and not closed. */
    @Test
    void minuteByMinuteClosedIsWhatWasClosedAndNothingElse() {
        Random random = new Random(5);
        long minutes = 0;
        long wrong = 0;
        long control = 0;
        for (int round = 0; round < 200; round++) {
            OpeningHours hours = randomHours(random);
            List<Closure> closed = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                LocalDate from = TUESDAY.plusDays(random.nextInt(4));
                int start = random.nextInt(1440);
                Optional<OpenInterval> time = random.nextInt(3) == 0
                        ? Optional.empty()
                        : Optional.of(new OpenInterval(start, Math.min(start + 1 + random.nextInt(600), 1440)));
                Draft draft =
                        new Draft(new Place("arcadia"), from, from.plusDays(random.nextInt(2)), time, Optional.empty());
                closed.add(new Closure("c" + i, draft, "Kim", Lives.NOW));
            }
            Location location = new ClosedHours("en").apply(with(hours), closed);
            OpeningHours after = location.hours().orElseThrow();
            for (LocalDate day = TUESDAY.minusDays(1); day.isBefore(TUESDAY.plusDays(7)); day = day.plusDays(1)) {
                for (int minute = 0; minute < 1440; minute += 7) {
                    LocalDateTime at = day.atStartOfDay().plusMinutes(minute);
                    boolean expected = isOpen(hours, at)
                            && closed.stream().noneMatch(each -> each.what().covers(at));
                    wrong += isOpen(after, at) == expected ? 0 : 1;
                    control += isOpen(hours, at) == expected ? 0 : 1;
                    minutes++;
                }
            }
        }
        System.out.println("minutes that are not open as they should be: " + wrong + " of " + minutes
                + "; control, without closing: " + control);
        assertThat(wrong).isZero();
        assertThat(control).isGreaterThan(1000);
    }

    private static boolean isOpen(OpeningHours hours, LocalDateTime at) {
        return hours.on(at.toLocalDate()).stream()
                .anyMatch(
                        each -> !at.isBefore(each.start(at.toLocalDate())) && at.isBefore(each.end(at.toLocalDate())));
    }

    private static OpeningHours randomHours(Random random) {
        Map<DayOfWeek, List<OpenInterval>> weekly = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            int start = random.nextInt(600);
            weekly.put(
                    day,
                    random.nextInt(6) == 0
                            ? List.of()
                            : List.of(
                                    new OpenInterval(start, start + 200),
                                    new OpenInterval(start + 260, start + 260 + random.nextInt(500) + 1)));
        }
        return new OpeningHours(
                weekly,
                List.of(new HoursException(
                        TUESDAY.plusDays(2),
                        TUESDAY.plusDays(2),
                        List.of(new OpenInterval(60, 120)),
                        Optional.empty())));
    }

    private Location with(OpeningHours hours) {
        Location location = base.location("arcadia").orElseThrow();
        return new Location(
                location.id(),
                location.name(),
                location.phone(),
                location.fax(),
                location.address(),
                location.geo(),
                location.timeZone(),
                Optional.of(hours),
                location.languagesSpoken(),
                location.access(),
                location.acceptingNewPatients(),
                location.insuranceAccepted());
    }

    /** Keeps closures in memory. */
    private static final class MemoryClosures implements ClosureStore {

        private final List<Closure> kept = new ArrayList<>();
        private boolean broken;

        @Override
        public List<Closure> from(LocalDate day) {
            return kept.stream().filter(each -> !each.what().to().isBefore(day)).toList();
        }

        @Override
        public void add(Closure closure) {
            if (broken) {
                throw new StoreUnavailableException("broken on purpose", new IllegalStateException("broken"));
            }
            kept.add(closure);
        }

        @Override
        public boolean remove(Closure closure, String actor, Instant at) {
            return kept.remove(closure);
        }
    }
}
