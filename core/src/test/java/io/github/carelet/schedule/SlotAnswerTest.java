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
