package io.github.carelet.booking;

import io.github.carelet.booking.Consents.Agreement;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Clinic;
import io.github.carelet.catalog.Consent;
import io.github.carelet.catalog.Location;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses a submission into a {@link BookingRequest}, in one pass that finds every error. The token is checked before, the
 * rules afterwards: see {@link BookingRules}.
 */
final class SubmissionReader {

    /** What stands in place of a version where a patient agreed on the phone. */
    private static final String BY_PHONE = "by-phone";

    private final Catalog catalog;
    private final FieldReader fields;
    private final List<ConsentWords> words = new ArrayList<>();
    private final Optional<String> shownIn;

    private SubmissionReader(Catalog catalog, Submission submission, Optional<String> shownIn) {
        this.catalog = catalog;
        this.fields = new FieldReader(submission);
        this.shownIn = shownIn;
    }

    /** What came of reading. */
    sealed interface Reading {

        /** Everything is well formed. */
        record Parsed(BookingRequest request) implements Reading {}

        /** These fields are wrong. */
        record Faulty(List<FieldError> errors) implements Reading {
            public Faulty {
                errors = List.copyOf(errors);
            }
        }
    }

    /**
     * Reads what a patient sent.
     *
     * @param language the BCP 47 tag of the language in which they were shown what they agree to
     */
    static Reading read(Catalog catalog, Submission submission, String language, Instant now) {
        return new SubmissionReader(catalog, submission, Optional.of(language)).read(now);
    }

    /** Reads what somebody at the clinic enters for a patient who calls. There is neither honeypot nor box to tick. */
    static Reading readForClinic(Catalog catalog, Submission submission, Instant now) {
        return new SubmissionReader(catalog, submission, Optional.empty()).read(now);
    }

    private Reading read(Instant now) {
        fields.ignore("token");
        fields.ignore("lang");
        if (shownIn.isPresent()) {
            fields.ignore("ref");
        }
        Optional<AppointmentType> type = fields.known("type", catalog::appointmentType);
        if (type.isEmpty()) {
            fields.requireUnlessWrong("type");
            fields.ignoreBelow("answers.");
        }
        Visit visit = new VisitReader(fields).read(type, catalog);
        Optional<Location> location = location(type);
        TimeReader times = TimeReader.read(fields);
        String region = location.map(each -> each.address().country()).orElse("US");
        ZoneId zone = location.map(Location::timeZone)
                .orElseGet(() -> catalog.clinic().timeZone());
        LocalDate today = now.atZone(zone).toLocalDate();
        Patient patient = new PatientReader(fields).read(type, region, today);
        Consents consent = consents();
        boolean suspect = shownIn.isPresent()
                && !fields.all("website", Submission.MAX_FIELDS).isEmpty();
        List<FieldError> errors = fields.errors();
        if (!errors.isEmpty() || type.isEmpty() || location.isEmpty()) {
            return new Reading.Faulty(errors);
        }
        BookingRequest request = new BookingRequest(
                type.get(), location.get(), times.slot(), times.preferred(), consent, words, patient, visit, suspect);
        return new Reading.Parsed(request);
    }

    /** A location that goes without saying need not be said. */
    private Optional<Location> location(Optional<AppointmentType> type) {
        Optional<Location> said = fields.known("location", catalog::location);
        if (said.isPresent() || fields.isWrong("location")) {
            return said;
        }
        List<String> possible = type.map(AppointmentType::locations).orElseGet(List::of);
        if (possible.size() == 1) {
            return catalog.location(possible.get(0));
        }
        if (type.isPresent()) {
            fields.wrong("location", "required");
        }
        return Optional.empty();
    }

    private Consents consents() {
        Clinic clinic = catalog.clinic();
        Optional<Agreement> request =
                shownIn.isEmpty() ? Optional.of(Agreement.unseen(BY_PHONE)) : agreement("consent", clinic.consent());
        if (request.isEmpty()) {
            fields.requireUnlessWrong("consent");
        }
        return new Consents(
                request.orElseGet(() -> Agreement.unseen("")),
                clinic.smsConsent().flatMap(current -> agreement("smsConsent", current)),
                clinic.marketingConsent().flatMap(current -> agreement("marketingConsent", current)));
    }

    private Optional<Agreement> agreement(String name, Consent current) {
        Optional<String> version = fields.line(name, 100);
        if (version.isPresent() && !version.get().equals(current.version())) {
            fields.wrong(name, "outdated");
        }
        return version.map(
                given -> shownIn.map(language -> shown(current, language)).orElseGet(() -> Agreement.unseen(given)));
    }

    private Agreement shown(Consent current, String language) {
        ConsentWords shown = ConsentWords.of(current, language);
        words.add(shown);
        return Agreement.to(shown);
    }
}
