package io.github.carelet.booking;

import static io.github.carelet.booking.BookingSamples.NOW;
import static io.github.carelet.booking.BookingSamples.key;
import static io.github.carelet.booking.BookingSamples.sparse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.InboxFigures.Answered;
import io.github.carelet.booking.InboxFigures.Referred;
import io.github.carelet.booking.InboxFigures.Share;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a store adds up is what somebody would who went through all bookings one by one. */
public abstract class FiguresContract {

    private static final int MANY = 120;
    private static final Instant FROM = NOW.minus(Duration.ofDays(30));

    private final Random random = new Random(11);

    /** Returns the bookings, none at the start of each test. */
    protected abstract BookingStore bookings();

    /** Returns the same bookings as the clinic looks at them. */
    protected abstract InboxStore inbox();

    /** A booking, with what became of it. */
    private record Life(Booking booking, List<HistoryEntry> later) {

        BookingStatus status() {
            return later.isEmpty()
                    ? booking.status()
                    : later.get(later.size() - 1).status();
        }

        boolean isCounted() {
            boolean then =
                    !booking.createdAt().isBefore(FROM) && booking.createdAt().isBefore(NOW);
            return then && status() != BookingStatus.SUSPECT;
        }

        boolean was(BookingStatus status) {
            return booking.status() == status || later.stream().anyMatch(each -> each.status() == status);
        }

        Optional<Answered> answered() {
            Optional<Duration> took = later.stream()
                    .filter(each -> each.actor().equals("ann") && each.kind() == HistoryEntry.Kind.CHANGE)
                    .findFirst()
                    .map(each -> Duration.between(booking.createdAt(), each.at()));
            if (booking.status() != BookingStatus.REQUESTED) {
                return Optional.empty();
            }
            if (took.isEmpty()) {
                return status() == BookingStatus.REQUESTED ? Optional.of(Answered.WAITING) : Optional.empty();
            }
            return List.of(Answered.values()).stream()
                    .filter(each -> took.get().compareTo(each.most()) <= 0)
                    .findFirst();
        }
    }

    @Test
    void figuresAreWhatGoingThroughAllBookingsGives() {
        List<Life> lives = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            lives.add(lived(i));
        }
        List<Life> counted = lives.stream().filter(Life::isCounted).toList();

        InboxFigures figures = inbox().figures(FROM, NOW);

        System.out.println("bookings added up: " + counted.size() + " of " + MANY + ", answers " + figures.answers());
        assertThat(counted).hasSizeBetween(MANY / 3, MANY - 10);
        assertThat(figures.types())
                .containsExactlyInAnyOrderElementsOf(shares(counted, each -> Optional.of(each.type())));
        assertThat(figures.partners()).containsExactlyInAnyOrderElementsOf(shares(counted, Booking::partner));
        assertThat(figures.sources()).isNotEmpty().containsExactlyInAnyOrderElementsOf(referred(counted));
        assertThat(figures.answers())
                .hasSize(Answered.values().length)
                .isEqualTo(counted.stream()
                        .flatMap(each -> each.answered().stream())
                        .collect(Collectors.groupingBy(each -> each, Collectors.counting())));
        assertThat(figures.quarters().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(counted.size());
        assertThat(figures.all().sent()).isEqualTo(counted.size());
    }

