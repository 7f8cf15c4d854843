package io.github.carelet.booking;

import io.github.carelet.booking.Booking.ConsentGiven;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Clinic;
import io.github.carelet.catalog.Consent;
import io.github.carelet.catalog.Location;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
    private final boolean byClinic;

    private SubmissionReader(Catalog catalog, Submission submission, boolean byClinic) {
        this.catalog = catalog;
        this.fields = new FieldReader(submission);
        this.byClinic = byClinic;
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

    static Reading read(Catalog catalog, Submission submission, Instant now) {
        return new SubmissionReader(catalog, submission, false).read(now);
    }

    /** Reads what somebody at the clinic enters for a patient who calls. There is neither honeypot nor box to tick. */
    static Reading readForClinic(Catalog catalog, Submission submission, Instant now) {
        return new SubmissionReader(catalog, submission, true).read(now);
    }

    private Reading read(Instant now) {
        fields.ignore("token");
        fields.ignore("lang");
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
        ConsentGiven consent = consent();
        boolean suspect =
                !byClinic && !fields.all("website", Submission.MAX_FIELDS).isEmpty();
        List<FieldError> errors = fields.errors();
        if (!errors.isEmpty() || type.isEmpty() || location.isEmpty()) {
            return new Reading.Faulty(errors);
        }
        BookingRequest request = new BookingRequest(
                type.get(), location.get(), times.slot(), times.preferred(), consent, patient, visit, suspect);
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

    private ConsentGiven consent() {
        Clinic clinic = catalog.clinic();
        Optional<String> given = byClinic ? Optional.of(BY_PHONE) : version("consent", clinic.consent());
        if (given.isEmpty()) {
            fields.requireUnlessWrong("consent");
        }
        Optional<String> sms = clinic.smsConsent().flatMap(current -> version("smsConsent", current));
        return new ConsentGiven(given.orElse(""), sms);
    }

    private Optional<String> version(String name, Consent current) {
        Optional<String> given = fields.line(name, 100);
        if (given.isPresent() && !given.get().equals(current.version())) {
            fields.wrong(name, "outdated");
        }
        return given;
    }
}
