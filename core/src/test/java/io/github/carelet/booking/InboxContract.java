package io.github.carelet.booking;

import static io.github.carelet.booking.BookingSamples.NOW;
import static io.github.carelet.booking.BookingSamples.key;
import static io.github.carelet.booking.BookingSamples.sparse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.booking.InboxStore.Listing;
import io.github.carelet.privacy.AuditAction;
import io.github.carelet.privacy.AuditEntry;
import io.github.carelet.privacy.AuditTrail;
import io.github.carelet.schedule.Resource;
import io.github.carelet.schedule.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the clinic sees of its bookings: the same, whatever database keeps them. */
public abstract class InboxContract {

    private static final List<String> PLACES = List.of("arcadia", "london");
    private static final List<String> PARTNERS = List.of("demo", "news");
    private static final List<String> SOURCES = List.of("spine-article", "newsletter-3");

    private final Random random = new Random(7);

    /** Returns the bookings, none at the start of each test. */
    protected abstract BookingStore bookings();

    /** Returns the same bookings as the clinic looks at them. */
    protected abstract InboxStore inbox();

    /** Returns who saw them. */
    protected abstract AuditTrail audit();

    private Inbox inbox(String actor) {
        return Inbox.on(Clinics::catalog, inbox(), audit(), () -> NOW).of(actor);
    }

    /** A booking like any that could be there. */
    private Booking random(int i) {
        BookingStatus status = BookingStatus.values()[random.nextInt(BookingStatus.values().length)];
        Optional<OffsetDateTime> start = random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(NOW.plus(Duration.ofHours(random.nextInt(200) - 100))
                        .atOffset(ZoneOffset.ofHours(random.nextInt(24) - 11)));
        boolean mayBeDue = status == BookingStatus.REQUESTED || status == BookingStatus.SUSPECT;
        return booking(
                i,
                status,
                start,
                mayBeDue ? Optional.of(NOW.plus(Duration.ofMinutes(random.nextInt(400) - 200))) : Optional.empty());
    }

    private Booking booking(int i, BookingStatus status, Optional<OffsetDateTime> start, Optional<Instant> due) {
        Booking plain = sparse("b" + i);
        return new Booking(
                plain.id(),
                "REF" + i,
                status,
                1,
                plain.type(),
                PLACES.get(random.nextInt(2)),
                start,
                Optional.empty(),
                List.of(),
                List.of(),
                due,
                BookingSource.WEB,
                new Referral(
                        random.nextBoolean() ? Optional.of(PARTNERS.get(random.nextInt(2))) : Optional.empty(),
                        random.nextBoolean() ? Optional.of(SOURCES.get(random.nextInt(2))) : Optional.empty()),
                "en",
                plain.consent(),
                false,
                NOW,
                NOW.minus(Duration.ofMinutes(random.nextInt(1000))),
                plain.patient(),
                plain.visit());
    }

    private static Instant attendAt(Booking booking) {
        return switch (booking.status()) {
            case REQUESTED, SUSPECT -> booking.dueAt().orElse(booking.createdAt());
            case PROPOSED, WAITLISTED -> booking.updatedAt();
            case CONFIRMED, ARRIVED ->
                booking.start().map(OffsetDateTime::toInstant).orElse(booking.updatedAt());
            default -> booking.updatedAt();
        };
    }

    private static boolean isOn(Booking booking, InboxFilter filter) {
        Optional<LocalDate> day = booking.start().map(OffsetDateTime::toLocalDate);
        return filter.statuses().contains(booking.status())
                && filter.location().map(booking.location()::equals).orElse(true)
                && filter.partner()
                        .map(each -> booking.partner().equals(Optional.of(each)))
                        .orElse(true)
                && filter.source()
                        .map(each -> booking.referral().source().equals(Optional.of(each)))
                        .orElse(true)
                && filter.from()
                        .map(from -> day.filter(each -> !each.isBefore(from)).isPresent())
                        .orElse(true)
                && filter.to()
                        .map(to -> day.filter(each -> !each.isAfter(to)).isPresent())
                        .orElse(true)
                && (!filter.late() || !attendAt(booking).isAfter(NOW));
    }

    private static List<String> expected(List<Booking> all, InboxFilter filter) {
        return all.stream()
                .filter(each -> isOn(each, filter))
                .sorted(Comparator.comparing((Booking each) -> each.status() == BookingStatus.REQUESTED ? 0 : 1)
                        .thenComparing(InboxContract::attendAt)
                        .thenComparing(Booking::reference))
                .map(Booking::reference)
                .toList();
    }

    private List<Booking> fill(int many) {
        List<Booking> all = IntStream.range(0, many).mapToObj(this::random).toList();
        all.forEach(each -> bookings().tryReserve(each, key(each.id()), Allowance.PROMISED, List.of()));
        return all;
    }

