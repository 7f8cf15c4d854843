package io.github.carelet.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the finder says beyond yes and no: who would do it, and why not. */
class SlotAnswerTest {

    private static final String ZONE = "America/Los_Angeles";
    /** A Monday, 10 AM there. */
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

    private static final Resource ROOM = Resource.pool("here", "room");
    private static final Resource ANN = Resource.practitioner("ann");
    private static final Resource CID = Resource.practitioner("cid");

    @Test
    void aClaimGoesToWhomeverHasTheLeastThatDayThenToTheFirst() {
        Sketch sketch = Sketch.in(ZONE, "08:00-12:00").buffers(5, 10).by("ann", "cid");
        Taken annHasMore = taken(span(ANN, "10:00", "11:00"), span(CID, "10:00", "10:30"));
        Instant eight = Instant.parse("2026-11-25T16:00:00Z");

        Claim claim = sketch.finder().claim(eight, NOW, annHasMore.occupancy()).orElseThrow();
        assertThat(claim.resource()).isEqualTo(CID);
        assertThat(claim.capacity()).isEqualTo(1);
        assertThat(claim.from()).isEqualTo(eight.minusSeconds(300));
        assertThat(claim.until()).isEqualTo(eight.plusSeconds(2_400));
        assertThat(claim.slot().left()).isEqualTo(2);
        assertThat(sketch.finder().claim(eight, NOW, Occupancy.NONE).map(Claim::resource))
                .contains(ANN);
        assertThat(sketch.finder().claim(eight.plusSeconds(2 * 3_600), NOW, annHasMore.occupancy()))
                .isEmpty();
        assertThat(Sketch.in(ZONE, "08:00-12:00")
                        .capacity(2)
                        .finder()
                        .claim(eight, NOW, taken(span(ROOM, "08:00", "09:00")).occupancy()))
                .hasValueSatisfying(room -> assertThat(room.resource()).isEqualTo(ROOM));
    }

    @Test
    void theClinicItselfPutsAVisitWhereverOthersLeaveRoomWhateverTheRulesSay() {
        Sketch sketch = Sketch.in(ZONE, "08:00-12:00")
                .buffers(5, 10)
                .notice(Duration.ofDays(3))
                .window(1)
                .perDay(1)
                .by("ann", "cid");
        Taken annIsBusy = taken(span(ANN, "19:45", "20:00"), span(CID, "09:00", "12:00"));
        Instant atNight = Instant.parse("2026-11-26T04:03:00Z");

        assertThat(sketch.finder().judge(atNight, NOW, Occupancy.NONE)).isPresent();
        Claim claim = sketch.finder().place(atNight, annIsBusy.occupancy()).orElseThrow();
        assertThat(claim.resource()).isEqualTo(CID);
        assertThat(claim.slot().start()).isEqualTo(OffsetDateTime.parse("2026-11-25T20:03-08:00"));
        assertThat(claim.slot().left()).isEqualTo(1);
        assertThat(claim.from()).isEqualTo(atNight.minusSeconds(300));
        assertThat(claim.until()).isEqualTo(atNight.plusSeconds(2_400));
        assertThat(sketch.finder().place(atNight.plusSeconds(120), annIsBusy.occupancy()))
                .hasValueSatisfying(later -> assertThat(later.resource()).isEqualTo(ANN));
    }

    @Test
    void notEvenTheClinicPutsAVisitWhereNobodyIsLeft() {
        Sketch sketch = Sketch.in(ZONE, "08:00-12:00").by("ann", "cid");
        Taken both = taken(span(ANN, "09:00", "09:30"), span(CID, "09:29", "10:00"));
        Instant nine = Instant.parse("2026-11-25T17:00:00Z");

        assertThat(sketch.finder().place(nine, both.occupancy())).isEmpty();
        assertThat(sketch.finder().place(nine.minusSeconds(60), both.occupancy()))
                .hasValueSatisfying(sooner -> assertThat(sooner.resource()).isEqualTo(CID));
        assertThat(Sketch.in(ZONE, "08:00-12:00").by("away-bob").finder().place(nine, Occupancy.NONE))
                .isEmpty();
    }

