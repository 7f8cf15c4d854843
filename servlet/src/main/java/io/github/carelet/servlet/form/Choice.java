package io.github.carelet.servlet.form;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Condition;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.Treatment;
import java.util.Optional;
import java.util.function.Function;

/** What a visitor has chosen so far, each of it from the catalogue. */
record Choice(
        Optional<AppointmentType> type,
        Optional<Treatment> treatment,
        Optional<Condition> condition,
        Optional<Location> location) {

    /** Reads a choice; an id that the catalogue does not know counts as not chosen. */
    static Choice known(Catalog catalog, Function<String, Optional<String>> parameters) {
        return new Choice(
                parameters.apply("type").flatMap(catalog::appointmentType),
                parameters.apply("treatment").flatMap(catalog::treatment),
                parameters.apply("condition").flatMap(catalog::condition),
                parameters.apply("location").flatMap(catalog::location));
    }

    /** Reads a choice; empty if the catalogue does not know one of its ids. */
    static Optional<Choice> strict(Catalog catalog, Function<String, Optional<String>> parameters) {
        Choice choice = known(catalog, parameters);
        boolean complete = choice.type.isPresent() == parameters.apply("type").isPresent()
                && choice.treatment.isPresent() == parameters.apply("treatment").isPresent()
                && choice.condition.isPresent() == parameters.apply("condition").isPresent()
                && choice.location.isPresent() == parameters.apply("location").isPresent();
        return complete ? Optional.of(choice) : Optional.empty();
    }

    Choice withType(Optional<AppointmentType> newType) {
        return new Choice(newType, treatment, condition, location);
    }

    Choice withTreatment(Optional<Treatment> newTreatment) {
        return new Choice(type, newTreatment, condition, location);
    }

    Choice withLocation(Optional<Location> newLocation) {
        return new Choice(type, treatment, condition, newLocation);
    }
}