    private InboxFilter randomFilter() {
        Set<BookingStatus> statuses = Arrays.stream(BookingStatus.values())
                .filter(each -> random.nextBoolean())
                .collect(Collectors.toSet());
        InboxFilter filter = new InboxFilter(
                statuses.isEmpty() ? Set.of(BookingStatus.REQUESTED) : statuses,
                random.nextBoolean() ? Optional.of(PLACES.get(random.nextInt(2))) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(PARTNERS.get(random.nextInt(2))) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(SOURCES.get(random.nextInt(2))) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(day(random.nextInt(8) - 4)) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(day(random.nextInt(8) - 4)) : Optional.empty(),
                false);
        return random.nextInt(4) == 0 ? filter.lateOnly() : filter;
    }

    private static LocalDate day(int from) {
        return LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(from);
    }

    @Test
    void whateverIsFilteredThePagesTogetherAreWhatTheFilterSays() {
        List<Booking> all = fill(300);
        int wrong = 0;
        int found = 0;
        int pages = 0;
        for (int i = 0; i < 200; i++) {
            InboxFilter filter = randomFilter();
            int limit = 1 + random.nextInt(40);
            List<String> got = new ArrayList<>();
            Optional<InboxCursor> after = Optional.empty();
            do {
                InboxPage page = inbox("Kim").list(filter, after, limit);
                page.entries().forEach(each -> got.add(each.booking().reference()));
                after = page.next().flatMap(cursor -> InboxCursor.parse(cursor.toString()));
                pages++;
            } while (after.isPresent());
            found += got.size();
            wrong += got.equals(expected(all, filter)) ? 0 : 1;
        }
        int control = expected(all, InboxFilter.open()).equals(expected(all, InboxFilter.unanswered())) ? 0 : 1;
        System.out.println("lists that differ from the filter: " + wrong + " of 200 in " + pages + " pages, " + found
                + " bookings; control: " + control + " of 1 differs");
        assertThat(wrong).isZero();
        assertThat(found).isGreaterThan(1000);
        assertThat(control).isEqualTo(1);
    }

    @Test
    void theCountsAreThoseOfTheLists() {
        List<Booking> all = fill(200);
        InboxCounts counts = inbox("Kim").count(Optional.of("arcadia"));
        for (BookingStatus status : List.of(BookingStatus.REQUESTED, BookingStatus.SUSPECT, BookingStatus.PROPOSED)) {
            assertThat(counts.of(status))
                    .isEqualTo(
                            expected(all, InboxFilter.of(status).at("arcadia")).size());
        }
        assertThat(counts.late())
                .isEqualTo(expected(all, InboxFilter.unanswered().at("arcadia").lateOnly())
                        .size())
                .isPositive();
        assertThat(counts.of(BookingStatus.DECLINED))
                .as("nobody has to do anything")
                .isZero();
        assertThat(inbox("Kim").count(Optional.empty()).of(BookingStatus.REQUESTED))
                .isEqualTo(expected(all, InboxFilter.unanswered()).size());
    }

    @Test
    void aPromiseThatWasNotKeptStaysOnTop() {
        Booking late = booking(1, BookingStatus.REQUESTED, Optional.empty(), Optional.of(NOW.minusSeconds(60)));
        Booking fresh = booking(2, BookingStatus.REQUESTED, Optional.empty(), Optional.of(NOW.plusSeconds(60)));
        for (Booking each : List.of(fresh, late)) {
            bookings().tryReserve(each, key(each.id()), Allowance.PROMISED, List.of());
        }
        Booking escalated = late.changedTo(BookingStatus.REQUESTED, NOW);
        assertThat(bookings().tryChange(escalated, entry(escalated, "system"), List.of()))
                .isTrue();
        List<InboxEntry> list =
                inbox("Kim").list(InboxFilter.open(), Optional.empty(), 10).entries();
        assertThat(list).extracting(each -> each.booking().reference()).containsExactly("REF1", "REF2");
        assertThat(list.get(0).answerBy()).contains(NOW.minusSeconds(60));
        assertThat(list).extracting(each -> each.isLate(NOW)).containsExactly(true, false);
    }

    private static HistoryEntry entry(Booking booking, String actor) {
        return new HistoryEntry(booking.version(), NOW, actor, booking.status(), Optional.empty());
    }

