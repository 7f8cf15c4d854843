package io.github.carelet.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.Access;
import io.github.carelet.catalog.Address;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.Mode;
import io.github.carelet.catalog.AppointmentType.PatientKind;
import io.github.carelet.catalog.HoursException;
import io.github.carelet.catalog.Known;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.OpenInterval;
import io.github.carelet.catalog.OpeningHours;
import io.github.carelet.catalog.OpeningHours.Span;
import io.github.carelet.catalog.PhoneNumber;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestRulesTest {

    /** A Monday, 10 AM at the location. */
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    /** Open 8 to 12 and 13 to 17, a visit takes 45 minutes, 24 hours of notice, 60 days of window. */
    private static final RequestRules RULES =
            rules(ZONE, Optional.of(hours("08:00-12:00", "13:00-17:00")), Optional.empty(), Duration.ofHours(24));

    @ParameterizedTest
    @CsvSource({
        "2026-11-22/any, TOO_SOON",
        "2026-11-23/any, TOO_SOON",
        // Tomorrow at 10 is the earliest, 11:15 the last start of the morning.
        "2026-11-24/morning, ",
        "2026-11-24/evening, CLOSED",
        "2026-11-25/afternoon, ",
        "2026-11-28/any, ",
        "2027-01-22/any, ",
        "2027-01-23/any, TOO_FAR",
        "9999-12-31/any, TOO_FAR",
        "0000-01-01/any, TOO_SOON",
        "2026-12-25/any, CLOSED",
        "2026-12-26/morning, ",
        "2026-12-26/afternoon, CLOSED"
    })
    void theFirstRuleThatAppliesNamesTheRefusal(String preference, Refusal expected) {
        assertThat(RULES.judge(Preference.parse(preference), NOW)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T19:15:00Z, ", "2026-11-23T19:15:00.001Z, TOO_SOON"})
    void thePartIsTooSoonWhenItsLastStartIs(Instant now, Refusal expected) {
        assertThat(RULES.judge(Preference.parse("2026-11-24/morning"), now)).isEqualTo(Optional.ofNullable(expected));
    }

    /** Open long enough for the one visit that begins at noon. */
    @Test
    void noonIsOfTheAfternoonAndATimeThatIsJustNotTooSoonIsInTime() {
        Optional<OpeningHours> noon = Optional.of(hours("12:00-12:45"));
        Duration untilNoon = Duration.ofHours(26);

        assertThat(rules(ZONE, noon, Optional.empty(), untilNoon).choices(NOW).get(0))
                .isEqualTo(new DayChoice(LocalDate.parse("2026-11-24"), EnumSet.of(DayPart.AFTERNOON, DayPart.ANY)));
        assertThat(rules(ZONE, noon, Optional.empty(), untilNoon.plusSeconds(1))
                        .choices(NOW)
                        .get(0)
                        .date())
                .isEqualTo("2026-11-25");
    }

    @Test
    void aTypeIsNotOfferedElsewhereAndThatIsSaidBeforeThatItIsForThePhone() {
        AppointmentType elsewhere = type(List.of("other"), Mode.PHONE, Optional.empty(), Duration.ZERO);
        AppointmentType phone = type(List.of("here"), Mode.PHONE, Optional.empty(), Duration.ZERO);
        Preference past = Preference.parse("2020-01-01/any");

        assertThat(new RequestRules(elsewhere, RULES.location()).judge(past, NOW))
                .contains(Refusal.NOT_OFFERED_HERE);
        assertThat(new RequestRules(phone, RULES.location()).judge(past, NOW)).contains(Refusal.PHONE_ONLY);
        assertThat(new RequestRules(elsewhere, RULES.location()).choices(NOW)).isEmpty();
        assertThat(new RequestRules(phone, RULES.location()).choices(NOW)).isEmpty();
    }

    @Test
    void theTypesOwnHoursCutTheLocations() {
        RequestRules cut =
                rules(ZONE, Optional.of(hours("08:00-12:00")), Optional.of(hours("11:15-14:00")), Duration.ofHours(24));
        RequestRules tooShort =
                rules(ZONE, Optional.of(hours("08:00-12:00")), Optional.of(hours("11:16-14:00")), Duration.ofHours(24));

        assertThat(cut.judge(Preference.parse("2026-12-01/morning"), NOW)).isEmpty();
        assertThat(cut.judge(Preference.parse("2026-12-01/afternoon"), NOW)).contains(Refusal.CLOSED);
        assertThat(tooShort.judge(Preference.parse("2026-12-01/any"), NOW)).contains(Refusal.CLOSED);
    }

    @Test
    void anIntervalPastMidnightOpensTheMorningAfter() {
        RequestRules night = rules(ZONE, Optional.of(hours("22:00-02:00")), Optional.empty(), Duration.ZERO);

        // The day before is the exception's last: it has no night of its own.
        assertThat(night.judge(Preference.parse("2026-12-26/morning"), NOW)).isEmpty();
        assertThat(night.judge(Preference.parse("2026-12-25/morning"), NOW)).isEmpty();
        assertThat(night.judge(Preference.parse("2026-12-25/evening"), NOW)).contains(Refusal.CLOSED);
        assertThat(night.judge(Preference.parse("2026-12-01/afternoon"), NOW)).contains(Refusal.CLOSED);
    }

    @Test
    void aLocationWithoutHoursIsOpenOnEveryDayAndInEveryPart() {
        RequestRules always = rules(ZONE, Optional.empty(), Optional.empty(), Duration.ZERO);

        assertThat(always.choices(NOW)).hasSize(61);
        assertThat(always.choices(NOW).subList(1, 61))
                .allSatisfy(choice -> assertThat(choice.parts()).containsExactlyInAnyOrder(DayPart.values()));
        assertThat(always.judge(Preference.parse("2026-11-23/evening"), NOW)).isEmpty();
    }

    @Test
    void aDayThatTheCalendarSkipsIsClosedAlsoWhereItIsAlwaysOpen() {
        RequestRules apia = rules(ZoneId.of("Pacific/Apia"), Optional.empty(), Optional.empty(), Duration.ZERO);
        Instant before = Instant.parse("2011-12-28T12:00:00Z");

        assertThat(apia.judge(Preference.parse("2011-12-30/any"), before)).contains(Refusal.CLOSED);
        assertThat(apia.choices(before))
                .extracting(DayChoice::date)
                .contains(LocalDate.of(2011, 12, 29), LocalDate.of(2011, 12, 31))
                .doesNotContain(LocalDate.of(2011, 12, 30));
    }

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2026-03-05T18:00:00Z",
        "America/Los_Angeles, 2026-10-29T18:00:00Z",
        "Pacific/Apia, 2011-12-27T12:00:00Z",
        "Australia/Lord_Howe, 2026-04-01T00:00:00Z",
        "Asia/Kathmandu, 2026-04-01T00:00:00Z",
        "America/Asuncion, 2023-09-29T00:00:00Z"
    })
    void choicesListExactlyWhatIsAcceptedAndWhatASearchMinuteByMinuteFinds(ZoneId zone, Instant now) {
        int tried = 0;
        int accepted = 0;
        for (String[] open : new String[][] {
            {"08:00-12:00", "13:00-17:00"}, {"22:00-03:00"}, {"00:00-24:00"}, {"01:30-02:30"}, {"11:30-12:15"}
        }) {
            RequestRules rules = rules(zone, Optional.of(hours(open)), Optional.empty(), Duration.ofHours(5));
            Set<String> listed = new HashSet<>();
            for (DayChoice choice : rules.choices(now)) {
                choice.parts().forEach(part -> listed.add(new Preference(choice.date(), part).toString()));
                assertThat(choice.parts()).contains(DayPart.ANY);
            }
            LocalDate today = now.atZone(zone).toLocalDate();
            for (int ahead = -2; ahead <= 9; ahead++) {
                for (DayPart part : DayPart.values()) {
                    Preference preference = new Preference(today.plusDays(ahead), part);
                    boolean ok = rules.judge(preference, now).isEmpty();
                    assertThat(ok)
                            .as("%s %s", preference, Arrays.toString(open))
                            .isEqualTo(listed.contains(preference.toString()))
                            .isEqualTo(found(rules, preference, now));
                    tried++;
                    accepted += ok ? 1 : 0;
                }
            }
        }
        System.out.println(zone + ": judged otherwise than searched: 0 of " + tried + ", accepted " + accepted);
        assertThat(accepted).isBetween(1, tried - 1);
    }

    /** The rule once more, as slow and simple as can be. */
    private static boolean found(RequestRules rules, Preference preference, Instant now) {
        ZoneId zone = rules.location().timeZone();
        OpeningHours hours = rules.location().hours().orElseThrow();
        for (int day = -2; day <= 1; day++) {
            for (Span span : hours.spans(preference.date().plusDays(day), zone)) {
                for (Instant start = span.start();
                        !start.plus(rules.type().duration()).isAfter(span.end());
                        start = start.plusSeconds(60)) {
                    LocalDateTime local = LocalDateTime.ofInstant(start, zone);
                    if (local.toLocalDate().equals(preference.date())
                            && preference.part().contains(local.toLocalTime())
                            && !start.isBefore(now.plus(rules.type().notice()))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static OpeningHours hours(String... intervals) {
        Map<DayOfWeek, List<OpenInterval>> weekly = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            weekly.put(day, Arrays.stream(intervals).map(OpenInterval::parse).toList());
        }
        LocalDate closed = LocalDate.of(2026, 12, 25);
        LocalDate half = closed.plusDays(1);
        return new OpeningHours(
                weekly,
                List.of(
                        new HoursException(closed, closed, List.of(), Optional.empty()),
                        new HoursException(half, half, List.of(OpenInterval.parse("08:00-12:00")), Optional.empty())));
    }

    private static RequestRules rules(
            ZoneId zone, Optional<OpeningHours> hours, Optional<OpeningHours> typeHours, Duration notice) {
        return new RequestRules(type(List.of("here"), Mode.REQUEST, typeHours, notice), location(zone, hours));
    }

    private static Location location(ZoneId zone, Optional<OpeningHours> hours) {
        return new Location(
                "here",
                Localized.of("en", "Here"),
                new PhoneNumber("+16265550100"),
                Optional.empty(),
                new Address("1 Example Way", "", "Example", "CA", "91006", "US"),
                Optional.empty(),
                zone,
                hours,
                List.of(),
                Access.UNKNOWN,
                Known.YES,
                List.of());
    }

    private static AppointmentType type(
            List<String> locations, Mode mode, Optional<OpeningHours> hours, Duration notice) {
        return new AppointmentType(
                "visit",
                Localized.of("en", "Visit"),
                true,
                List.of(),
                locations,
                mode,
                Duration.ofMinutes(45),
                Duration.ofMinutes(15),
                Duration.ZERO,
                Duration.ZERO,
                notice,
                60,
                OptionalInt.empty(),
                1,
                "visit",
                List.of(),
                EnumSet.allOf(PatientKind.class),
                hours,
                Set.of(),
                List.of());
    }
}