    /** Of one day only what lies within it counts: here ann's night before and cid's night after. */
    @Test
    void whoHasTheLeastIsCountedFromMidnightToMidnightThere() {
        Sketch sketch = Sketch.in(ZONE, "08:00-12:00").by("ann", "cid");
        Instant midnight = Instant.parse("2026-11-25T08:00:00Z");
        Taken.Span before = new Taken.Span(ANN, midnight.minusSeconds(36_000), midnight.plusSeconds(60));
        Taken.Span after = new Taken.Span(CID, midnight.plusSeconds(86_400 - 61), midnight.plusSeconds(120_000));
        Taken.Span within = new Taken.Span(ANN, midnight.plusSeconds(600), midnight.plusSeconds(602));
        Instant eight = Instant.parse("2026-11-25T16:00:00Z");

        assertThat(sketch.finder()
                        .claim(eight, NOW, taken(before, after).occupancy())
                        .map(Claim::resource))
                .contains(ANN);
        assertThat(sketch.finder()
                        .claim(eight, NOW, taken(before, after, within).occupancy())
                        .map(Claim::resource))
                .contains(CID);
    }

    @Test
    void aDaySaysTheSameInNumbersAsInSlots() {
        SlotQuery query =
                new SlotQuery(LocalDate.parse("2026-11-25"), LocalDate.parse("2026-11-25"), NOW, Occupancy.NONE);
        SlotDay day = Sketch.in(ZONE, "08:00-09:30")
                .capacity(3)
                .finder()
                .find(query)
                .days()
                .get(0);

        assertThat(day.size()).isEqualTo(3).isEqualTo(day.slots().size());
        for (int i = 0; i < day.size(); i++) {
            Slot slot = day.slots().get(i);
            assertThat(day.start(i)).isEqualTo(slot.start().toEpochSecond());
            assertThat(day.end(i)).isEqualTo(slot.end().toEpochSecond());
            assertThat(day.left(i)).isEqualTo(slot.left()).isEqualTo(3);
            assertThat(day.offsetAt(day.start(i))).isEqualTo(-8 * 3_600);
        }
        assertThat(day.slots().get(1).end()).isEqualTo(OffsetDateTime.parse("2026-11-25T09:00-08:00"));
    }

    @Test
    void theNextTimeIsTheFirstAfterTheDaysThatWereAskedFor() {
        OpeningHours open = Sketch.hours(List.of(Sketch.exception("2026-11-25", "2026-11-27")), "08:00-09:00");
        SlotFinder finder = Sketch.in(ZONE).open(open).window(5).finder();

        assertThat(next(finder, "2026-11-24", "2026-11-24")).isEqualTo("2026-11-28T08:00-08:00");
        assertThat(next(finder, "2026-11-24", "2026-11-27")).isEqualTo("2026-11-28T08:00-08:00");
        assertThat(next(finder, "2026-11-26", "2026-11-28")).isEqualTo("none");
        assertThat(next(finder, "2020-01-01", "2020-01-02")).isEqualTo("2026-11-24T08:00-08:00");
    }

    private static String next(SlotFinder finder, String from, String to) {
        return finder.find(new SlotQuery(LocalDate.parse(from), LocalDate.parse(to), NOW, Occupancy.NONE))
                .next()
                .map(slot -> slot.start().toString())
                .orElse("none");
    }