    @Test
    void theDayOfALocationHasItsVisitsAndWhatIsOfferedThen() {
        OffsetDateTime nine = OffsetDateTime.parse("2026-12-01T09:00:00-08:00");
        OffsetDateTime lateInTheEvening = OffsetDateTime.parse("2026-12-01T23:30:00-08:00");
        Seat seat = new Seat(
                Resource.pool("arcadia", "x"),
                new Stretch(nine.toInstant(), nine.plusHours(1).toInstant()));
        Booking visit = at("visit", BookingStatus.CONFIRMED, lateInTheEvening);
        Booking missed = at("missed", BookingStatus.NO_SHOW, nine.plusMinutes(5));
        Booking cancelled = at("cancelled", BookingStatus.CANCELLED, nine);
        Booking dayBefore = at("before", BookingStatus.CONFIRMED, nine.minusDays(1));
        Booking elsewhere = sparse("offered");
        Booking offered = elsewhere.changedTo(
                BookingStatus.PROPOSED,
                elsewhere.timing().offering(List.of(new Offer(nine, seat)), NOW.plusSeconds(60)),
                NOW);
        for (Booking each : List.of(visit, missed, cancelled, dayBefore, elsewhere)) {
            bookings().tryReserve(each, key(each.id()), Allowance.PROMISED, List.of());
        }
        bookings().tryChange(offered, entry(offered, "Kim"), Allowance.PROMISED, List.of());
        assertThat(inbox("Kim").days("arcadia", LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 1)))
                .extracting(each -> each.booking().id() + " " + each.start().toLocalTime() + " " + each.offered())
                .containsExactly("offered 09:00 true", "missed 09:05 false", "visit 23:30 false");
        assertThat(inbox("Kim").days("london", LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 7)))
                .isEmpty();
    }

    private static Booking at(String id, BookingStatus status, OffsetDateTime start) {
        Booking plain = sparse(id);
        Timing timing =
                new Timing("arcadia", Optional.of(start), Optional.empty(), List.of(), List.of(), Optional.empty());
        Booking changed = plain.changedTo(status, timing, NOW);
        return new Booking(
                id,
                plain.reference(),
                status,
                1,
                plain.type(),
                "arcadia",
                changed.start(),
                changed.seat(),
                List.of(),
                List.of(),
                Optional.empty(),
                BookingSource.WEB,
                Referral.NONE,
                "en",
                plain.consent(),
                false,
                NOW,
                NOW,
                plain.patient(),
                plain.visit());
    }

    private void patient(String id, String given, String family, String phone, String email) {
        Booking plain = sparse(id);
        Booking booking = new Booking(
                id,
                "K7QM-" + id,
                BookingStatus.REQUESTED,
                1,
                plain.type(),
                "arcadia",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                BookingSource.WEB,
                Referral.NONE,
                "en",
                plain.consent(),
                false,
                NOW,
                NOW,
                new Patient(
                        given,
                        family,
                        Optional.of(phone).filter(each -> !each.isEmpty()),
                        Optional.of(email).filter(each -> !each.isEmpty()),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Patient.BookingFor.SELF),
                plain.visit());
        bookings().tryReserve(booking, key(id), Allowance.PROMISED, List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            garcia             | 3XWD
            GARCÍA             | 3XWD
            gar                | 3XWD 4BCD
            garcia zoe         | 3XWD
            zoë                | 3XWD 4BCD
            zoe garf           | 4BCD
            garc lopez         | 3XWD
            ga                 |
            li                 | 5FGH
            obrien             | 5FGH
            O’Brien            | 5FGH
            brien              |
            (626) 555-0142     | 3XWD
            +1 626 555 0142    | 3XWD
            0142               | 3XWD
            626 555 0143       |
            Zoe@Example.ORG    | 3XWD
            zoe@example        |
            K7QM-3XWD          | 3XWD
            k7qm3xwd           | 3XWD
            k7qm-4             | 4BCD
            k7qm               | 3XWD 4BCD 5FGH
            山田               | 4BCD
            ' '                |
            """)
    void aBookingIsFoundByReferenceNameOrContactHoweverTheyAreTyped(String typed, String found) {
        patient("3XWD", "Zoë", "García-López", "+16265550142", "zoe@example.org");
        patient("4BCD", "Zoe", "Garfield 山田", "+16265550199", "");
        patient("5FGH", "Li", "O'Brien", "", "li@example.org");
        assertThat(inbox("Kim").search(typed))
                .extracting(each -> each.booking().id())
                .containsExactlyInAnyOrder(found == null ? new String[0] : found.split(" "));
    }

    @Test
    void whoeverSeesABookingIsInTheTrailBeforeTheySeeIt() {
        patient("3XWD", "Zoë", "García", "+16265550142", "");
        Inbox kim = inbox("Kim");
        kim.list(InboxFilter.open(), Optional.empty(), 10);
        kim.count(Optional.empty());
        kim.search("garcia");
        kim.search("nobody");
        kim.days("arcadia", LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 7));
        assertThat(inbox("Sam").open("K7QM-3XWD")).isPresent();
        assertThat(inbox("Sam").open("K7QM-ZZZZ")).isEmpty();
        List<AuditEntry> trail = audit().latest(Long.MAX_VALUE, 10);
        assertThat(trail)
                .extracting(each -> each.event().actor() + " "
                        + each.event().action().code() + " " + each.event().about())
                .containsExactly(
                        "Sam read []",
                        "Sam read [K7QM-3XWD]",
                        "Kim day []",
                        "Kim search []",
                        "Kim search [K7QM-3XWD]",
                        "Kim list [K7QM-3XWD]");
        assertThat(audit().about("K7QM-3XWD", 2)).extracting(AuditEntry::number).containsExactly(5L, 2L);
        assertThat(audit().verify().isWhole()).isTrue();
    }

    @Test
    void whatTheClinicChangesIsInTheTrailAndWhatPatientsChangeIsNot() {
        Booking before = sparse("a");
        bookings().tryReserve(before, key("a"), List.of());
        Booking confirmed = before.changedTo(BookingStatus.CONFIRMED, NOW);
        bookings().tryChange(confirmed, entry(confirmed, "Kim"), List.of());
        assertThat(bookings().tryChange(confirmed, entry(confirmed, "Sam"), List.of()))
                .isFalse();
        Booking cancelled = confirmed.changedTo(BookingStatus.CANCELLED, NOW);
        bookings().tryChange(cancelled, entry(cancelled, "patient"), List.of());
        assertThat(audit().latest(Long.MAX_VALUE, 10))
                .extracting(each -> each.event().actor() + " " + each.event().action() + " "
                        + each.event().detail())
                .containsExactly("Kim " + AuditAction.CHANGE + " confirmed");
    }

    @Test
    void anEntryOfTheHistoryKeepsWhatKindItIs() {
        Booking before = sparse("a");
        bookings().tryReserve(before, key("a"), List.of());
        Booking after = before.changedTo(before.status(), NOW);
        HistoryEntry called = new HistoryEntry(
                2,
                NOW,
                "Kim",
                before.status(),
                Optional.of("planted"),
                HistoryEntry.Kind.CONTACT,
                Optional.of(new ContactAttempt(ContactAttempt.Way.PHONE, ContactAttempt.Result.NO_ANSWER)));
        bookings().tryChange(after, called, List.of());
        Booking last = after.changedTo(before.status(), NOW);
        HistoryEntry recorded = new HistoryEntry(
                3, NOW, "Kim", before.status(), Optional.of("MRN 7"), HistoryEntry.Kind.RECORDED, Optional.empty());
        bookings().tryChange(last, recorded, List.of());
        OpenedBooking opened = inbox("Kim").open("REF-a").orElseThrow();
        assertThat(opened.history().subList(1, 3)).containsExactly(called, recorded);
        assertThat(opened.recordedAs()).contains("MRN 7");
        assertThat(opened.entry().recorded()).isTrue();
    }

    @Test
    void aListIsTakenOutAsAWholeOrNotAtAll() {
        for (int i = 0; i < 5; i++) {
            patient("A" + i, "Zoë", "García", "", "");
        }
        Inbox kim = inbox("Kim");
        assertThat(kim.export(InboxFilter.open(), 4, "csv")).isEmpty();
        assertThat(audit().latest(Long.MAX_VALUE, 10)).isEmpty();
        List<Booking> all = kim.export(InboxFilter.open(), 5, "csv").orElseThrow();
        assertThat(all).extracting(Booking::id).containsExactly("A0", "A1", "A2", "A3", "A4");
        assertThat(audit().latest(Long.MAX_VALUE, 10)).singleElement().satisfies(each -> {
            assertThat(each.event().action()).isEqualTo(AuditAction.EXPORT);
            assertThat(each.event().about()).hasSize(5);
        });
    }

    @ParameterizedTest
    @CsvSource({"Chris, 2", "Christo, 1", "christopher, 1", "Christoph Li, 1", "Christophers, 0"})
    void aLongNameIsFoundByWhateverItBeginsWith(String typed, int found) {
        patient("A", "Christopher", "Li", "", "");
        patient("B", "Christina", "Li", "", "");
        assertThat(inbox("Kim").search(typed)).hasSize(found);
    }

    @Test
    void aPageHasNoMoreThanItMay() {
        assertThatThrownBy(() -> inbox("Kim").list(InboxFilter.open(), Optional.empty(), 201))
                .hasMessageContaining("expected 1 to 200");
        assertThat(inbox().list(new Listing(InboxFilter.unanswered(), InboxCursor.parse("1.5.K7QM-3XWD"), NOW, 10)))
                .as("after all requests there are no requests")
                .isEmpty();
    }
}
