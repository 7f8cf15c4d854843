package io.github.carelet.booking;

import io.github.carelet.catalog.Access;
import io.github.carelet.catalog.Address;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.Ask;
import io.github.carelet.catalog.AppointmentType.Mode;
import io.github.carelet.catalog.AppointmentType.PatientKind;
import io.github.carelet.catalog.AppointmentType.Question;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Clinic;
import io.github.carelet.catalog.Condition;
import io.github.carelet.catalog.Consent;
import io.github.carelet.catalog.Known;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.OpenInterval;
import io.github.carelet.catalog.OpeningHours;
import io.github.carelet.catalog.PatientWords;
import io.github.carelet.catalog.PhoneNumber;
import io.github.carelet.catalog.Review;
import io.github.carelet.catalog.Treatment;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A small clinic with two places, and a type of appointment for each rule. */
final class Clinics {

    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private Clinics() {}

    static Catalog catalog() {
        return catalog("2026-11");
    }

    static Catalog catalog(String consentVersion) {
        return new Catalog(
                clinic(consentVersion),
                List.of(location("arcadia", "US"), location("london", "GB")),
                List.of(new Condition(
                        "sciatica",
                        text("Sciatica"),
                        List.of(),
                        PatientWords.NONE,
                        text("Pain"),
                        List.of(),
                        List.of(),
                        List.of(),
                        Review.NONE)),
                List.of(treatment("therapy", "arcadia", "london"), treatment("block", "london")),
                List.of(),
                List.of(),
                List.of(
                        type("visit", List.of("arcadia", "london"), Mode.REQUEST, Set.of(), List.of()),
                        type("asking", List.of("arcadia"), Mode.REQUEST, EnumSet.allOf(Ask.class), questions()),
                        type("call", List.of("arcadia"), Mode.PHONE, Set.of(), List.of())));
    }

    private static Clinic clinic(String consentVersion) {
        return new Clinic(
                "clinic",
                text("Clinic"),
                Optional.empty(),
                new PhoneNumber("+16265550100"),
                Optional.empty(),
                false,
                ZONE,
                List.of("en", "es"),
                text("Call 911."),
                Duration.ofDays(1),
                List.of(),
                List.of(),
                Optional.empty(),
                new Consent(consentVersion, text("I agree.")),
                Optional.of(new Consent("sms-1", text("Text me."))),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Location location(String id, String country) {
        Map<DayOfWeek, List<OpenInterval>> weekly = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            weekly.put(day, day == DayOfWeek.SUNDAY ? List.of() : List.of(OpenInterval.parse("08:00-17:00")));
        }
        return new Location(
                id,
                text(id),
                new PhoneNumber("+16265550100"),
                Optional.empty(),
                new Address("1 Example Way", "", "Example", "CA", "91006", country),
                Optional.empty(),
                ZONE,
                Optional.of(new OpeningHours(weekly, List.of())),
                List.of(),
                new Access(Known.UNKNOWN, Known.UNKNOWN, Known.UNKNOWN),
                Known.YES,
                List.of());
    }

    private static Treatment treatment(String id, String... availableAt) {
        return new Treatment(
                id,
                Treatment.Kind.THERAPY,
                text(id),
                List.of(),
                PatientWords.NONE,
                text(id),
                List.of(),
                List.of(),
                List.of(),
                List.of(availableAt),
                Treatment.Sensitivity.NORMAL,
                Known.NO,
                Optional.empty(),
                Review.NONE);
    }

    private static AppointmentType type(
            String id, List<String> locations, Mode mode, Set<Ask> ask, List<Question> questions) {
        return new AppointmentType(
                id,
                text(id),
                false,
                id.equals("asking") ? List.of() : List.of("therapy"),
                locations,
                mode,
                mode == Mode.PHONE ? Duration.ZERO : Duration.ofMinutes(45),
                Duration.ofMinutes(15),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofHours(24),
                60,
                OptionalInt.empty(),
                1,
                id,
                List.of(),
                id.equals("asking") ? EnumSet.of(PatientKind.EXISTING) : EnumSet.allOf(PatientKind.class),
                Optional.empty(),
                ask,
                questions);
    }

    private static List<Question> questions() {
        Localized<String> left = new Localized<>(Map.of("en", "Left", "es", "Izquierda"), "en");
        return List.of(
                new Question("side", text("Which side?"), Question.Kind.CHOICE, List.of(left, text("Right")), true),
                new Question("fall", text("Did you fall?"), Question.Kind.YES_NO, List.of(), false),
                new Question("more", text("Anything else?"), Question.Kind.TEXT, List.of(), false));
    }

    private static Localized<String> text(String text) {
        return Localized.of("en", text);
    }
}
