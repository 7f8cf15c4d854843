package io.github.carelet.catalog;

import io.github.carelet.catalog.Node.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts the roots of all files together to one catalogue, and checks what only the whole can tell. Used once. */
final class CatalogAssembly {

    private static final String IDS_DIFFER = "an id that nothing else of its kind has";

    private final List<Fields> roots;
    private final Problems problems;
    private final boolean sampleAllowed;
    private final LocalDate today;
    private final Map<String, Place> places = new HashMap<>();

    CatalogAssembly(List<Fields> roots, Problems problems, boolean sampleAllowed, LocalDate today) {
        this.roots = List.copyOf(roots);
        this.problems = problems;
        this.sampleAllowed = sampleAllowed;
        this.today = today;
    }

    Optional<Catalog> assemble() {
        roots.forEach(CatalogAssembly::checkVersion);
        Optional<Fields> clinicFields = theOneClinic();
        if (clinicFields.isEmpty()) {
            return Optional.empty();
        }
        List<String> languages = ClinicReader.languages(clinicFields.get());
        Texts texts = new Texts(languages, problems);
        ClinicReader places = new ClinicReader(texts, sampleAllowed);
        ItemReader items = new ItemReader(texts, today);
        AppointmentTypeReader types = new AppointmentTypeReader(texts);
        Clinic clinic = places.clinic(clinicFields.get(), languages);
        List<Location> locations = all("locations", fields -> places.location(fields, clinic), Location::id);
        List<String> everywhere = locations.stream().map(Location::id).toList();
        Catalog catalog = new Catalog(
                clinic,
                locations,
                all("conditions", items::condition, Condition::id),
                all("treatments", fields -> items.treatment(fields, everywhere), Treatment::id),
                all("practitioners", places::practitioner, Practitioner::id),
                all("articles", items::article, Article::id),
                all("appointmentTypes", fields -> types.read(fields, everywhere), AppointmentType::id));
        roots.forEach(Fields::end);
        new References(catalog, this.places, problems).check();
        checkOneDefault(catalog);
        return problems.hasErrors() ? Optional.empty() : Optional.of(catalog);
    }

    private static void checkVersion(Fields root) {
        root.count("carelet", 1, 1);
        root.required("carelet");
    }

    private Optional<Fields> theOneClinic() {
        List<Fields> clinics = new ArrayList<>();
        roots.forEach(root -> root.object("clinic").ifPresent(clinics::add));
        if (clinics.isEmpty() && !roots.isEmpty()) {
            problems.error(roots.get(0).place(), "", "'clinic', which is missing");
        }
        clinics.stream()
                .skip(1)
                .forEach(more -> problems.error(more.place(), "clinic", "one clinic in all files together"));
        return clinics.stream().findFirst();
    }

    /** Reads everything of one kind, from all files, each id once. */
    private <T> List<T> all(String kind, Function<Fields, T> reading, Function<T, String> id) {
        List<T> all = new ArrayList<>();
        for (Fields root : roots) {
            for (Fields fields : root.objects(kind)) {
                T item = reading.apply(fields);
                all.add(item);
                String name = kind + "/" + id.apply(item);
                if (!id.apply(item).isEmpty() && places.putIfAbsent(name, fields.place()) != null) {
                    problems.error(fields.place("id"), id.apply(item), IDS_DIFFER);
                }
            }
        }
        return all;
    }

    private void checkOneDefault(Catalog catalog) {
        Collection<AppointmentType> defaults = catalog.appointmentTypes().stream()
                .filter(AppointmentType::isDefault)
                .toList();
        defaults.stream()
                .skip(1)
                .forEach(more -> problems.error(
                        places.getOrDefault(
                                "appointmentTypes/" + more.id(), roots.get(0).place()),
                        more.id(),
                        "one appointment type that is the default"));
    }
}
