package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.BookingDesk.Identity;
import io.github.carelet.booking.BookingOutcome.Accepted;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.schedule.Resource;
import io.github.carelet.schedule.Stretch;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Patients and the clinic do what they like, at random, and the clock goes on. Whatever comes of it, no booking went where
 * the table does not lead, nobody has a time twice, and nothing stays held that nobody waits for.
 */
public abstract class LifecycleContract {

    private static final Instant START = Instant.parse("2026-11-23T18:00:00.123Z");
    private static final List<String> TYPES = List.of("room", "person", "jo-only", "ask");
    private static final Resource ASK = Resource.pool("arcadia", "ask");
    private static final Map<Resource, Integer> CAPACITIES = Map.of(
            ASK,
            1,
            Resource.pool("arcadia", "room"),
            2,
            Resource.practitioner("jo"),
            1,
            Resource.practitioner("sam"),
            1);

    private final Random random = new Random(11);
    private final Catalog catalog = SlotBookingTest.catalog();
    private final List<Receipt> receipts = new ArrayList<>();
    private final Map<BookingStatus, Integer> reached = new EnumMap<>(BookingStatus.class);
    private Instant now = START;
    private int patients;
    private int done;

    /** Returns the store under test, empty at the start of each test. */
    protected abstract BookingStore store();

    /** Returns how many things are done. */
    protected abstract int steps();

    @Test
    void whateverPatientsAndClinicDoTheBooksAreRight() {
        BookingDesk desk = BookingDesk.of(
                () -> catalog,
                store(),
                () -> now,
                new Identity(KeyRing.ephemeral(), new SecureRandom(), List.of("clinic")));
        int overlaps = 0;
        int crowdedControl = 0;
        for (int step = 1; step <= steps(); step++) {
            done += act(desk) ? 1 : 0;
            if (step % 50 == 0) {
                overlaps += overlaps(0);
                crowdedControl += overlaps(1);
            }
        }
        int illegal = illegal(BookingStatus::canBecome);
        int illegalControl = illegal((from, to) -> from.canBecome(to) && to != BookingStatus.CANCELLED);
        now = now.plus(Duration.ofDays(3));
        int stuckControl = stuck();
        desk.lookAfter();
        System.out.printf(
                "%d illegal transitions, %d minutes given twice, %d holds stuck, after %d of %d actions that changed something, on %d bookings, states reached %s; controls, in that order: without cancelling %d, with one place"
                        + " less %d, before the sweep %d%n",
                illegal,
                overlaps,
                stuck(),
                done,
                steps(),
                receipts.size(),
                reached,
                illegalControl,
                crowdedControl,
                stuckControl);
        assertThat(List.of(illegal, overlaps, stuck())).containsOnly(0);
        assertThat(List.of(illegalControl, crowdedControl, stuckControl)).allMatch(count -> count > 0);
        assertThat(reached.keySet()).as("all but held").hasSize(BookingStatus.values().length - 1);
        assertThat(done).isGreaterThan(steps() / 5);
    }

    /** Does one thing; returns whether anything came of it. */
    private boolean act(BookingDesk desk) {
        if (receipts.size() < 10 || random.nextInt(4) == 0) {
            return book(desk);
        }
        if (random.nextInt(12) == 0) {
            now = now.plus(Duration.ofMinutes(random.nextInt(300)));
            return desk.lookAfter() > 0;
        }
        Receipt receipt = random.nextInt(3) == 0
                ? any(receipts)
                : receipts.get(Math.max(0, receipts.size() - 1 - random.nextInt(40)));
        return random.nextInt(3) == 0 ? patient(desk, receipt) : clinic(desk.clinic(), receipt);
    }

    private boolean book(BookingDesk desk) {
        Forms form =
                Forms.valid().without("preferred").with("type", any(TYPES)).with("familyName", "Number " + patients++);
        if (random.nextInt(8) == 0) {
            form.with("website", "x");
        }
        BookingOutcome outcome = desk.book(when(form).submission(desk.issueToken(Optional.empty())), "en");
        if (outcome instanceof Accepted accepted) {
            receipts.add(accepted.receipt());
        }
        return outcome instanceof Accepted;
    }

    private Forms when(Forms form) {
        return random.nextBoolean()
                ? form.with("slot", time().toString())
                : form.with("preferred", LocalDate.ofInstant(time(), Clinics.ZONE) + "/any");
    }

