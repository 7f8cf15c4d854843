package io.github.carelet.booking;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Treatment;
import io.github.carelet.catalog.Treatment.Sensitivity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a system of the clinic may be told of why a patient comes: appointment type, treatment, condition, reason, answers and the
 * page or campaign of a partner that led here, which all tell of each other. Judged here and nowhere else, by the catalogue as it is now:
 *
 * <ul>
 *   <li>a FHIR server is told what is {@link #TOLD}; what is {@link #WITHHELD} is taken out of what it has, and of what is
 *       {@link #UNKNOWN} nothing is said and nothing taken back;
 *   <li>the pick-up API tells what is {@link #TOLD}, and all of it to a credential that may read what is sensitive;
 *   <li>mails, webhooks, calendar files, the patient's page and files for spreadsheets tell nothing of it, whatever this says: they
 *       have no place for it;
 *   <li>people of the clinic see all of it in the inbox, and patients who ask for their file get it.
 * </ul>
 */
public enum Disclosure {
    /** It may be told. */
    TOLD,
    /** Something in it is sensitive, or is for nothing but what is sensitive. */
    WITHHELD,
    /** The catalogue does not have something of it any more, which may have been sensitive. */
    UNKNOWN;

    /** Returns what may be told of why somebody comes. */
    public static Disclosure of(Catalog catalog, Booking booking) {
        List<Disclosure> parts = Stream.of(
                        Stream.of(ofType(catalog, booking.type())),
                        booking.visit().treatment().stream().map(id -> ofTreatment(catalog, id)),
                        booking.visit().condition().stream().map(id -> ofCondition(catalog, id)))
                .flatMap(each -> each)
                .toList();
        if (parts.contains(WITHHELD)) {
            return WITHHELD;
        }
        return parts.contains(UNKNOWN) ? UNKNOWN : TOLD;
    }

    private static Disclosure ofTreatment(Catalog catalog, String id) {
        return catalog.treatment(id)
                .map(known -> isSensitive(known) ? WITHHELD : TOLD)
                .orElse(UNKNOWN);
    }

    /** A type that is for nothing but sensitive treatments says as much as these. */
    private static Disclosure ofType(Catalog catalog, String id) {
        Optional<AppointmentType> type = catalog.appointmentType(id);
        return type.map(known -> ofAll(
                        known.treatments().stream().map(catalog::treatment).flatMap(Optional::stream)))
                .orElse(UNKNOWN);
    }

    /** So does a condition that is treated by nothing else. */
    private static Disclosure ofCondition(Catalog catalog, String id) {
        return catalog.condition(id)
                .map(known -> ofAll(catalog.treatments().stream()
                        .filter(each -> each.treats().contains(id))))
                .orElse(UNKNOWN);
    }

    private static Disclosure ofAll(Stream<Treatment> treatments) {
        List<Treatment> all = treatments.toList();
        return !all.isEmpty() && all.stream().allMatch(Disclosure::isSensitive) ? WITHHELD : TOLD;
    }

    private static boolean isSensitive(Treatment treatment) {
        return treatment.sensitivity() == Sensitivity.SENSITIVE;
    }
}
