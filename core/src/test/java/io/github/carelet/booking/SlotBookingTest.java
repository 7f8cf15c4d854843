package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Index.atIndex;

import io.github.carelet.booking.BookingDesk.Identity;
import io.github.carelet.booking.BookingOutcome.Accepted;
import io.github.carelet.booking.BookingOutcome.Refused;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.Mode;
import io.github.carelet.catalog.AppointmentType.PatientKind;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.Practitioner;
import io.github.carelet.delivery.Message;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.schedule.Refusal;
import io.github.carelet.schedule.Resource;
import io.github.carelet.schedule.SlotFinder;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bookings of a picked time, from the form to the store. */
class SlotBookingTest {

    /** A Monday, 10 AM in Los Angeles. */
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00.123Z");

    private static final String TUESDAY_AT_8 = "2026-12-01T08:00:00-08:00";

    private final MemoryBookingStore store = new MemoryBookingStore();
    private final AtomicInteger patients = new AtomicInteger();
    private final Catalog catalog = catalog();
    private final Availability availability = new Availability(List.of(store), () -> NOW);
    private final BookingDesk desk = BookingDesk.of(
            () -> catalog, store, () -> NOW, new Identity(KeyRing.ephemeral(), new SecureRandom(), List.of("clinic")));

    static Catalog catalog() {
        Catalog base = Clinics.catalog();
        return new Catalog(
                base.clinic(),
                base.locations(),
                base.conditions(),
                base.treatments(),
                List.of(practitioner("jo"), practitioner("sam")),
                base.articles(),
                List.of(
                        type("room", Mode.SLOTS, 2, OptionalInt.of(3), List.of()),
                        type("ask", Mode.REQUEST, 1, OptionalInt.empty(), List.of()),
                        type("person", Mode.SLOTS, 1, OptionalInt.empty(), List.of("jo", "sam")),
                        type("jo-only", Mode.SLOTS, 1, OptionalInt.empty(), List.of("jo"))));
    }

    private static Practitioner practitioner(String id) {
        return new Practitioner(
                id,
                Localized.of("en", id),
                Localized.of("en", "Therapist"),
                List.of("arcadia", "london"),
                List.of("en"));
    }