    @Test
    void theStaffSeeOfEachTimeWhoHasIt() {
        Sketch sketch = Sketch.in(ZONE, "08:00-09:30").capacity(2);
        Taken taken = taken(span(ROOM, "08:00", "08:40"), span(ROOM, "08:30", "09:00"));

        assertThat(sketch.finder().explain(LocalDate.parse("2026-11-25"), NOW, taken.occupancy()))
                .extracting(each -> each.start().toLocalTime() + " " + each.refusal() + " "
                        + each.taken().size())
                .containsExactly("08:00 Optional.empty 1", "08:30 Optional[SLOT_TAKEN] 2", "09:00 Optional.empty 0");
    }

    @Test
    void anEmptyDaySaysWhy() {
        OpeningHours open = Sketch.hours(List.of(Sketch.exception("2026-11-27", "2026-11-27")), "08:00-09:00");
        Sketch sketch = Sketch.in(ZONE)
                .open(open)
                .notice(Duration.ofHours(24))
                .window(5)
                .perDay(2);
        Taken taken = new Taken(
                List.of(span(ROOM, "07:00", "10:00")),
                List.of(Instant.parse("2026-11-26T16:00:00Z"), Instant.parse("2026-11-26T16:30:00Z")));
        SlotQuery query =
                new SlotQuery(LocalDate.parse("2026-11-22"), LocalDate.parse("2026-11-29"), NOW, taken.occupancy());

        assertThat(sketch.finder().find(query).days())
                .extracting(day -> day.reason().map(Refusal::code).orElse("free"))
                .containsExactly(
                        "too_soon", "too_soon", "too_soon", "slot_taken", "cap_reached", "closed", "free", "too_far");
    }

    @Test
    void aDayOfRestIsClosedUntilItIsOver() {
        OpeningHours open = Sketch.hours(List.of(Sketch.exception("2026-11-22", "2026-11-24")), "08:00-09:00");
        Sketch sketch = Sketch.in(ZONE).open(open);

        // 14 hours from now it is midnight there.
        assertThat(reasons(sketch.notice(Duration.ofHours(14)), Taken.NOTHING))
                .containsExactly(
                        "2026-11-20 too_soon",
                        "2026-11-21 too_soon",
                        "2026-11-22 too_soon",
                        "2026-11-23 too_soon",
                        "2026-11-24 closed",
                        "2026-11-25 free");
        assertThat(reasons(sketch.notice(Duration.ofHours(14).minusSeconds(1)), Taken.NOTHING))
                .contains("2026-11-22 too_soon", "2026-11-23 closed", "2026-11-24 closed");
    }

    @Test
    void aDayWhoseLastTimeIsTakenIsTakenAsLongAsThatTimeIsNotTooSoon() {
        Taken last = new Taken(
                List.of(new Taken.Span(
                        ROOM, Instant.parse("2026-11-24T16:30:00Z"), Instant.parse("2026-11-24T17:00:00Z"))),
                List.of());
        Sketch sketch = Sketch.in(ZONE, "08:00-09:00");

        assertThat(reasons(sketch.notice(Duration.ofMinutes(22 * 60 + 30)), last))
                .contains("2026-11-24 slot_taken");
        assertThat(reasons(sketch.notice(Duration.ofMinutes(22 * 60 + 31)), last))
                .contains("2026-11-24 too_soon");
    }

    private static List<String> reasons(Sketch sketch, Taken taken) {
        SlotQuery query =
                new SlotQuery(LocalDate.parse("2026-11-20"), LocalDate.parse("2026-11-25"), NOW, taken.occupancy());
        return sketch.finder().find(query).days().stream()
                .map(day -> day.date() + " " + day.reason().map(Refusal::code).orElse("free"))
                .toList();
    }

    private static Taken taken(Taken.Span... spans) {
        return new Taken(List.of(spans), List.of());
    }

    /** On November 25, by the clocks there. */
    private static Taken.Span span(Resource resource, String from, String until) {
        return new Taken.Span(
                resource,
                OffsetDateTime.parse("2026-11-25T" + from + "-08:00").toInstant(),
                OffsetDateTime.parse("2026-11-25T" + until + "-08:00").toInstant());
    }
}
