package io.github.carelet.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Everything that a clinic has published, checked as a whole: every id is unique in its kind, every reference leads
 * somewhere. Immutable.
 *
 * @param clinic the clinic
 * @param locations where it is
 * @param conditions what its patients have
 * @param treatments what it offers
 * @param practitioners who works there
 * @param articles what it has written
 * @param appointmentTypes what can be asked for or booked
 */
public record Catalog(
        Clinic clinic,
        List<Location> locations,
        List<Condition> conditions,
        List<Treatment> treatments,
        List<Practitioner> practitioners,
        List<Article> articles,
        List<AppointmentType> appointmentTypes) {

    /** Copies the lists. */
    public Catalog {
        locations = List.copyOf(locations);
        conditions = List.copyOf(conditions);
        treatments = List.copyOf(treatments);
        practitioners = List.copyOf(practitioners);
        articles = List.copyOf(articles);
        appointmentTypes = List.copyOf(appointmentTypes);
    }

    /** Returns a location. */
    public Optional<Location> location(String id) {
        return locations.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Returns a condition. */
    public Optional<Condition> condition(String id) {
        return conditions.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Returns a treatment. */
    public Optional<Treatment> treatment(String id) {
        return treatments.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Returns a practitioner. */
    public Optional<Practitioner> practitioner(String id) {
        return practitioners.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Returns an article. */
    public Optional<Article> article(String id) {
        return articles.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Returns an appointment type. */
    public Optional<AppointmentType> appointmentType(String id) {
        return appointmentTypes.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Returns the treatments for a condition, in the order of the catalogue. */
    public List<Treatment> treatmentsFor(String conditionId) {
        return treatments.stream()
                .filter(each -> each.treats().contains(conditionId))
                .toList();
    }
}