    private static AppointmentType type(
            String id, Mode mode, int capacity, OptionalInt perDay, List<String> practitioners) {
        return new AppointmentType(
                id,
                Localized.of("en", id),
                false,
                List.of("therapy"),
                List.of("arcadia", "london"),
                mode,
                Duration.ofMinutes(45),
                Duration.ofMinutes(15),
                Duration.ZERO,
                Duration.ofMinutes(15),
                Duration.ofHours(24),
                60,
                perDay,
                capacity,
                id,
                practitioners,
                EnumSet.allOf(PatientKind.class),
                Optional.empty(),
                Set.of(),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({"room, CONFIRMED, booking.confirmed", "ask, REQUESTED, booking.requested"})
    void aPickedTimeIsSettledAtOnceOrAwaitsTheAnswerAndIsHeldEitherWay(
            String type, BookingStatus status, String event) {
        Receipt receipt = ((Accepted) book(type, "2026-12-01T16:00:00Z")).receipt();

        Booking booking = store.bookings().get(0);
        assertThat(receipt.status()).isEqualTo(status);
        assertThat(receipt.start()).contains(OffsetDateTime.parse(TUESDAY_AT_8));
        assertThat(booking.status()).isEqualTo(status);
        assertThat(booking.preferred()).isEmpty();
        assertThat(booking.seat().orElseThrow().resource()).isEqualTo(Resource.pool("arcadia", type));
        assertThat(booking.seat().orElseThrow().time().until()).isEqualTo("2026-12-01T17:00:00Z");
        assertThat(store.messages())
                .extracting(Message::payload)
                .singleElement()
                .asString()
                .contains("\"type\":\"" + event + "\"");
    }

    @Test
    void aTimeThatIsGoneIsRefusedWithTheNearestOthersHereAndElsewhere() {
        assertThat(book("ask", TUESDAY_AT_8)).isInstanceOf(Accepted.class);

        Refused refused = (Refused) book("ask", "2026-12-01T08:15:00-08:00");

        assertThat(refused.refusal()).isEqualTo(Refusal.SLOT_TAKEN);
        assertThat(refused.field()).isEqualTo("slot");
        assertThat(refused.alternatives())
                .startsWith(
                        new Alternative(OffsetDateTime.parse("2026-12-01T09:00:00-08:00"), "arcadia"),
                        new Alternative(OffsetDateTime.parse("2026-12-01T09:15:00-08:00"), "arcadia"))
                .contains(new Alternative(OffsetDateTime.parse("2026-12-01T08:15:00-08:00"), "london"), atIndex(5))
                .hasSize(7);
        assertThat(refused.alternatives())
                .allMatch(each -> isListed(
                        "ask",
                        catalog.location(each.location()).orElseThrow(),
                        each.start().toInstant()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:45:00-08:00, TOO_SOON",
        "2026-11-22T10:00:00-08:00, TOO_SOON",
        "2027-01-25T10:00:00-08:00, TOO_FAR",
        "2026-11-29T10:00:00-08:00, CLOSED",
        "2026-12-01T08:01:00-08:00, CLOSED",
        "2026-12-01T08:00:00.000000001-08:00, CLOSED",
        "2026-12-01T16:30:00-08:00, CLOSED",
        "2026-12-01T07:45:00-08:00, CLOSED",
        "+999999999-12-31T23:59:59.999999999-18:00, TOO_FAR",
        "-999999999-01-01T00:00:00+18:00, TOO_SOON"
    })
    void aTimeThatIsNotListedIsRefusedByTheFirstRule(String slot, Refusal refusal) {
        assertThat(book("room", slot)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(refusal);
            assertThat(refused.field()).isEqualTo("slot");
        });
        assertThat(store.bookings()).isEmpty();
    }

    @Test
    void aDayThatIsFullIsSaidSoWithTimesOfOtherDays() {
        for (String hour : List.of("08", "10", "12")) {
            assertThat(book("room", "2026-12-01T" + hour + ":00:00-08:00")).isInstanceOf(Accepted.class);
        }
        Refused refused = (Refused) book("room", "2026-12-01T15:00:00-08:00");
        assertThat(refused.refusal()).isEqualTo(Refusal.CAP_REACHED);
        assertThat(refused.alternatives())
                .filteredOn(each -> each.location().equals("arcadia"))
                .isNotEmpty()
                .noneMatch(each -> each.start().toLocalDate().equals(LocalDate.of(2026, 12, 1)));
    }

    @Test
    void whereSeveralMayDoItEachSeesOnePatientWhicheverTypeTheyCameFor() {
        assertThat(book("jo-only", TUESDAY_AT_8)).isInstanceOf(Accepted.class);
        assertThat(book("person", TUESDAY_AT_8)).isInstanceOf(Accepted.class);
        assertThat(store.bookings())
                .extracting(booking -> booking.seat().orElseThrow().resource())
                .containsExactly(Resource.practitioner("jo"), Resource.practitioner("sam"));
        assertThat(book("person", TUESDAY_AT_8, "london"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.SLOT_TAKEN));
    }

    @Test
    void aSuspectHoldsNothingAndTellsNobodyButLooksAccepted() {
        Submission submission =
                form("ask", TUESDAY_AT_8, "arcadia").with("website", "x").submission(token());
        assertThat(desk.book(submission, "en")).isInstanceOf(Accepted.class);
        assertThat(store.bookings().get(0).status()).isEqualTo(BookingStatus.SUSPECT);
        assertThat(store.bookings().get(0).seat()).isEmpty();
        assertThat(store.messages()).isEmpty();
        assertThat(book("ask", TUESDAY_AT_8)).isInstanceOf(Accepted.class);
    }

    @Test
    void theSameFormAgainGetsTheFirstAnswerAlthoughItsTimeIsTakenByItself() {
        Submission submission = form("ask", TUESDAY_AT_8, "arcadia").submission(token());
        BookingOutcome first = desk.book(submission, "en");
        assertThat(first).isInstanceOf(Accepted.class);
        assertThat(desk.book(submission, "en")).isEqualTo(first);
        assertThat(store.bookings()).hasSize(1);
    }

    @Test
    void aStoreThatIsDownIsUnavailable() {
        store.breakDown();
        assertThat(book("room", TUESDAY_AT_8)).isEqualTo(new BookingOutcome.Unavailable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"room", "person", "ask"})
    void ofManyWhoPickOneTimeAsManyGetItAsAreFree(String type) throws Exception {
        int free = type.equals("ask") ? 1 : 2;
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<BookingOutcome>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(() -> book(type, TUESDAY_AT_8));
            }
            int accepted = 0;
            for (Future<BookingOutcome> each : threads.invokeAll(all)) {
                accepted += each.get() instanceof Accepted ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(free);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatIsListedIsAcceptedAndWhatIsNotIsRefused() {
        Random random = new Random(4);
        List<String> types = List.of("room", "person", "jo-only", "ask");
        int wrong = 0;
        int accepted = 0;
        int control = 0;
        int picks = 400;
        for (int i = 0; i < picks; i++) {
            String type = types.get(random.nextInt(types.size()));
            Location location = catalog.locations().get(random.nextInt(2));
            Instant start = Instant.parse("2026-11-24T14:00:00Z").plusSeconds(300L * random.nextInt(12 * 24 * 4));
            boolean listed = isListed(type, location, start);
            boolean won = book(type, start.toString(), location.id()) instanceof Accepted;
            wrong += won == listed ? 0 : 1;
            control += won == isListed(type, location, start) ? 0 : 1;
            accepted += won ? 1 : 0;
        }
        System.out.println(wrong + " of " + picks + " picks judged otherwise than listed, " + accepted
                + " accepted; control, listed after the booking: " + control);
        assertThat(wrong).isZero();
        assertThat(accepted).isBetween(20, picks - 20);
        assertThat(control).isPositive();
    }

    private boolean isListed(String type, Location location, Instant start) {
        LocalDate day = start.atZone(location.timeZone()).toLocalDate();
        SlotFinder finder = SlotFinder.of(catalog, catalog.appointmentType(type).orElseThrow(), location);
        return availability.find(finder, day, day).days().get(0).slots().stream()
                .anyMatch(slot -> slot.start().toInstant().equals(start));
    }

    private BookingOutcome book(String type, String slot) {
        return book(type, slot, "arcadia");
    }

    private BookingOutcome book(String type, String slot, String location) {
        return desk.book(form(type, slot, location).submission(token()), "en");
    }

    private Forms form(String type, String slot, String location) {
        return Forms.valid()
                .without("preferred")
                .with("type", type)
                .with("location", location)
                .with("slot", slot)
                .with("familyName", "Number " + patients.incrementAndGet());
    }

    private FormToken token() {
        return desk.issueToken(Optional.empty());
    }
}
