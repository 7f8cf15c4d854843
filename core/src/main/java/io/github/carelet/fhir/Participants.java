package io.github.carelet.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.Seat;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Practitioner;
import java.util.Optional;

/**
 * Who takes part in a visit, and who has agreed: the patient, the location, and the practitioner if it is somebody in
 * particular. What the clinic's server has of the last two is told by identifiers, since its URLs are its own.
 */
record Participants(Catalog catalog, Booking booking, boolean calledOffByClinic) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    ArrayNode list() {
        ArrayNode list = NODES.arrayNode();
        list.add(participant(NODES.objectNode().put("reference", "#" + PatientJson.ID), patientSays()));
        String location = catalog.location(booking.location())
                .map(known -> name(known.name()))
                .orElse(booking.location());
        list.add(participant(systems().reference("Location", "location", booking.location(), location), clinicSays()));
        practitioner()
                .ifPresent(known -> list.add(participant(
                        systems().reference("Practitioner", "practitioner", known.id(), name(known.name())),
                        clinicSays())));
        return list;
    }

    private static ObjectNode participant(ObjectNode actor, String status) {
        ObjectNode participant = NODES.objectNode();
        participant.set("actor", actor);
        return participant.put("status", status);
    }

    private String patientSays() {
        return switch (booking.status()) {
            case PROPOSED, EXPIRED -> "needs-action";
            case CANCELLED -> calledOffByClinic ? "accepted" : "declined";
            default -> "accepted";
        };
    }

    private String clinicSays() {
        return switch (booking.status()) {
            case REQUESTED, SUSPECT, WAITLISTED -> "needs-action";
            default -> calledOffByClinic ? "declined" : "accepted";
        };
    }

    private Optional<Practitioner> practitioner() {
        return booking.seat()
                .map(Seat::resource)
                .flatMap(resource -> resource.practitioner())
                .flatMap(catalog::practitioner);
    }

    private Systems systems() {
        return new Systems(catalog.clinic().id());
    }

    private String name(Localized<String> name) {
        return name.in(catalog.clinic().defaultLanguage()).value();
    }

    @Override
    public String toString() {
        return "Participants[" + booking.reference() + "]";
    }
}
