package io.github.carelet.catalog;

import io.github.carelet.catalog.CatalogProblem.Check;
import java.util.List;

/**
 * Warns of appointment types for which no time can ever be found: nobody who works there, or nobody knows when it is open.
 *
 * @param locations all locations
 * @param practitioners all practitioners
 */
record OfferCheck(List<Location> locations, List<Practitioner> practitioners) {

    OfferCheck {
        locations = List.copyOf(locations);
        practitioners = List.copyOf(practitioners);
    }

    void check(AppointmentType type, Fields fields) {
        for (Location location : locations) {
            boolean known = type.hours().isPresent() || location.hours().isPresent();
            if (type.mode() == AppointmentType.Mode.SLOTS && type.locations().contains(location.id()) && !known) {
                fields.problems()
                        .warning(
                                Check.TIMES,
                                fields.place(),
                                type.id(),
                                "'hours' here or of the location '" + location.id()
                                        + "': without, no time is offered there");
            }
        }
        if (!type.practitioners().isEmpty() && practitioners.stream().noneMatch(each -> sees(each, type))) {
            fields.problems()
                    .warning(
                            Check.TIMES,
                            fields.place("practitioners"),
                            String.join(", ", type.practitioners()),
                            "one who works where the type is offered: without, no time is");
        }
    }

    private static boolean sees(Practitioner practitioner, AppointmentType type) {
        return type.practitioners().contains(practitioner.id())
                && practitioner.locations().stream().anyMatch(type.locations()::contains);
    }
}
