package io.github.carelet.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.Mode;
import io.github.carelet.catalog.OpenInterval;
import io.github.carelet.catalog.OpeningHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotFinderTest {

    private static final String ZONE = "America/Los_Angeles";
    /** A Monday, 10 AM there. */
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

    private static final Resource ROOM = Resource.pool("here", "room");
    private static final Resource ANN = Resource.practitioner("ann");
    private static final Resource CID = Resource.practitioner("cid");

    @ParameterizedTest
    @CsvSource({
        // intervals, minutes, step, starts
        "08:00-10:00, 30, 30, 08:00 08:30 09:00 09:30",
        "08:00-10:00, 45, 30, 08:00 08:30 09:00",
        "08:00-10:00, 45, 15, 08:00 08:15 08:30 08:45 09:00 09:15",
        "08:05-09:00, 20, 20, 08:05 08:25",
        "08:00-08:29, 30, 30, ''",
        // Whatever order the intervals are in, and however they overlap: in order, and each once.
        "10:00-10:30 08:00-08:30, 30, 30, 08:00 10:00",
        "08:00-09:00 08:30-09:30, 30, 30, 08:00 08:30 09:00",
        // An interval that runs past midnight: what begins after it belongs to the day after.
        "23:00-00:45, 30, 30, 00:00 23:00 23:30",
        "22:00-24:00, 60, 60, 22:00 23:00"
    })
    void startsLieOnTheStepsOfTheirIntervalAndTheVisitEndsWithinIt(
            String intervals, int minutes, int step, String starts) {
        assertThat(starts(Sketch.in(ZONE, intervals.split(" ")).taking(minutes, step), "2026-11-25", Taken.NOTHING))
                .isEqualTo(starts);
    }

    @Test
    void anExceptionReplacesItsDayAndTheTypesOwnHoursCutWhatIsOpen() {
        OpeningHours open =
                Sketch.hours(List.of(Sketch.exception("2026-11-26", "2026-11-26", "14:00-15:00")), "08:00-12:00");
        Sketch sketch = Sketch.in(ZONE).open(open);
        Sketch cut = sketch.offered(Sketch.hours("09:15-10:30", "11:30-18:00"));

        assertThat(starts(sketch, "2026-11-26", Taken.NOTHING)).isEqualTo("14:00 14:30");
        assertThat(starts(cut, "2026-11-25", Taken.NOTHING)).isEqualTo("09:15 09:45 11:30");
        assertThat(starts(cut, "2026-11-26", Taken.NOTHING)).isEqualTo("14:00 14:30");
    }

    @Test
    void aNightIsCutWithTheHoursOfBothItsDays() {
        Sketch night = Sketch.in(ZONE, "22:00-02:00").offered(Sketch.hours("23:00-01:00"));
        Sketch days = Sketch.in(ZONE, "22:00-02:00").offered(Sketch.hours("00:00-00:30", "23:30-24:00"));

        assertThat(starts(night, "2026-11-25", Taken.NOTHING)).isEqualTo("00:00 00:30 23:00 23:30");
        assertThat(starts(days, "2026-11-25", Taken.NOTHING)).isEqualTo("00:00 23:30");
    }

    @Test
    void whereHoursAreNotKnownTheTypesOwnCountAndWithoutThemNothingIsOffered() {
        Sketch unknown = Sketch.in(ZONE).hoursUnknown();

        assertThat(starts(unknown.offered(Sketch.hours("23:30-00:30")), "2026-11-25", Taken.NOTHING))
                .isEqualTo("00:00 23:30");
        assertThat(starts(unknown, "2026-11-25", Taken.NOTHING)).isEmpty();
        assertThat(judge(unknown, "2026-11-25T09:00-08:00", Taken.NOTHING)).isEqualTo("closed");
    }

    /** Two rooms; others from 8 to 9 and from 9 to 10: two others, but never two at once. */
    @Test
    void capacityCountsWhoIsThereAtOnceNotWhoComesOneAfterAnother() {
        Sketch sketch = Sketch.in(ZONE, "08:00-10:00").taking(120, 120).capacity(2);
        Taken oneAfterAnother = taken(span(ROOM, "08:00", "09:00"), span(ROOM, "09:00", "10:00"));
        Taken atOnce = taken(span(ROOM, "08:00", "09:01"), span(ROOM, "09:00", "10:00"));

        assertThat(slots(sketch, "2026-11-25", oneAfterAnother))
                .extracting(Slot::left)
                .containsExactly(1);
        assertThat(slots(sketch, "2026-11-25", atOnce)).isEmpty();
        assertThat(judge(sketch, "2026-11-25T08:00-08:00", oneAfterAnother)).isEqualTo("free");
        assertThat(judge(sketch, "2026-11-25T08:00-08:00", atOnce)).isEqualTo("slot_taken");
    }

    @ParameterizedTest
    @CsvSource({
        // before, after, who is there from and until, starts of half an hour between 8 and 10
        "0, 0, 08:30, 09:00, 08:00 09:00 09:30",
        "0, 0, 08:29, 09:01, 09:30",
        "0, 15, 08:30, 09:00, 09:00 09:30",
        "15, 0, 08:30, 09:00, 08:00 09:30",
        "15, 15, 08:45, 08:46, 08:00 09:30",
        "15, 15, 08:44, 08:46, 09:30",
        "45, 45, 07:00, 07:15, 08:00 08:30 09:00 09:30",
        "45, 45, 07:00, 07:16, 08:30 09:00 09:30"
    })
    void buffersMeetTheOthersTimesButNotTheHours(int before, int after, String from, String until, String starts) {
        Sketch sketch = Sketch.in(ZONE, "08:00-10:00").buffers(before, after);

        assertThat(starts(sketch, "2026-11-25", taken(span(ROOM, from, until)))).isEqualTo(starts);
    }

    @Test
    void practitionersAreOneEachAndOnlyWhereTheyWork() {
        Sketch sketch = Sketch.in(ZONE, "08:00-09:00").by("ann", "away-bob", "cid");
        Taken annTwice = taken(span(ANN, "08:00", "08:30"), span(ANN, "08:10", "08:20"), span(ROOM, "08:00", "09:00"));

        assertThat(sketch.finder().resources()).containsExactly(ANN, CID);
        assertThat(slots(sketch, "2026-11-25", annTwice)).extracting(Slot::left).containsExactly(1, 2);
        assertThat(judge(Sketch.in(ZONE, "08:00-09:00").by("away-bob"), "2026-11-25T08:00-08:00", Taken.NOTHING))
                .isEqualTo("not_offered_here");
    }

    @ParameterizedTest
    @CsvSource({
        // The clocks jump from 2 to 3.
        "2026-03-08, 01:00-04:00, 30, 01:00-08:00 01:30-08:00 03:00-07:00 03:30-07:00",
        // An end that is the first instant after the gap is that instant.
        "2026-03-08, 01:00-03:00, 30, 01:00-08:00 01:30-08:00",
        // The visit takes its hour: what begins at half past one is over at half past three.
        "2026-03-08, 01:30-03:30, 60, 01:30-08:00",
        // An end that is skipped moves forward by the gap.
        "2026-03-08, 01:00-02:30, 30, 01:00-08:00 01:30-08:00 03:00-07:00",
        // The clocks show the hour from 1 to 2 twice.
        "2026-11-01, 00:30-02:00, 30, 00:30-07:00 01:00-07:00 01:30-07:00 01:00-08:00 01:30-08:00",
        // An end that is there twice is the later one.
        "2026-11-01, 00:30-01:30, 60, 00:30-07:00 01:30-07:00",
        "2026-11-01, 01:30-02:30, 30, 01:30-07:00 01:30-08:00 02:00-08:00"
    })
    void aTimeThatIsSkippedIsNotOfferedAndOneThatIsRepeatedIsOfferedTwice(
            String date, String interval, int minutes, String starts) {
        Sketch sketch = Sketch.in(ZONE, interval).taking(minutes, minutes == 60 ? 60 : 30);
        Instant now = Instant.parse(date + "T00:00:00Z").minusSeconds(86_400);
        SlotQuery query = new SlotQuery(LocalDate.parse(date), LocalDate.parse(date), now, Occupancy.NONE);

        assertThat(sketch.finder().find(query).days().get(0).slots().stream()
                        .map(slot -> slot.start().toLocalTime()
                                + slot.start().getOffset().getId())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(starts);
    }

    /** In Newfoundland a minute past midnight became a minute past eleven of the evening before. */
    @Test
    void whenClocksGoBackOverMidnightThereIsSomethingOfYesterdayLeft() {
        SlotFinder finder = Sketch.in("America/St_Johns", "23:00-24:00").finder();
        Instant justPastMidnight = Instant.parse("2010-11-07T02:30:30Z");
        SlotQuery yesterday = new SlotQuery(
                LocalDate.parse("2010-11-06"), LocalDate.parse("2010-11-06"), justPastMidnight, Occupancy.NONE);
        SlotQuery before = new SlotQuery(
                LocalDate.parse("2010-11-05"), LocalDate.parse("2010-11-05"), justPastMidnight, Occupancy.NONE);

        assertThat(finder.find(yesterday).days().get(0).slots())
                .extracting(slot -> slot.start().toString())
                .containsExactly("2010-11-06T23:30-03:30");
        assertThat(finder.find(before).next().map(slot -> slot.start().toString()))
                .contains("2010-11-06T23:30-03:30");
    }

    /** Samoa went from December 29 to December 31 in 2011. */
    @Test
    void aDayThatNeverWasHasNoTimesAndLeavesNoneToTheNext() {
        SlotQuery query = new SlotQuery(
                LocalDate.parse("2011-12-29"),
                LocalDate.parse("2011-12-31"),
                Instant.parse("2011-12-28T10:00:00Z"),
                Occupancy.NONE);

        assertThat(Sketch.in("Pacific/Apia", "09:00-10:00", "16:00-17:00")
                        .finder()
                        .find(query)
                        .days())
                .extracting(day -> day.slots().stream()
                        .map(slot -> slot.start().toString())
                        .collect(Collectors.joining(" ")))
                .containsExactly(
                        "2011-12-29T09:00-10:00 2011-12-29T09:30-10:00 2011-12-29T16:00-10:00 2011-12-29T16:30-10:00",
                        "",
                        "2011-12-31T09:00+14:00 2011-12-31T09:30+14:00 2011-12-31T16:00+14:00 2011-12-31T16:30+14:00");
    }

    @Test
    void eachWeekdayHasItsOwnHours() {
        OpeningHours open = new OpeningHours(
                Map.of(
                        DayOfWeek.WEDNESDAY, List.of(OpenInterval.parse("08:00-09:00")),
                        DayOfWeek.THURSDAY, List.of(OpenInterval.parse("10:00-11:00"))),
                List.of());
        Sketch sketch = Sketch.in(ZONE).open(open);

        assertThat(starts(sketch, "2026-11-24", Taken.NOTHING)).isEmpty();
        assertThat(starts(sketch, "2026-11-25", Taken.NOTHING)).isEqualTo("08:00 08:30");
        assertThat(starts(sketch, "2026-11-26", Taken.NOTHING)).isEqualTo("10:00 10:30");
        assertThat(starts(sketch, "2026-11-27", Taken.NOTHING)).isEmpty();
    }

    @Test
    void anExceptionOfTheTypesOwnHoursCountsAsWell() {
        OpeningHours offered =
                Sketch.hours(List.of(Sketch.exception("2026-11-26", "2026-11-26", "11:00-13:00")), "08:00-09:00");
        Sketch sketch = Sketch.in(ZONE, "08:00-12:00").offered(offered);

        assertThat(starts(sketch, "2026-11-25", Taken.NOTHING)).isEqualTo("08:00 08:30");
        assertThat(starts(sketch, "2026-11-26", Taken.NOTHING)).isEqualTo("11:00 11:30");
        assertThat(starts(sketch, "2026-11-27", Taken.NOTHING)).isEqualTo("08:00 08:30");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:59:59.999-08:00, too_soon",
        "2026-11-24T09:30-08:00, too_soon",
        "2026-11-24T10:00-08:00, free",
        "2026-11-24T18:00Z, free",
        "2026-11-24T10:00:00.000000001-08:00, closed",
        "2026-11-24T10:10-08:00, closed",
        "2026-11-24T12:00-08:00, closed",
        "2026-11-26T07:59:59.5-08:00, closed",
        "2027-01-22T09:10-08:00, closed",
        "2026-12-24T09:00-08:00, closed",
        "2027-01-22T09:00-08:00, free",
        "2027-01-23T09:00-08:00, too_far",
        "2027-01-23T03:00-08:00, too_far",
        "2026-11-25T09:00-08:00, slot_taken",
        "2026-11-26T08:00-08:00, cap_reached",
        "2026-11-26T08:10-08:00, closed",
        "-999999999-01-01T00:00+18:00, too_soon",
        "+999999999-12-31T23:59:59.999999999-18:00, too_far"
    })
    void theFirstRuleThatAppliesNamesTheRefusal(OffsetDateTime start, String expected) {
        OpeningHours open = Sketch.hours(List.of(Sketch.exception("2026-12-24", "2026-12-26")), "08:00-12:00");
        Sketch sketch = Sketch.in(ZONE).open(open).notice(Duration.ofHours(24)).perDay(1);
        Taken taken = new Taken(
                List.of(span(ROOM, "09:00", "09:30")),
                List.of(Instant.parse("2026-11-26T16:00:00Z"), Instant.parse("2026-11-26T07:59:59Z")));

        // 11:59:59 PM of the 25th counts for the 25th, which has room for one.
        Taken ours = expected.equals("slot_taken") ? new Taken(taken.spans(), List.of()) : taken;
        assertThat(judge(sketch, start, ours)).isEqualTo(expected);
    }

    @Test
    void whereItIsNotOfferedComesBeforeThatItIsForThePhone() {
        Sketch phone = Sketch.in(ZONE, "08:00-12:00").mode(Mode.PHONE);
        SlotFinder elsewhere = SlotFinder.of(phone.catalog(), phone.type("elsewhere"), phone.location());
        SlotQuery query =
                new SlotQuery(LocalDate.parse("2020-01-01"), LocalDate.parse("2020-01-02"), NOW, Occupancy.NONE);

        assertThat(elsewhere.judge(NOW, NOW, Occupancy.NONE)).contains(Refusal.NOT_OFFERED_HERE);
        assertThat(phone.finder().judge(NOW, NOW, Occupancy.NONE)).contains(Refusal.PHONE_ONLY);
        assertThat(phone.finder().find(query).days())
                .extracting(day -> day.reason().orElseThrow())
                .containsExactly(Refusal.PHONE_ONLY, Refusal.PHONE_ONLY);
        assertThat(phone.finder().find(query).next()).isEmpty();
        assertThat(phone.finder().explain(LocalDate.parse("2026-11-25"), NOW, Occupancy.NONE))
                .isEmpty();
    }

    @Test
    void aTypeThatTakesNoTimeIsRefused() {
        Sketch sketch = Sketch.in(ZONE, "08:00-09:30").taking(0, 30);

        assertThatThrownBy(sketch::finder)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'visit'")
                .hasMessageContaining("PT0S");
        assertThatThrownBy(() -> Sketch.in(ZONE).taking(30, 0).finder()).hasMessageContaining("PT0S");
    }

    @Test
    void itSaysOfWhichTimeItMustKnow() {
        SlotFinder finder =
                Sketch.in(ZONE, "08:00-09:30").buffers(30, 90).window(5).finder();
        AppointmentType type = Sketch.in(ZONE).type("here");

        assertThat(type.windowDays()).isEqualTo(60);
        Stretch reach = finder.reach(LocalDate.parse("2020-01-01"), NOW);
        assertThat(reach.from())
                .isBefore(Instant.parse("2026-11-23T07:30:00Z"))
                .isAfter(Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(finder.reach(LocalDate.parse("9999-12-31"), NOW).until()).isEqualTo(reach.until());
        assertThat(reach.until()).isAfter(Instant.parse("2026-11-29T08:00:00Z").plusSeconds(2 * 3_600));
    }

    @Test
    void toJudgeOneStartItMustKnowItsDayAndBuffersAndLittleMore() {
        SlotFinder finder = Sketch.in(ZONE, "08:00-09:30").buffers(30, 90).finder();

        Stretch reach = finder.reach(Instant.parse("2026-11-25T16:00:00Z"));
        assertThat(reach.from())
                .isBefore(Instant.parse("2026-11-25T07:30:00Z"))
                .isAfter(Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(reach.until())
                .isAfter(Instant.parse("2026-11-26T10:00:00Z"))
                .isBefore(Instant.parse("2026-11-28T00:00:00Z"));
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

    private static List<Slot> slots(Sketch sketch, String date, Taken taken) {
        LocalDate day = LocalDate.parse(date);
        return sketch.finder()
                .find(new SlotQuery(day, day, NOW, taken.occupancy()))
                .days()
                .get(0)
                .slots();
    }

    private static String starts(Sketch sketch, String date, Taken taken) {
        return slots(sketch, date, taken).stream()
                .map(slot -> slot.start().toLocalTime().toString())
                .collect(Collectors.joining(" "));
    }

    private static String judge(Sketch sketch, String start, Taken taken) {
        return judge(sketch, OffsetDateTime.parse(start), taken);
    }

    private static String judge(Sketch sketch, OffsetDateTime start, Taken taken) {
        return sketch.finder()
                .judge(start.toInstant(), NOW, taken.occupancy())
                .map(Refusal::code)
                .orElse("free");
    }
}
