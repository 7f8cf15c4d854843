package io.github.carelet.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of a catalogue: what somebody may show and offer. An empty list means all of a kind. What is left is a catalogue like
 * any other, so that whoever reads it can't show what is not in it. What an item of the part is depends on the same item of the
 * whole and on nothing else, and all stands in the order of the whole: naming an item first does not put it first.
 *
 * @param locations ids of locations
 * @param treatments ids of treatments
 * @param languages BCP 47 tags of languages of the clinic
 */
public record CatalogScope(List<String> locations, List<String> treatments, List<String> languages) {

    /** Everything. */
    public static final CatalogScope ALL = new CatalogScope(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public CatalogScope {
        locations = List.copyOf(locations);
        treatments = List.copyOf(treatments);
        languages = List.copyOf(languages);
    }

    /** Returns whether this leaves nothing out. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** Returns what is named here and not in a catalogue, such as {@code location 'main'}: a slip, or gone since. */
    public List<String> unknownIn(Catalog catalog) {
        Stream<String> noLocations =
                locations.stream().filter(id -> catalog.location(id).isEmpty()).map(id -> "location '" + id + "'");
        Stream<String> noTreatments = treatments.stream()
                .filter(id -> catalog.treatment(id).isEmpty())
                .map(id -> "treatment '" + id + "'");
        Stream<String> noLanguages = languages.stream()
                .filter(tag -> !catalog.clinic().languages().contains(tag))
                .map(tag -> "language '" + tag + "'");
        return Stream.of(noLocations, noTreatments, noLanguages)
                .flatMap(each -> each)
                .toList();
    }

    /** Returns the part of a catalogue. What is only to be had elsewhere is left out, and so is what is only about that. */
    public Catalog of(Catalog whole) {
        if (isAll()) {
            return whole;
        }
        return new Catalog(
                clinic(whole.clinic()),
                whole.locations().stream()
                        .filter(each -> allows(locations, each.id()))
                        .toList(),
                whole.conditions(),
                present(whole.treatments().stream().map(this::treatment)),
                present(whole.practitioners().stream().map(this::practitioner)),
                present(whole.articles().stream().map(each -> article(each, whole))),
                present(whole.appointmentTypes().stream().map(each -> type(each, whole))));
    }

    /** A clinic that speaks none of the languages speaks its first one. */
    private Clinic clinic(Clinic clinic) {
        List<String> spoken = clinic.languages().stream()
                .filter(each -> allows(languages, each))
                .toList();
        return clinic.speaking(spoken.isEmpty() ? List.of(clinic.defaultLanguage()) : spoken);
    }

    private Optional<Treatment> treatment(Treatment treatment) {
        return remaining(treatment.availableAt(), locations)
                .filter(places -> allows(treatments, treatment.id()))
                .map(places -> treatment.at(
                        places,
                        treatment.combinesWith().stream()
                                .filter(each -> allows(treatments, each))
                                .toList()));
    }

    private Optional<Practitioner> practitioner(Practitioner practitioner) {
        return remaining(practitioner.locations(), locations)
                .map(places -> new Practitioner(
                        practitioner.id(), practitioner.name(), practitioner.role(), places, practitioner.languages()));
    }

    private Optional<Article> article(Article article, Catalog whole) {
        List<String> about = article.about().stream()
                .filter(each -> whole.treatment(each).isEmpty()
                        || whole.treatment(each).flatMap(this::treatment).isPresent())
                .toList();
        return about.isEmpty() && !article.about().isEmpty() ? Optional.empty() : Optional.of(article.about(about));
    }

    /** Without a treatment or a person that it names it would be for any treatment, or by anybody. */
    private Optional<AppointmentType> type(AppointmentType type, Catalog whole) {
        List<String> persons = type.practitioners().stream()
                .filter(each ->
                        whole.practitioner(each).flatMap(this::practitioner).isPresent())
                .toList();
        List<String> offered = type.treatments().stream()
                .filter(each -> whole.treatment(each).flatMap(this::treatment).isPresent())
                .toList();
        boolean nobody = persons.isEmpty() && !type.practitioners().isEmpty();
        boolean nothing = offered.isEmpty() && !type.treatments().isEmpty();
        return remaining(type.locations(), locations)
                .filter(places -> !nobody && !nothing)
                .map(places -> type.limitedTo(offered, places, persons));
    }

    /** Returns what is left of some ids; nothing if all of them are gone. */
    private static Optional<List<String>> remaining(List<String> ids, List<String> allowed) {
        List<String> left = ids.stream().filter(each -> allows(allowed, each)).toList();
        return left.isEmpty() && !ids.isEmpty() ? Optional.empty() : Optional.of(left);
    }

    private static boolean allows(List<String> allowed, String id) {
        return allowed.isEmpty() || allowed.contains(id);
    }

    private static <T> List<T> present(Stream<Optional<T>> items) {
        return items.flatMap(Optional::stream).toList();
    }
}
