package io.github.carelet.exchange;

import io.github.carelet.booking.Booking;
import io.github.carelet.booking.ConsentKind;
import io.github.carelet.booking.Consents;
import io.github.carelet.booking.Consents.Agreement;
import io.github.carelet.booking.OpenedBooking;
import io.github.carelet.booking.Patient;
import io.github.carelet.booking.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A booking as the object of a JSON document, in names that do not change. All of it is about a patient but the state. */
public final class BookingJson {

    private BookingJson() {}

    /** Returns what the thin events say: reference, status, version and location. */
    public static Map<String, Object> state(OpenedBooking opened) {
        Booking booking = opened.booking();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("reference", booking.reference());
        json.put("status", booking.status().code());
        json.put("version", booking.version());
        json.put("location", booking.location());
        return json;
    }

    /**
     * Returns all of a booking.
     *
     * @param withVisit whether what the patient comes for is in it, and the type of appointment and the partner's page or campaign, which
     *     may say as much; else it says that this was withheld
     */
    public static Map<String, Object> whole(OpenedBooking opened, boolean withVisit) {
        Booking booking = opened.booking();
        Map<String, Object> json = state(opened);
        json.put("source", booking.source().code());
        if (withVisit) {
            json.put("type", booking.type());
        }
        booking.start().ifPresent(start -> json.put("start", start.toString()));
        json.put("preferred", booking.preferred().stream().map(Object::toString).toList());
        json.put(
                "offers",
                booking.offers().stream().map(each -> each.start().toString()).toList());
        opened.entry().answerBy().ifPresent(by -> json.put("answerBy", by.toString()));
        json.put("createdAt", booking.createdAt().toString());
        json.put("updatedAt", booking.updatedAt().toString());
        booking.partner().ifPresent(partner -> json.put("partner", partner));
        // A campaign may be named after what it is about.
        booking.referral().source().filter(any -> withVisit).ifPresent(source -> json.put("partnerSource", source));
        json.put("language", booking.language());
        json.put("consent", consent(booking.consent()));
        json.put("acknowledged", opened.entry().recorded());
        opened.recordedAs().ifPresent(number -> json.put("number", number));
        json.put("patient", patient(booking.patient()));
        json.put("visit", withVisit ? visit(booking.visit()) : Map.of("withheld", true));
        return json;
    }

    /** Whoever looks only for {@code smsVersion} sees what holds: what was taken back stands elsewhere. */
    private static Map<String, Object> consent(Consents consent) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", consent.request().version());
        put(json, "sha256", consent.request().sha256());
        for (ConsentKind kind : ConsentKind.values()) {
            consent.of(kind).ifPresent(agreement -> put(json, kind.code(), agreement));
        }
        return json;
    }

    private static void put(Map<String, Object> json, String kind, Agreement agreement) {
        if (agreement.holds()) {
            json.put(kind + "Version", agreement.version());
            put(json, kind + "Sha256", agreement.sha256());
            return;
        }
        Map<String, Object> revoked = new LinkedHashMap<>();
        revoked.put("version", agreement.version());
        put(revoked, "sha256", agreement.sha256());
        put(revoked, "at", agreement.revokedAt().map(Object::toString));
        json.put(kind + "Revoked", revoked);
    }

    private static Map<String, Object> patient(Patient patient) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("givenName", patient.givenName());
        json.put("familyName", patient.familyName());
        put(json, "phone", patient.phone());
        put(json, "email", patient.email());
        put(json, "contactBy", patient.contactBy().map(BookingJson::code));
        json.put("mayLeaveMessage", patient.mayLeaveMessage());
        put(json, "birthDate", patient.birthDate().map(Object::toString));
        json.put("bookingFor", code(patient.bookingFor()));
        return json;
    }

    private static Map<String, Object> visit(Visit visit) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "treatment", visit.treatment());
        put(json, "condition", visit.condition());
        json.put("patientType", code(visit.patientType()));
        put(json, "insurance", visit.insurance());
        put(json, "reason", visit.reason());
        put(json, "interpreter", visit.interpreter());
        List<Map<String, String>> answers = visit.answers().entrySet().stream()
                .map(each -> Map.of("question", each.getKey(), "answer", each.getValue()))
                .toList();
        json.put("answers", answers);
        return json;
    }

    private static void put(Map<String, Object> json, String name, Optional<String> value) {
        value.ifPresent(text -> json.put(name, text));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
