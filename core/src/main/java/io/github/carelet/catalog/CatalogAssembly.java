package io.github.carelet.catalog;

import io.github.carelet.catalog.References.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts the roots of all files together to one catalogue, and checks what only the whole can tell. Used once. */
final class CatalogAssembly {

    private final List<Fields> roots;
    private final Problems problems;
    private final boolean sampleAllowed;
    private final Instant now;
    private final References references = new References();

    CatalogAssembly(List<Fields> roots, Problems problems, boolean sampleAllowed, Instant now) {
        this.roots = List.copyOf(roots);
        this.problems = problems;
        this.sampleAllowed = sampleAllowed;
        this.now = now;
    }

    /** Returns the catalogue; empty if there is an error, then all of it has been read all the same. */
    Optional<Catalog> assemble() {
        roots.forEach(root -> root.count("carelet", 1, 1));
        Fields clinicFields = theOneClinic();
        List<String> languages = ClinicReader.languages(clinicFields);
        Texts texts = new Texts(languages, problems);
        ClinicReader places = new ClinicReader(texts, references, sampleAllowed);
        Clinic clinic = places.clinic(clinicFields, languages);
        List<Location> locations = all(Kind.LOCATIONS, fields -> places.location(fields, clinic));
        List<String> everywhere = locations.stream().map(Location::id).toList();
        LocalDate today = LocalDate.ofInstant(now, clinic.timeZone());
        ItemReader items =
                new ItemReader(texts, references, today, everywhere, new Proofreader(problems, clinic.plainWords()));
        List<Condition> conditions = all(Kind.CONDITIONS, items::condition);
        List<Treatment> treatments = all(Kind.TREATMENTS, items::treatment);
        List<Practitioner> practitioners = all(Kind.PRACTITIONERS, fields -> places.practitioner(fields, everywhere));
        List<Article> articles = all(Kind.ARTICLES, items::article);
        AppointmentTypeReader types =
                new AppointmentTypeReader(texts, references, everywhere, new OfferCheck(locations, practitioners));
        List<AppointmentType> appointmentTypes = all(Kind.APPOINTMENT_TYPES, types::read);
        roots.forEach(Fields::end);
        if (!problems.isPartlyRead()) {
            references.check(problems);
        }
        return problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new Catalog(
                        clinic, locations, conditions, treatments, practitioners, articles, appointmentTypes));
    }

    /** Returns the clinic, or an empty one to read the rest with, so that its problems are found as well. */
    private Fields theOneClinic() {
        List<Fields> clinics = new ArrayList<>();
        boolean mentioned = false;
        for (Fields root : roots) {
            mentioned |= root.node("clinic").isPresent();
            root.object("clinic").ifPresent(clinics::add);
        }
        clinics.stream()
                .skip(1)
                .forEach(more -> problems.error(more.place(), "clinic", "one clinic in all files together"));
        if (clinics.isEmpty()) {
            if (!mentioned && !problems.isPartlyRead() && !roots.isEmpty()) {
                problems.error(roots.get(0).place(), "", "'clinic', which is missing");
            }
            return Fields.absent(problems);
        }
        return clinics.get(0);
    }

    /** Reads everything of one kind, from all files. */
    private <T> List<T> all(Kind kind, Function<Fields, T> reading) {
        List<T> all = new ArrayList<>();
        for (Fields root : roots) {
            for (Fields fields : root.objects(kind.array())) {
                all.add(reading.apply(fields));
                fields.written("id")
                        .filter(id -> !references.declare(kind, id))
                        .ifPresent(id -> problems.error(
                                fields.place("id"), id, "an id that no other of the " + kind.array() + " has"));
            }
        }
        return all;
    }
}
