package io.github.carelet.catalog;

import io.github.carelet.catalog.CatalogQuestion.About;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final Map<String, List<Article>> articlesByTopic;
    private final Optional<Consumer<CatalogQuestion>> observer;

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
        this.treatmentsByCondition = byTopic(treatments, Treatment::treats);
        this.articlesByTopic = byTopic(articles, Article::about);
        this.observer = Optional.empty();
    }

    private Catalog(Catalog same, Optional<Consumer<CatalogQuestion>> observer) {
        this.clinic = same.clinic;
        this.locations = same.locations;
        this.conditions = same.conditions;
        this.treatments = same.treatments;
        this.practitioners = same.practitioners;
        this.articles = same.articles;
        this.appointmentTypes = same.appointmentTypes;
        this.treatmentsByCondition = same.treatmentsByCondition;
        this.articlesByTopic = same.articlesByTopic;
        this.observer = observer;
    }

    /** Returns the clinic. */
    public Clinic clinic() {
        asked(About.CLINIC, "");
        return clinic;
    }

    /** Returns where the clinic is. */
    public List<Location> locations() {
        asked(About.LOCATIONS, "");
        return locations.all();
    }

    /** Returns what the clinic's patients have. */
    public List<Condition> conditions() {
        asked(About.CONDITIONS, "");
        return conditions.all();
    }

    /** Returns what the clinic offers. */
    public List<Treatment> treatments() {
        asked(About.TREATMENTS, "");
        return treatments.all();
    }

    /** Returns who works at the clinic. */
    public List<Practitioner> practitioners() {
        asked(About.PRACTITIONERS, "");
        return practitioners.all();
    }

    /** Returns what the clinic has written. */
    public List<Article> articles() {
        asked(About.ARTICLES, "");
        return articles.all();
    }

    /** Returns what can be asked for or booked. */
    public List<AppointmentType> appointmentTypes() {
        asked(About.APPOINTMENT_TYPES, "");
        return appointmentTypes.all();
    }

    /** Returns a location. */
    public Optional<Location> location(String id) {
        asked(About.LOCATION, id);
        return locations.find(id);
    }

    /** Returns a condition. */
    public Optional<Condition> condition(String id) {
        asked(About.CONDITION, id);
        return conditions.find(id);
    }

    /** Returns a treatment. */
    public Optional<Treatment> treatment(String id) {
        asked(About.TREATMENT, id);
        return treatments.find(id);
    }

    /** Returns a practitioner. */
    public Optional<Practitioner> practitioner(String id) {
        asked(About.PRACTITIONER, id);
        return practitioners.find(id);
    }

    /** Returns an article. */
    public Optional<Article> article(String id) {
        asked(About.ARTICLE, id);
        return articles.find(id);
    }

    /** Returns whether an appointment type and a location are in it, by their ids. */
    public boolean has(String appointmentType, String location) {
        return appointmentType(appointmentType).isPresent()
                && location(location).isPresent();
    }

    /** Returns an appointment type. */
    public Optional<AppointmentType> appointmentType(String id) {
        asked(About.APPOINTMENT_TYPE, id);
        return appointmentTypes.find(id);
    }

    /** Returns the treatments for a condition, in the order of the catalogue. */
    public List<Treatment> treatmentsFor(String conditionId) {
        asked(About.TREATMENTS_FOR, conditionId);
        return treatmentsByCondition.getOrDefault(conditionId, List.of());
    }

    /** Returns the articles about a treatment or condition, in the order of the catalogue. */
    public List<Article> articlesAbout(String id) {
        asked(About.ARTICLES_ABOUT, id);
        return articlesByTopic.getOrDefault(id, List.of());
    }

    /**
     * Returns the same catalogue, which tells of each question that it is asked. What it returns is told as a whole: whoever
     * looks at one name of a thing depends on all of it.
     *
     * @param listener hears of each question, in the thread that asks
     */
    public Catalog observed(Consumer<CatalogQuestion> listener) {
        return new Catalog(this, Optional.of(listener));
    }

    private void asked(About about, String id) {
        if (observer.isPresent()) {
            observer.get().accept(new CatalogQuestion(about, id));
        }
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

    private static <T> Map<String, List<T>> byTopic(List<T> items, Function<T, List<String>> topics) {
        Map<String, List<T>> found = new HashMap<>();
        for (T item : items) {
            for (String topic : topics.apply(item)) {
                List<T> about = found.computeIfAbsent(topic, id -> new ArrayList<>());
                if (about.isEmpty() || about.get(about.size() - 1) != item) {
                    about.add(item);
                }
            }
        }
        found.replaceAll((topic, list) -> List.copyOf(list));
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
