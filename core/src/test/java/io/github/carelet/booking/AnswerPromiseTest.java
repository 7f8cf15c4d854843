package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.HoursException;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.OpenInterval;
import io.github.carelet.catalog.OpeningHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Open from Monday to Friday, 8 to 12 and 13 to 17; 24 December closed, 31 December from 8 to 10. */
class AnswerPromiseTest {

    private static final List<HoursException> EXCEPTIONS = List.of(
            new HoursException(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 24), List.of(), Optional.empty()),
            new HoursException(
                    LocalDate.of(2026, 12, 31),
                    LocalDate.of(2026, 12, 31),
                    List.of(OpenInterval.parse("08:00-10:00")),
                    Optional.empty()));

    @ParameterizedTest(name = "{1} from {0}: {2}")
    @CsvSource({
        // Days are days on which it is open.
        "2026-11-23T10:00, P1D, 2026-11-24T10:00",
        "2026-11-27T10:00, P1D, 2026-11-30T10:00",
        "2026-11-27T10:00, P2D, 2026-12-01T10:00",
        // What comes while it is closed comes at the next opening.
        "2026-11-23T03:00, P1D, 2026-11-24T08:00",
        "2026-11-23T12:30, P1D, 2026-11-24T13:00",
        "2026-11-23T17:00, P1D, 2026-11-25T08:00",
        "2026-11-28T10:00, P1D, 2026-12-01T08:00",
        "2026-11-27T16:59, P1D, 2026-11-30T16:59",
        // Exceptions are no days, or shorter ones.
        "2026-12-23T10:00, P1D, 2026-12-25T10:00",
        "2026-12-30T15:00, P1D, 2027-01-01T08:00",
        "2026-12-30T09:00, P1D, 2026-12-31T09:00",
        // Shorter promises are open time.
        "2026-11-23T08:00, PT4H, 2026-11-23T13:00",
        "2026-11-23T08:00, PT3H59M, 2026-11-23T11:59",
        "2026-11-23T11:00, PT4H, 2026-11-23T16:00",
        "2026-11-23T16:00, PT4H, 2026-11-24T11:00",
        "2026-11-27T16:00, PT4H, 2026-11-30T11:00",
        "2026-11-28T16:00, PT30M, 2026-11-30T08:30",
        "2026-12-23T16:30, PT1H, 2026-12-25T08:30",
        "2026-11-27T10:00, PT26H, 2026-11-30T13:00",
        // Clocks went forward on 8 March and back on 1 November: wall-clock days, true hours.
        "2026-03-06T10:00, P1D, 2026-03-09T10:00",
        "2026-10-30T10:00, P1D, 2026-11-02T10:00"
    })
    void itIsCountedInOpeningHours(LocalDateTime requested, Duration within, LocalDateTime by) {
        ZoneId zone = Clinics.ZONE;
        assertThat(AnswerPromise.deadline(
                        location(Optional.of(hours()), zone),
                        within,
                        requested.atZone(zone).toInstant()))
                .isEqualTo(by.atZone(zone).toInstant());
    }

    @Test
    void openTimeOverAChangeOfTheClocksIsTrueTime() {
        Map<DayOfWeek, List<OpenInterval>> always = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            always.put(day, List.of(OpenInterval.parse("00:00-24:00")));
        }
        Location location = location(Optional.of(new OpeningHours(always, List.of())), Clinics.ZONE);
        Instant before = Instant.parse("2026-03-08T09:00:00Z");
        assertThat(AnswerPromise.deadline(location, Duration.ofHours(2), before))
                .isEqualTo(before.plus(Duration.ofHours(2)));
        assertThat(AnswerPromise.deadline(location, Duration.ofDays(1), before))
                .as("the same time of day, 23 hours later")
                .isEqualTo(before.plus(Duration.ofHours(23)));
    }

    @Test
    void unknownHoursAndNeverOpenCountAsAlwaysOpen() {
        Instant now = Lives.NOW;
        assertThat(AnswerPromise.deadline(location(Optional.empty(), Clinics.ZONE), Duration.ofHours(5), now))
                .isEqualTo(now.plus(Duration.ofHours(5)));
        OpeningHours never = new OpeningHours(Map.of(), List.of());
        assertThat(AnswerPromise.deadline(location(Optional.of(never), Clinics.ZONE), Duration.ofDays(3), now))
                .isEqualTo(now.plus(Duration.ofDays(3)));
    }

    private static OpeningHours hours() {
        Map<DayOfWeek, List<OpenInterval>> weekly = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
            weekly.put(
                    day,
                    weekend
                            ? List.of()
                            : List.of(OpenInterval.parse("08:00-12:00"), OpenInterval.parse("13:00-17:00")));
        }
        return new OpeningHours(weekly, EXCEPTIONS);
    }

    private static Location location(Optional<OpeningHours> hours, ZoneId zone) {
        Location base = Clinics.catalog().locations().get(0);
        return new Location(
                base.id(),
                base.name(),
                base.phone(),
                base.fax(),
                base.address(),
                base.geo(),
                zone,
                hours,
                base.languagesSpoken(),
                base.access(),
                base.acceptingNewPatients(),
                base.insuranceAccepted());
    }
}
