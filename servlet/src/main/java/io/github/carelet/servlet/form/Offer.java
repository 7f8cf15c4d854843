package io.github.carelet.servlet.form;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.Treatment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is left to choose. A choice that leaves one is made; parts of a choice that do not go together are let go: the
 * treatment and the location yield to the type. Everything is in the clinic's own order, whoever the patient comes through.
 */
record Offer(Catalog catalog, Choice choice) {

    /** Returns what can be asked for: what fits the choice so far, what is for those who do not know first. */
    List<AppointmentType> types() {
        List<AppointmentType> fitting = types(this::fits);
        List<AppointmentType> elsewhere = fitting.isEmpty() ? types(this::fitsNeed) : fitting;
        return elsewhere.isEmpty() ? types(type -> true) : elsewhere;
    }

    /** Returns where the type of the settled choice is offered. */
    List<Location> locations() {
        Choice settled = settledType();
        Predicate<Location> offersType = location -> settled.type()
                .map(type -> type.locations().contains(location.id()))
                .orElse(true);
        Predicate<Location> offersTreatment = location ->
                settled.treatment().map(treatment -> isAt(treatment, location)).orElse(true);
        List<Location> offering =
                catalog.locations().stream().filter(offersType).toList();
        List<Location> both = offering.stream().filter(offersTreatment).toList();
        return both.isEmpty() ? offering : both;
    }

    /** Returns the choice with everything made that is not open any more. */
    Choice settled() {
        Choice settled = settledType();
        if (settled.type().isEmpty()) {
            return settled;
        }
        List<Location> locations = locations();
        Optional<Location> location = locations.size() == 1
                ? Optional.of(locations.get(0))
                : settled.location().filter(locations::contains);
        return settled.withLocation(location)
                .withTreatment(settled.treatment()
                        .filter(treatment ->
                                location.map(each -> isAt(treatment, each)).orElse(true)));
    }

    /** Returns how many questions this clinic's form has before its last page. */
    int questions() {
        return (catalog.appointmentTypes().size() > 1 ? 1 : 0)
                + (catalog.locations().size() > 1 ? 1 : 0);
    }

    private Choice settledType() {
        List<AppointmentType> types = types();
        Choice settled =
                choice.type().isEmpty() && types.size() == 1 ? choice.withType(Optional.of(types.get(0))) : choice;
        return settled.withTreatment(settled.treatment()
                .filter(treatment -> settled.type()
                        .map(type ->
                                type.treatments().isEmpty() || type.treatments().contains(treatment.id()))
                        .orElse(true)));
    }

    private List<AppointmentType> types(Predicate<AppointmentType> fitting) {
        return catalog.appointmentTypes().stream()
                .filter(fitting)
                .sorted(Comparator.comparing(type -> !type.isDefault()))
                .toList();
    }

    private boolean fits(AppointmentType type) {
        return fitsLocation(type) && fitsNeed(type);
    }

    private boolean fitsNeed(AppointmentType type) {
        return fitsTreatment(type) && fitsCondition(type);
    }

    private boolean fitsLocation(AppointmentType type) {
        return choice.location()
                .map(location -> type.locations().contains(location.id()))
                .orElse(true);
    }

    private boolean fitsTreatment(AppointmentType type) {
        return choice.treatment()
                .map(treatment -> named(treatment) ? type.treatments().contains(treatment.id()) : isGeneral(type))
                .orElse(true);
    }

    private boolean fitsCondition(AppointmentType type) {
        return choice.condition()
                .map(condition -> isGeneral(type)
                        || catalog.treatmentsFor(condition.id()).stream()
                                .anyMatch(treatment -> type.treatments().contains(treatment.id())))
                .orElse(true);
    }

    private boolean named(Treatment treatment) {
        return catalog.appointmentTypes().stream()
                .anyMatch(type -> type.treatments().contains(treatment.id()));
    }

    private static boolean isGeneral(AppointmentType type) {
        return type.isDefault() || type.treatments().isEmpty();
    }

    private static boolean isAt(Treatment treatment, Location location) {
        return treatment.availableAt().contains(location.id());
    }
}
