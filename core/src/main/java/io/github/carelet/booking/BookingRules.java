package io.github.carelet.booking;

import io.github.carelet.booking.BookingOutcome.Refused;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.PatientKind;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.schedule.Preference;
import io.github.carelet.schedule.Refusal;
import io.github.carelet.schedule.RequestRules;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules that a well-formed request must keep, but for those about a picked time: see {@link Times}. The first that applies names the refusal, and the field beside which it
 * is shown.
 *
 * @param catalog what the clinic offers
 * @param now when the request came
 */
record BookingRules(Catalog catalog, Instant now) {

    Optional<Refused> judge(BookingRequest request) {
        AppointmentType type = request.type();
        if (!type.locations().contains(request.location().id())) {
            return refused(Refusal.NOT_OFFERED_HERE, "location");
        }
        if (!isForTreatment(request)) {
            return refused(Refusal.NOT_OFFERED_HERE, "treatment");
        }
        if (!isForPatient(request)) {
            return refused(Refusal.NOT_OFFERED_HERE, "patientType");
        }
        if (type.mode() == AppointmentType.Mode.PHONE) {
            return refused(Refusal.PHONE_ONLY, "type");
        }
        return judgePreferred(request);
    }

    private Optional<Refused> judgePreferred(BookingRequest request) {
        RequestRules rules = new RequestRules(request.type(), request.location());
        for (Preference preference : request.preferred()) {
            Optional<Refusal> refusal = rules.judge(preference, now);
            if (refusal.isPresent()) {
                return refused(refusal.get(), "preferred");
            }
        }
        return Optional.empty();
    }

    /** A type that names no treatment is for whoever does not know yet. */
    private boolean isForTreatment(BookingRequest request) {
        AppointmentType type = request.type();
        return request.visit()
                .treatment()
                .flatMap(catalog::treatment)
                .map(treatment -> (type.treatments().isEmpty()
                                || type.treatments().contains(treatment.id()))
                        && treatment.availableAt().contains(request.location().id()))
                .orElse(true);
    }

    private static boolean isForPatient(BookingRequest request) {
        return switch (request.visit().patientType()) {
            case NEW -> request.type().patients().contains(PatientKind.NEW);
            case EXISTING -> request.type().patients().contains(PatientKind.EXISTING);
            case UNSURE -> true;
        };
    }

    private static Optional<Refused> refused(Refusal refusal, String field) {
        return Optional.of(new Refused(refusal, field));
    }
}