    @Test
    void daysAreThoseOfThePlaceAlsoWhereClocksChange() {
        ZoneId nepal = ZoneId.of("Asia/Kathmandu");
        LocalDate last = LocalDate.ofInstant(NOW, nepal);
        List<Life> lives = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lives.add(lived(i));
        }
        for (ZoneId zone : List.of(nepal, ZoneId.of("America/Los_Angeles"))) {
            Map<LocalDate, Long> expected = new TreeMap<>(lives.stream()
                    .filter(Life::isCounted)
                    .collect(Collectors.groupingBy(
                            each -> LocalDate.ofInstant(each.booking().createdAt(), zone), Collectors.counting())));
            Map<LocalDate, Long> days = inbox().figures(FROM, NOW).perDay(zone, last.minusDays(31), last.plusDays(1));
            assertThat(days).hasSize(33);
            assertThat(days.entrySet().stream().filter(each -> each.getValue() > 0))
                    .containsExactlyElementsOf(expected.entrySet());
        }
    }

    @Test
    void whereNothingCameThereIsNothing() {
        InboxFigures figures = inbox().figures(FROM, NOW);

        assertThat(figures.all()).isEqualTo(new Share(Optional.empty(), 0, 0, 0));
        assertThat(figures.answers()).isEmpty();
        assertThat(figures.partners()).isEmpty();
    }

    @Test
    void ofManySourcesOfOnePartnerThoseWithMostBookingsStandForThemselves() {
        int most = InboxFigures.MOST_SOURCES;
        List<Referral> came = new ArrayList<>(List.of(new Referral(Optional.empty(), Optional.of("page-0"))));
        for (int i = 0; i < most + 5; i++) {
            Referral page = new Referral(Optional.of("demo"), Optional.of("page-" + i));
            came.addAll(Collections.nCopies(i < 5 ? 1 : 2, page));
        }
        for (int i = 0; i < came.size(); i++) {
            Booking booking = booking(i, BookingStatus.REQUESTED, NOW.minus(Duration.ofHours(1)), came.get(i));
            bookings().tryReserve(booking, key(booking.id()), Allowance.PROMISED, List.of());
        }

        List<Referred> sources = inbox().figures(FROM, NOW).sources();

        assertThat(sources)
                .filteredOn(each -> each.partner().isEmpty())
                .extracting(Referred::share)
                .containsExactly(new Share(Optional.of("page-0"), 1, 0, 0));
        List<Share> demo = sources.stream()
                .filter(each -> each.partner().isPresent())
                .map(Referred::share)
                .toList();
        System.out.println("rows of " + (most + 5) + " sources of a partner: " + demo.size());
        assertThat(demo).hasSize(most + 1).last().isEqualTo(new Share(Optional.empty(), 5, 0, 0));
        assertThat(demo.subList(0, most))
                .extracting(Share::sent)
                .as("and nothing is lost")
                .containsOnly(2L);
    }

    private static List<Share> shares(List<Life> lives, Function<Booking, Optional<String>> name) {
        return lives.stream().collect(Collectors.groupingBy(each -> name.apply(each.booking()))).entrySet().stream()
                .map(each -> new Share(
                        each.getKey(),
                        each.getValue().size(),
                        each.getValue().stream()
                                .filter(life -> life.was(BookingStatus.CONFIRMED))
                                .count(),
                        each.getValue().stream()
                                .filter(life -> life.status() == BookingStatus.ARRIVED
                                        || life.status() == BookingStatus.COMPLETED)
                                .count()))
                .toList();
    }

    private static List<Referred> referred(List<Life> lives) {
        Map<Optional<String>, List<Life>> byPartner = lives.stream()
                .collect(Collectors.groupingBy(each -> each.booking().partner()));
        return byPartner.entrySet().stream()
                .flatMap(each -> shares(each.getValue(), life -> life.referral().source()).stream()
                        .filter(share -> share.id().isPresent())
                        .map(share -> new Referred(each.getKey(), share)))
                .toList();
    }

    private Life lived(int i) {
        Instant created = NOW.minus(Duration.ofMinutes(random.nextInt(45 * 24 * 60)));
        BookingStatus first = List.of(
                        BookingStatus.REQUESTED,
                        BookingStatus.REQUESTED,
                        BookingStatus.CONFIRMED,
                        BookingStatus.SUSPECT)
                .get(random.nextInt(4));
        Referral referral = new Referral(
                random.nextBoolean() ? Optional.of("demo") : Optional.empty(),
                random.nextBoolean() ? Optional.of("source-" + random.nextInt(3)) : Optional.empty());
        Booking booking = booking(i, first, created, referral);
        bookings().tryReserve(booking, key(booking.id()), Allowance.PROMISED, List.of());
        List<HistoryEntry> later = new ArrayList<>();
        Booking now = booking;
        for (int step = random.nextInt(4); step > 0; step--) {
            BookingStatus next = List.of(
                            BookingStatus.CONFIRMED,
                            BookingStatus.DECLINED,
                            BookingStatus.CANCELLED,
                            BookingStatus.REQUESTED,
                            BookingStatus.ARRIVED)
                    .get(random.nextInt(5));
            now = now.changedTo(next, now.updatedAt().plus(Duration.ofMinutes(1L << random.nextInt(13))));
            String actor = List.of("ann", "patient", "system").get(random.nextInt(3));
            HistoryEntry entry = new HistoryEntry(now.version(), now.updatedAt(), actor, next, Optional.empty());
            bookings().tryChange(now, entry, Allowance.PROMISED, List.of());
            later.add(entry);
        }
        return new Life(booking, later);
    }

    private Booking booking(int i, BookingStatus status, Instant created, Referral referral) {
        Booking plain = sparse(Booking.earliestId(created) + i);
        return new Booking(
                plain.id(),
                "REF" + i,
                status,
                1,
                List.of("visit", "evaluation").get(random.nextInt(2)),
                plain.location(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                BookingSource.WEB,
                referral,
                "en",
                plain.consent(),
                false,
                created,
                created,
                plain.patient(),
                plain.visit());
    }
}
