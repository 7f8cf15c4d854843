package io.github.carelet.schedule;

import io.github.carelet.catalog.Access;
import io.github.carelet.catalog.Address;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.Mode;
import io.github.carelet.catalog.AppointmentType.PatientKind;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Clinic;
import io.github.carelet.catalog.Consent;
import io.github.carelet.catalog.HoursException;
import io.github.carelet.catalog.Known;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.OpenInterval;
import io.github.carelet.catalog.OpeningHours;
import io.github.carelet.catalog.PhoneNumber;
import io.github.carelet.catalog.Practitioner;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A clinic with one type of appointment at one location, to be sketched in a few words. Practitioners whose id begins with
 * {@code away} work at another location only.
 */
record Sketch(
        ZoneId zone,
        Optional<OpeningHours> open,
        Optional<OpeningHours> offered,
        Mode mode,
        Times times,
        Amounts amounts,
        List<String> practitioners) {

    static final String LOCATION = "here";
    static final String TYPE = "visit";

    record Times(Duration duration, Duration step, Duration before, Duration after, Duration notice) {}

    record Amounts(int windowDays, OptionalInt perDay, int capacity) {}

    static Sketch in(String zone, String... open) {
        Duration half = Duration.ofMinutes(30);
        return new Sketch(
                ZoneId.of(zone),
                Optional.of(hours(open)),
                Optional.empty(),
                Mode.SLOTS,
                new Times(half, half, Duration.ZERO, Duration.ZERO, Duration.ZERO),
                new Amounts(60, OptionalInt.empty(), 1),
                List.of());
    }

    static OpeningHours hours(String... intervals) {
        return hours(List.of(), intervals);
    }

    static OpeningHours hours(List<HoursException> exceptions, String... intervals) {
        Map<DayOfWeek, List<OpenInterval>> weekly = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            weekly.put(day, intervals(intervals));
        }
        return new OpeningHours(weekly, exceptions);
    }

    static HoursException exception(String from, String to, String... intervals) {
        return new HoursException(LocalDate.parse(from), LocalDate.parse(to), intervals(intervals), Optional.empty());
    }

    private static List<OpenInterval> intervals(String... intervals) {
        return Arrays.stream(intervals).map(OpenInterval::parse).toList();
    }

    Sketch open(OpeningHours hours) {
        return new Sketch(zone, Optional.of(hours), offered, mode, times, amounts, practitioners);
    }

    Sketch hoursUnknown() {
        return new Sketch(zone, Optional.empty(), offered, mode, times, amounts, practitioners);
    }

    Sketch offered(OpeningHours hours) {
        return new Sketch(zone, open, Optional.of(hours), mode, times, amounts, practitioners);
    }

    Sketch mode(Mode other) {
        return new Sketch(zone, open, offered, other, times, amounts, practitioners);
    }

    Sketch taking(int minutes, int step) {
        return times(new Times(
                Duration.ofMinutes(minutes), Duration.ofMinutes(step), times.before(), times.after(), times.notice()));
    }

    Sketch buffers(int before, int after) {
        return times(new Times(
                times.duration(), times.step(), Duration.ofMinutes(before), Duration.ofMinutes(after), times.notice()));
    }

    Sketch notice(Duration notice) {
        return times(new Times(times.duration(), times.step(), times.before(), times.after(), notice));
    }

    private Sketch times(Times other) {
        return new Sketch(zone, open, offered, mode, other, amounts, practitioners);
    }

    Sketch window(int days) {
        return amounts(new Amounts(days, amounts.perDay(), amounts.capacity()));
    }

    Sketch perDay(int visits) {
        return amounts(new Amounts(amounts.windowDays(), OptionalInt.of(visits), amounts.capacity()));
    }

    Sketch capacity(int visits) {
        return amounts(new Amounts(amounts.windowDays(), amounts.perDay(), visits));
    }

    private Sketch amounts(Amounts other) {
        return new Sketch(zone, open, offered, mode, times, other, practitioners);
    }

    Sketch by(String... ids) {
        return new Sketch(zone, open, offered, mode, times, amounts, List.of(ids));
    }

    SlotFinder finder() {
        return SlotFinder.of(catalog(), type(LOCATION), location());
    }

    Catalog catalog() {
        return new Catalog(
                clinic(),
                List.of(location()),
                List.of(),
                List.of(),
                practitioners.stream().map(Sketch::practitioner).toList(),
                List.of(),
                List.of(type(LOCATION)));
    }

    private static Practitioner practitioner(String id) {
        String where = id.startsWith("away") ? "elsewhere" : LOCATION;
        return new Practitioner(id, text(id), text(""), List.of(where), List.of());
    }

    private Clinic clinic() {
        return new Clinic(
                "clinic",
                text("Clinic"),
                Optional.empty(),
                new PhoneNumber("+16265550100"),
                Optional.empty(),
                false,
                zone,
                List.of("en"),
                text("Call 911."),
                Duration.ofDays(1),
                List.of(),
                List.of(),
                Optional.empty(),
                new Consent("1", text("I agree.")),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    Location location() {
        return new Location(
                LOCATION,
                text("Here"),
                new PhoneNumber("+16265550100"),
                Optional.empty(),
                new Address("1 Example Way", "", "Example", "CA", "91006", "US"),
                Optional.empty(),
                zone,
                open,
                List.of(),
                Access.UNKNOWN,
                Known.YES,
                List.of());
    }

    AppointmentType type(String... locations) {
        return new AppointmentType(
                TYPE,
                text("Visit"),
                true,
                List.of(),
                List.of(locations),
                mode,
                mode == Mode.PHONE ? Duration.ZERO : times.duration(),
                mode == Mode.PHONE ? Duration.ZERO : times.step(),
                times.before(),
                times.after(),
                times.notice(),
                amounts.windowDays(),
                amounts.perDay(),
                amounts.capacity(),
                "room",
                practitioners,
                EnumSet.allOf(PatientKind.class),
                offered,
                Set.of(),
                List.of());
    }

    private static Localized<String> text(String text) {
        return Localized.of("en", text);
    }
}
