package io.github.carelet.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.booking.Patient;
import io.github.carelet.booking.Patient.BookingFor;
import io.github.carelet.booking.Patient.ContactBy;
import io.github.carelet.booking.Visit;
import io.github.carelet.booking.Visit.PatientType;
import io.github.carelet.privacy.FieldCipher;
import io.github.carelet.privacy.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of a booking in confidence: patient and visit, each as one JSON document, and the notes of its history. All
 * of it sealed for the booking that it belongs to.
 */
final class SealedFields {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATIENT = "patient";
    private static final String VISIT = "visit";

    private final FieldCipher cipher;

    SealedFields(FieldCipher cipher) {
        this.cipher = cipher;
    }

    byte[] seal(String bookingId, Patient patient) {
        ObjectNode document = JSON.createObjectNode();
        document.put("givenName", patient.givenName());
        document.put("familyName", patient.familyName());
        put(document, "phone", patient.phone());
        put(document, "email", patient.email());
        put(document, "contactBy", patient.contactBy().map(Enum::name));
        document.put("mayLeaveMessage", patient.mayLeaveMessage());
        put(document, "birthDate", patient.birthDate().map(LocalDate::toString));
        document.put("bookingFor", patient.bookingFor().name());
        return cipher.seal(Purpose.IDENTITY, bookingId, PATIENT, bytes(document));
    }

    Patient openPatient(String bookingId, byte[] sealed) {
        JsonNode document = document(cipher.open(Purpose.IDENTITY, bookingId, PATIENT, sealed));
        return new Patient(
                document.path("givenName").asText(),
                document.path("familyName").asText(),
                text(document, "phone"),
                text(document, "email"),
                text(document, "contactBy").map(ContactBy::valueOf),
                document.path("mayLeaveMessage").asBoolean(),
                text(document, "birthDate").map(LocalDate::parse),
                BookingFor.valueOf(document.path("bookingFor").asText()));
    }

    byte[] seal(String bookingId, Visit visit) {
        ObjectNode document = JSON.createObjectNode();
        put(document, "treatment", visit.treatment());
        put(document, "condition", visit.condition());
        document.put("patientType", visit.patientType().name());
        put(document, "insurance", visit.insurance());
        put(document, "reason", visit.reason());
        put(document, "interpreter", visit.interpreter());
        ObjectNode answers = document.putObject("answers");
        visit.answers().forEach(answers::put);
        return cipher.seal(Purpose.MEDICAL, bookingId, VISIT, bytes(document));
    }

    Visit openVisit(String bookingId, byte[] sealed) {
        JsonNode document = document(cipher.open(Purpose.MEDICAL, bookingId, VISIT, sealed));
        Map<String, String> answers = new LinkedHashMap<>();
        document.path("answers")
                .properties()
                .forEach(each -> answers.put(each.getKey(), each.getValue().asText()));
        return new Visit(
                text(document, "treatment"),
                text(document, "condition"),
                PatientType.valueOf(document.path("patientType").asText()),
                text(document, "insurance"),
                text(document, "reason"),
                text(document, "interpreter"),
                answers);
    }

    byte[] sealNote(String bookingId, int version, String note) {
        return cipher.seal(Purpose.MEDICAL, bookingId, noteField(version), note.getBytes(UTF_8));
    }

    String openNote(String bookingId, int version, byte[] sealed) {
        return new String(cipher.open(Purpose.MEDICAL, bookingId, noteField(version), sealed), UTF_8);
    }

    byte[] renewPatient(String bookingId, byte[] sealed) {
        return cipher.renew(Purpose.IDENTITY, bookingId, PATIENT, sealed);
    }

    byte[] renewVisit(String bookingId, byte[] sealed) {
        return cipher.renew(Purpose.MEDICAL, bookingId, VISIT, sealed);
    }

    byte[] renewNote(String bookingId, int version, byte[] sealed) {
        return cipher.renew(Purpose.MEDICAL, bookingId, noteField(version), sealed);
    }

    private static String noteField(int version) {
        return "note " + version;
    }

    private static void put(ObjectNode document, String name, Optional<String> value) {
        value.ifPresent(text -> document.put(name, text));
    }

    private static Optional<String> text(JsonNode document, String name) {
        return Optional.ofNullable(document.get(name)).map(JsonNode::asText);
    }

    private static byte[] bytes(ObjectNode document) {
        try {
            return JSON.writeValueAsBytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode document(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
