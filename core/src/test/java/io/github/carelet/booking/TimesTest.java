package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.Mode;
import io.github.carelet.catalog.AppointmentType.PatientKind;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Geo;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Location;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
    private static final Instant TUESDAY_AT_8 = Instant.parse("2026-12-01T16:00:00Z");

    private final Catalog catalog = catalog();
    private final MemoryBookingStore store = new MemoryBookingStore();
    private final Times times = new Times(catalog, new Availability(List.of(store), () -> NOW), NOW);

    @Test
    void otherLocationsComeNearestFirstAndThoseThatAreOnNoMapLast() {
        assertThat(instead("arcadia", Optional.empty())).containsExactly("arcadia", "near", "london", "unmapped");
        assertThat(instead("london", Optional.empty())).containsExactly("london", "near", "arcadia", "unmapped");
    }

    @Test
    void fromWhereNoMapShowsTheOthersComeInTheClinicsOrder() {
        assertThat(instead("unmapped", Optional.empty())).containsExactly("unmapped", "london", "near", "arcadia");
    }

    @Test
    void whereTheTreatmentIsNotGivenIsNoOtherPlaceForIt() {
        assertThat(instead("arcadia", Optional.of("therapy"))).containsExactly("arcadia", "london");
    }

    private List<String> instead(String chosen, Optional<String> treatment) {
        AppointmentType type = catalog.appointmentTypes().get(0);
        return times.instead(type, catalog.location(chosen).orElseThrow(), TUESDAY_AT_8, treatment).stream()
                .map(Alternative::location)
                .distinct()
                .toList();
    }

    private static Catalog catalog() {
        Catalog base = Clinics.catalog();
        return new Catalog(
                base.clinic(),
                List.of(
                        location("arcadia", Optional.of(new Geo(34.1, -118.0))),
                        location("london", Optional.of(new Geo(51.5, -0.1))),
                        location("near", Optional.of(new Geo(34.2, -118.1))),
                        location("unmapped", Optional.empty())),
                base.conditions(),
                base.treatments(),
                List.of(),
                base.articles(),
                List.of(type("london", "unmapped", "near", "arcadia")));
    }

    private static Location location(String id, Optional<Geo> geo) {
        Location base = Clinics.catalog().locations().get(0);
        return new Location(
                id,
                base.name(),
                base.phone(),
                base.fax(),
                base.address(),
                geo,
                base.timeZone(),
                base.hours(),
                base.languagesSpoken(),
                base.access(),
                base.acceptingNewPatients(),
                base.insuranceAccepted());
    }

    private static AppointmentType type(String... locations) {
        return new AppointmentType(
                "visit",
                Localized.of("en", "Visit"),
                false,
                List.of(),
                List.of(locations),
                Mode.SLOTS,
                Duration.ofMinutes(45),
                Duration.ofMinutes(15),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                60,
                OptionalInt.empty(),
                1,
                "room",
                List.of(),
                EnumSet.allOf(PatientKind.class),
                Optional.empty(),
                Set.of(),
                List.of());
    }
}
