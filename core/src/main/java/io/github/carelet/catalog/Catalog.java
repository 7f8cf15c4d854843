package io.github.carelet.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that a clinic has published, checked as a whole: every id is unique in its kind, every reference leads
 * somewhere. Lists are in the order of the catalogue; what has an id is found by it at once, however many there are.
 * Immutable.
 */
public final class Catalog {

    private final Clinic clinic;
    private final Index<Location> locations;
    private final Index<Condition> conditions;
    private final Index<Treatment> treatments;
    private final Index<Practitioner> practitioners;
    private final Index<Article> articles;
    private final Index<AppointmentType> appointmentTypes;
    private final Map<String, List<Treatment>> treatmentsByCondition;

    /**
     * Puts a catalogue together. {@link CatalogReader} makes one out of JSON and checks it.
     *
     * @param clinic the clinic
     * @param locations where it is
     * @param conditions what its patients have
     * @param treatments what it offers
     * @param practitioners who works there
     * @param articles what it has written
     * @param appointmentTypes what can be asked for or booked
     * @throws IllegalArgumentException if two of a kind have the same id
     */
    public Catalog(
            Clinic clinic,
            List<Location> locations,
            List<Condition> conditions,
            List<Treatment> treatments,
            List<Practitioner> practitioners,
            List<Article> articles,
            List<AppointmentType> appointmentTypes) {
        this.clinic = clinic;
        this.locations = Index.of(locations, Location::id);
        this.conditions = Index.of(conditions, Condition::id);
        this.treatments = Index.of(treatments, Treatment::id);
        this.practitioners = Index.of(practitioners, Practitioner::id);
        this.articles = Index.of(articles, Article::id);
        this.appointmentTypes = Index.of(appointmentTypes, AppointmentType::id);
        this.treatmentsByCondition = byCondition(treatments);
    }

    /** Returns the clinic. */
    public Clinic clinic() {
        return clinic;
    }

    /** Returns where the clinic is. */
    public List<Location> locations() {
        return locations.all();
    }

    /** Returns what the clinic's patients have. */
    public List<Condition> conditions() {
        return conditions.all();
    }

    /** Returns what the clinic offers. */
    public List<Treatment> treatments() {
        return treatments.all();
    }

    /** Returns who works at the clinic. */
    public List<Practitioner> practitioners() {
        return practitioners.all();
    }

    /** Returns what the clinic has written. */
    public List<Article> articles() {
        return articles.all();
    }

    /** Returns what can be asked for or booked. */
    public List<AppointmentType> appointmentTypes() {
        return appointmentTypes.all();
    }

    /** Returns a location. */
    public Optional<Location> location(String id) {
        return locations.find(id);
    }

    /** Returns a condition. */
    public Optional<Condition> condition(String id) {
        return conditions.find(id);
    }

    /** Returns a treatment. */
    public Optional<Treatment> treatment(String id) {
        return treatments.find(id);
    }

    /** Returns a practitioner. */
    public Optional<Practitioner> practitioner(String id) {
        return practitioners.find(id);
    }

    /** Returns an article. */
    public Optional<Article> article(String id) {
        return articles.find(id);
    }

    /** Returns an appointment type. */
    public Optional<AppointmentType> appointmentType(String id) {
        return appointmentTypes.find(id);
    }

    /** Returns the treatments for a condition, in the order of the catalogue. */
    public List<Treatment> treatmentsFor(String conditionId) {
        return treatmentsByCondition.getOrDefault(conditionId, List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Catalog that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    /** Names the clinic and counts the rest. */
    @Override
    public String toString() {
        return "catalogue of " + clinic.id() + ": " + locations.all().size() + " locations, "
                + conditions.all().size() + " conditions, " + treatments.all().size() + " treatments, "
                + practitioners.all().size() + " practitioners, "
                + articles.all().size() + " articles, "
                + appointmentTypes.all().size() + " appointment types";
    }

    private List<Object> content() {
        return List.of(
                clinic,
                locations.all(),
                conditions.all(),
                treatments.all(),
                practitioners.all(),
                articles.all(),
                appointmentTypes.all());
    }

    private static Map<String, List<Treatment>> byCondition(List<Treatment> treatments) {
        Map<String, List<Treatment>> found = new HashMap<>();
        for (Treatment treatment : treatments) {
            for (String condition : treatment.treats()) {
                found.computeIfAbsent(condition, id -> new ArrayList<>()).add(treatment);
            }
        }
        found.replaceAll((condition, list) -> List.copyOf(list));
        return Map.copyOf(found);
    }

    /** Everything of one kind, in order and by id. */
    private record Index<T>(List<T> all, Map<String, T> byId) {

        static <T> Index<T> of(List<T> items, Function<T, String> id) {
            Map<String, T> byId = new HashMap<>();
            for (T item : items) {
                if (byId.putIfAbsent(id.apply(item), item) != null) {
                    throw new IllegalArgumentException("two things of one kind have the id '" + id.apply(item) + "'");
                }
            }
            return new Index<>(List.copyOf(items), Map.copyOf(byId));
        }

        Optional<T> find(String id) {
            return Optional.ofNullable(byId.get(id));
        }
    }
}
