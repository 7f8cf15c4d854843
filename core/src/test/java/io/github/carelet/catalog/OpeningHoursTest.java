package io.github.carelet.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.carelet.catalog.OpeningHours.Span;
import io.github.carelet.catalog.OpeningHours.State;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        // an ordinary day
        "2026-11-23, America/Los_Angeles, 08:00-12:00, 2026-11-23T16:00:00Z, 2026-11-23T20:00:00Z",
        "2026-11-23, America/Los_Angeles, 20:00-24:00, 2026-11-24T04:00:00Z, 2026-11-24T08:00:00Z",
        "2026-11-23, America/Los_Angeles, 22:00-06:00, 2026-11-24T06:00:00Z, 2026-11-24T14:00:00Z",
        "2026-11-23, America/Los_Angeles, 08:00-08:00, 2026-11-23T16:00:00Z, 2026-11-24T16:00:00Z",
        // spring forward, 02:00 to 03:00 on 8 March 2026
        "2026-03-08, America/Los_Angeles, 01:00-04:00, 2026-03-08T09:00:00Z, 2026-03-08T11:00:00Z",
        "2026-03-08, America/Los_Angeles, 02:30-04:00, 2026-03-08T10:00:00Z, 2026-03-08T11:00:00Z",
        "2026-03-08, America/Los_Angeles, 01:00-02:30, 2026-03-08T09:00:00Z, 2026-03-08T10:30:00Z",
        "2026-03-08, America/Los_Angeles, 02:15-02:45, 2026-03-08T10:00:00Z, 2026-03-08T10:45:00Z",
        "2026-03-07, America/Los_Angeles, 22:00-02:30, 2026-03-08T06:00:00Z, 2026-03-08T10:30:00Z",
        // fall back, 02:00 to 01:00 on 1 November 2026
        "2026-11-01, America/Los_Angeles, 01:30-03:00, 2026-11-01T08:30:00Z, 2026-11-01T11:00:00Z",
        "2026-11-01, America/Los_Angeles, 00:00-01:30, 2026-11-01T07:00:00Z, 2026-11-01T09:30:00Z",
        "2026-11-01, America/Los_Angeles, 01:15-01:45, 2026-11-01T08:15:00Z, 2026-11-01T09:45:00Z",
        // half an hour, in Lord Howe
        "2026-10-04, Australia/Lord_Howe, 02:15-03:00, 2026-10-03T15:30:00Z, 2026-10-03T16:00:00Z",
        // a day that starts at 01:00
        "2026-04-24, Africa/Cairo, 00:30-02:00, 2026-04-23T22:00:00Z, 2026-04-23T23:00:00Z"
    })
    void anIntervalIsASpanOfInstants(LocalDate day, ZoneId zone, String interval, Instant start, Instant end) {
        assertThat(daily(interval).spans(day, zone)).containsExactly(new Span(start, end));
    }

    @Test
    void aDayThatAZoneSkippedHasNoSpans() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        assertThat(daily("08:00-12:00").spans(LocalDate.of(2011, 12, 30), apia)).isEmpty();
        assertThat(daily("08:00-12:00").spans(LocalDate.of(2011, 12, 31), apia)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T15:59:59.999Z, false, 2026-11-23T16:00:00Z",
        "2026-11-23T16:00:00Z,     true,  2026-11-23T20:00:00Z",
        "2026-11-23T19:59:59.999Z, true,  2026-11-23T20:00:00Z",
        "2026-11-23T20:00:00Z,     false, 2026-11-23T21:00:00Z",
        "2026-11-23T21:00:00Z,     true,  2026-11-24T01:00:00Z",
        "2026-11-24T01:00:00Z,     false, 2026-11-30T16:00:00Z"
    })
    void theStartIsOpenAndTheEndIsNot(Instant now, boolean open, Instant until) {
        OpeningHours hours = weekly(Map.of(DayOfWeek.MONDAY, List.of("13:00-17:00", "08:00-12:00")));
        assertThat(hours.at(now, LOS_ANGELES)).isEqualTo(new State(open, Optional.of(until)));
    }

    @Test
    void intervalsThatTouchAreOne() {
        OpeningHours hours = weekly(Map.of(
                DayOfWeek.MONDAY, List.of("08:00-12:00", "12:00-24:00"), DayOfWeek.TUESDAY, List.of("00:00-06:00")));
        assertThat(hours.at(Instant.parse("2026-11-23T17:00:00Z"), LOS_ANGELES))
                .isEqualTo(new State(true, Optional.of(Instant.parse("2026-11-24T14:00:00Z"))));
    }

    @Test
    void whatIsAlwaysOpenNeverCloses() {
        for (String interval : List.of("00:00-24:00", "00:00-00:00", "09:00-09:00")) {
            State state = daily(interval).at(Instant.parse("2026-11-23T17:00:00Z"), LOS_ANGELES);
            assertThat(state).as(interval).isEqualTo(new State(true, Optional.empty()));
        }
    }

    @Test
    void whatIsNeverOpenNeverOpens() {
        OpeningHours never = new OpeningHours(Map.of(), List.of());
        assertThat(never.at(Instant.parse("2026-11-23T17:00:00Z"), LOS_ANGELES))
                .isEqualTo(new State(false, Optional.empty()));
        assertThat(never.weekly()).containsOnlyKeys(DayOfWeek.values());
    }

    @Test
    void anOvernightIntervalIsStillOpenAfterMidnightAlsoBeforeAClosedDay() {
        OpeningHours hours = new OpeningHours(
                Map.of(DayOfWeek.MONDAY, List.of(OpenInterval.parse("22:00-06:00"))),
                List.of(new HoursException(MONDAY.plusDays(1), MONDAY.plusDays(1), List.of(), Optional.empty())));
        State state = hours.at(at("2026-11-24T05:00"), LOS_ANGELES);
        assertThat(state).isEqualTo(new State(true, Optional.of(at("2026-11-24T06:00"))));
    }

    @Test
    void anExceptionReplacesItsDaysAndTheFirstOneCounts() {
        HoursException closed = new HoursException(MONDAY, MONDAY.plusDays(7), List.of(), Optional.empty());
        HoursException open =
                new HoursException(MONDAY, MONDAY, List.of(OpenInterval.parse("10:00-11:00")), Optional.empty());
        OpeningHours hours = new OpeningHours(daily("08:00-12:00").weekly(), List.of(open, closed));
        assertThat(hours.on(MONDAY)).containsExactly(OpenInterval.parse("10:00-11:00"));
        assertThat(hours.on(MONDAY.plusDays(1))).isEmpty();
        assertThat(hours.on(MONDAY.plusDays(8))).containsExactly(OpenInterval.parse("08:00-12:00"));
        assertThat(hours.exception(MONDAY)).contains(open);
        assertThat(closed.closed()).isTrue();
        assertThat(hours.at(at("2026-11-23T12:00"), LOS_ANGELES))
                .isEqualTo(new State(false, Optional.of(at("2026-12-01T08:00"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HoursException(MONDAY, MONDAY.minusDays(1), List.of(), Optional.empty()))
                .withMessageContaining("2026-11-23")
                .withMessageContaining("2026-11-22");
    }

    /**
     * Around every change of many zones: what {@code at} says of an instant is what the wall clock says, but for ends that
     * a change moves; and the instant at which it says that this changes is the first one at which it does.
     */
    @Test
    void theStateIsWhatTheWallClockSaysAroundEveryChangeOfClocks() {
        int checked = 0;
        int changed = 0;
        for (String id : List.of(
                "America/Los_Angeles",
                "Europe/Berlin",
                "Australia/Lord_Howe",
                "Africa/Cairo",
                "America/Havana",
                "Asia/Beirut",
                "America/St_Johns",
                "Pacific/Apia",
                "Asia/Kolkata",
                "Antarctica/Troll")) {
            ZoneId zone = ZoneId.of(id);
            for (Instant change : changes(zone)) {
                for (OpeningHours hours :
                        List.of(daily("01:15-02:45", "03:00-23:30"), daily("23:15-00:45", "02:00-03:00"))) {
                    for (int minutes = -240; minutes <= 240; minutes += 7) {
                        Instant now = change.plus(Duration.ofMinutes(minutes));
                        State state = hours.at(now, zone);
                        assertThat(state.open()).as("%s %s", zone, now).isEqualTo(openBySpans(hours, now, zone));
                        Instant until = state.until().orElseThrow();
                        assertThat(hours.at(until, zone).open())
                                .as("%s %s", zone, until)
                                .isEqualTo(!state.open());
                        assertThat(hours.at(until.minusNanos(1), zone).open()).isEqualTo(state.open());
                        checked++;
                        changed += openByWallClock(hours, now, zone) == state.open() ? 0 : 1;
                    }
                }
            }
        }
        System.out.println("instants checked: " + checked + "; moved by a change of clocks: " + changed);
        assertThat(checked).isGreaterThan(2_000);
        assertThat(changed).as("control: some are moved, few").isBetween(1, checked / 10);
    }

    private static boolean openBySpans(OpeningHours hours, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return today.minusDays(2)
                .datesUntil(today.plusDays(2))
                .flatMap(day -> hours.spans(day, zone).stream())
                .anyMatch(span -> !now.isBefore(span.start()) && now.isBefore(span.end()));
    }

    private static boolean openByWallClock(OpeningHours hours, Instant now, ZoneId zone) {
        LocalDateTime wall = LocalDateTime.ofInstant(now, zone);
        LocalDate today = wall.toLocalDate();
        return today.minusDays(1)
                .datesUntil(today.plusDays(1))
                .anyMatch(day -> hours.on(day).stream()
                        .anyMatch(each -> !wall.isBefore(each.start(day)) && wall.isBefore(each.end(day))));
    }

    /** The changes of a zone in the years 2011 to 2012 and 2025 to 2026, or one instant if it has none. */
    private static List<Instant> changes(ZoneId zone) {
        List<Instant> changes = new ArrayList<>();
        for (int year : List.of(2011, 2025)) {
            Instant end = Instant.parse(year + 2 + "-01-01T00:00:00Z");
            ZoneOffsetTransition next = zone.getRules().nextTransition(Instant.parse(year + "-01-01T00:00:00Z"));
            while (next != null && next.getInstant().isBefore(end)) {
                changes.add(next.getInstant());
                next = zone.getRules().nextTransition(next.getInstant());
            }
        }
        return changes.isEmpty() ? List.of(Instant.parse("2026-01-01T00:00:00Z")) : changes;
    }

    private static Instant at(String wall) {
        return ZonedDateTime.of(LocalDateTime.parse(wall), LOS_ANGELES).toInstant();
    }

    private static OpeningHours daily(String... intervals) {
        Map<DayOfWeek, List<String>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(intervals));
        }
        return weekly(week);
    }

    private static OpeningHours weekly(Map<DayOfWeek, List<String>> week) {
        Map<DayOfWeek, List<OpenInterval>> parsed = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, intervals) ->
                parsed.put(day, intervals.stream().map(OpenInterval::parse).toList()));
        return new OpeningHours(parsed, List.of());
    }
}