    /** One of few, so that many want the same. */
    private Instant time() {
        LocalDate day = LocalDate.ofInstant(now, Clinics.ZONE).plusDays(2L + random.nextInt(2));
        return day.atTime(8, 0)
                .plusMinutes(15L * random.nextInt(24))
                .atZone(Clinics.ZONE)
                .toInstant();
    }

    private boolean patient(BookingDesk desk, Receipt receipt) {
        FormToken token = desk.issueToken(Optional.empty());
        Booking booking = booking(receipt);
        ChangeOutcome outcome = switch (random.nextInt(4)) {
            case 0 -> desk.cancel(receipt.manageToken(), Forms.empty().submission(token));
            case 1 -> desk.reschedule(receipt.manageToken(), when(Forms.empty()).submission(token));
            default ->
                desk.accept(
                        receipt.manageToken(),
                        Forms.empty().with("offer", offered(booking).toString()).submission(token));
        };
        return outcome instanceof ChangeOutcome.Changed && booking(receipt).version() > booking.version();
    }

    private OffsetDateTime offered(Booking booking) {
        return booking.offers().isEmpty()
                ? time().atOffset(ZoneOffset.UTC)
                : any(booking.offers()).start();
    }

    private boolean clinic(ClinicDesk clinic, Receipt receipt) {
        Booking booking = booking(receipt);
        ClinicAction action = new ClinicAction(receipt.reference(), booking.version(), "Kim", Optional.empty());
        List<Instant> starts = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> time())
                .toList();
        Instant until = now.plus(Duration.ofMinutes(1 + random.nextInt(600)));
        ClinicOutcome outcome = switch (random.nextInt(13)) {
            case 0 -> clinic.confirm(action);
            case 1 -> clinic.confirm(action, time());
            case 2 -> clinic.decline(action);
            case 3 -> clinic.cancel(action);
            case 4, 5 -> clinic.waitlist(action);
            case 6 -> clinic.arrive(action);
            case 7 -> clinic.complete(action);
            case 8 -> clinic.noShow(action);
            case 9 -> clinic.release(action);
            case 10 -> clinic.offer(action, starts, until);
            default -> clinic.propose(action, starts, until);
        };
        assertThat(outcome).isNotInstanceOf(ClinicOutcome.Unknown.class);
        return outcome instanceof ClinicOutcome.Done;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Booking booking(Receipt receipt) {
        return store().findByReference(receipt.reference()).orElseThrow();
    }

    private int illegal(BiPredicate<BookingStatus, BookingStatus> allowed) {
        reached.clear();
        int illegal = 0;
        for (Receipt receipt : receipts) {
            Booking booking = booking(receipt);
            List<HistoryEntry> history = store().history(booking.id());
            assertThat(history).hasSize(booking.version());
            assertThat(history.get(history.size() - 1).status()).isEqualTo(booking.status());
            for (int i = 0; i < history.size(); i++) {
                BookingStatus to = history.get(i).status();
                reached.merge(to, 1, Integer::sum);
                boolean legal = i == 0
                        || to == history.get(i - 1).status()
                        || allowed.test(history.get(i - 1).status(), to);
                illegal += legal ? 0 : 1;
            }
        }
        return illegal;
    }

    /** Counts by minute, from nothing but what the bookings say, how often more have a resource than may. */
    private int overlaps(int fewer) {
        Map<Resource, Map<Long, Integer>> minutes = new HashMap<>();
        receipts.stream()
                .map(this::booking)
                .filter(booking -> booking.status().takes())
                .flatMap(booking -> Stream.concat(
                        booking.seat().stream(), booking.offers().stream().map(Offer::seat)))
                .forEach(seat -> {
                    Stretch time = seat.time();
                    for (Instant minute = time.from(); minute.isBefore(time.until()); minute = minute.plusSeconds(60)) {
                        minutes.computeIfAbsent(seat.resource(), key -> new HashMap<>())
                                .merge(minute.getEpochSecond() / 60, 1, Integer::sum);
                    }
                });
        return minutes.entrySet().stream()
                .mapToInt(each -> (int) each.getValue().values().stream()
                        .filter(count -> count > CAPACITIES.getOrDefault(each.getKey(), 0) - fewer)
                        .count())
                .sum();
    }

    /** Counts bookings that are due and have not been looked after, and offers in states that offer nothing. */
    private int stuck() {
        return (int) receipts.stream()
                .map(this::booking)
                .filter(booking -> booking.isDue(now)
                        || !booking.offers().isEmpty()
                                && booking.status() != BookingStatus.PROPOSED
                                && booking.status() != BookingStatus.WAITLISTED)
                .count();
    }
}
