package io.github.carelet.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.ConsentKind;
import io.github.carelet.booking.Patient;
import io.github.carelet.booking.Patient.ContactBy;

/**
 * A patient as a resource within an appointment: name, ways to be reached, date of birth if it was asked for, language, and
 * whether they need an interpreter. Their sex was not asked for, and is unknown. Whether they may be sent text messages or news is
 * there if they were ever asked and agreed: {@code true} while that holds, {@code false} once it was taken back.
 *
 * @param systems whose extensions these are
 * @param booking the booking
 */
record PatientJson(Systems systems, Booking booking) {

    /** By what the appointment refers to it. */
    static final String ID = "patient";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String INTERPRETER = "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired";

    ObjectNode resource() {
        Patient patient = booking.patient();
        ObjectNode json = NODES.objectNode().put("resourceType", "Patient").put("id", ID);
        extensions(json);
        name(patient, json);
        telecom(patient, json);
        json.put("gender", "unknown");
        patient.birthDate().ifPresent(date -> json.put("birthDate", date.toString()));
        ObjectNode spoken = json.putArray("communication").addObject();
        spoken.putObject("language")
                .putArray("coding")
                .addObject()
                .put("system", "urn:ietf:bcp:47")
                .put("code", booking.language());
        spoken.put("preferred", true);
        return json;
    }

    private void extensions(ObjectNode json) {
        ArrayNode extensions = NODES.arrayNode();
        if (booking.visit().interpreter().isPresent()) {
            extensions.addObject().put("url", INTERPRETER).put("valueBoolean", true);
        }
        for (ConsentKind kind : ConsentKind.values()) {
            booking.consent()
                    .of(kind)
                    .ifPresent(agreement -> extensions
                            .addObject()
                            .put("url", systems.uri(kind.code() + "-consent"))
                            .put("valueBoolean", agreement.holds()));
        }
        if (!extensions.isEmpty()) {
            json.set("extension", extensions);
        }
    }

    private static void name(Patient patient, ObjectNode json) {
        ObjectNode name = NODES.objectNode();
        if (!patient.familyName().isBlank()) {
            name.put("family", patient.familyName());
        }
        if (!patient.givenName().isBlank()) {
            name.putArray("given").add(patient.givenName());
        }
        if (!name.isEmpty()) {
            json.putArray("name").add(name);
        }
    }

    /** What the patient prefers comes first; without a preference the phone does. */
    private static void telecom(Patient patient, ObjectNode json) {
        boolean mailFirst =
                patient.contactBy().filter(by -> by == ContactBy.EMAIL).isPresent();
        ArrayNode telecom = NODES.arrayNode();
        patient.phone().ifPresent(phone -> telecom.add(point("phone", phone, mailFirst ? 2 : 1)));
        patient.email().ifPresent(email -> telecom.add(point("email", email, mailFirst ? 1 : 2)));
        if (!telecom.isEmpty()) {
            json.set("telecom", telecom);
        }
    }

    private static ObjectNode point(String system, String value, int rank) {
        return NODES.objectNode().put("system", system).put("value", value).put("rank", rank);
    }

    @Override
    public String toString() {
        return "PatientJson[…]";
    }
}
