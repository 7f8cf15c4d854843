package io.github.carelet.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.ClinicAction;
import io.github.carelet.booking.Disclosure;
import io.github.carelet.booking.HistoryEntry;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Localized;
import java.util.List;
import java.util.Optional;

/**
 * A booking as an R4 {@code Appointment}, in the clinic's first language. Members that it does not have are {@code null}.
 *
 * @param catalog says what the ids mean
 * @param booking the booking
 * @param history says who called it off
 */
record AppointmentJson(Catalog catalog, Booking booking, List<HistoryEntry> history) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String CANCELLATION = "http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason";

    ObjectNode resource() {
        AppointmentTimes times = AppointmentTimes.of(catalog, booking);
        ObjectNode json = NODES.objectNode().put("resourceType", "Appointment");
        json.putArray("contained").add(new PatientJson(systems(), booking).resource());
        json.set("identifier", systems().identifiers("booking", booking.reference()));
        json.put("status", status(times));
        json.set("cancelationReason", isCalledOff() ? cancelation() : NODES.nullNode());
        switch (Disclosure.of(catalog, booking)) {
            case TOLD -> {
                json.set("serviceType", orNull(services()));
                json.set("reasonCode", orNull(reasons()));
            }
            case WITHHELD -> {
                json.set("serviceType", NODES.nullNode());
                json.set("reasonCode", NODES.nullNode());
            }
            case UNKNOWN -> {
                // Neither said nor taken back.
            }
        }
        times.writeTo(json);
        json.put("created", FhirTime.of(booking.createdAt()));
        json.set("participant", new Participants(catalog, booking, isCalledOffByClinic()).list());
        return json;
    }

    boolean isCalledOff() {
        return switch (booking.status()) {
            case DECLINED, CANCELLED, EXPIRED -> true;
            default -> false;
        };
    }

    /** Returns only that it was called off, and by whom. */
    ObjectNode ending() {
        ObjectNode json = NODES.objectNode().put("resourceType", "Appointment").put("status", "cancelled");
        json.set("cancelationReason", cancelation());
        return json;
    }

    /**
     * What waits for the clinic is proposed; what waits for the patient is pending if it is about one time, else proposed: R4
     * lets nothing be pending without a time.
     */
    private String status(AppointmentTimes times) {
        return switch (booking.status()) {
            case REQUESTED, SUSPECT -> "proposed";
            case HELD, PROPOSED -> times.period().isPresent() ? "pending" : "proposed";
            case WAITLISTED -> "waitlist";
            case CONFIRMED -> "booked";
            case DECLINED, CANCELLED, EXPIRED -> "cancelled";
            case ARRIVED -> "arrived";
            case COMPLETED -> "fulfilled";
            case NO_SHOW -> "noshow";
        };
    }

    private ObjectNode cancelation() {
        boolean lapsed = booking.status() == BookingStatus.EXPIRED;
        ObjectNode reason = NODES.objectNode();
        reason.putArray("coding")
                .addObject()
                .put("system", CANCELLATION)
                .put("code", lapsed ? "other" : isCalledOffByClinic() ? "prov" : "pat");
        return reason;
    }

    private boolean isCalledOffByClinic() {
        return booking.status() == BookingStatus.DECLINED
                || booking.status() == BookingStatus.CANCELLED && ClinicAction.isSomebody(lastActor());
    }

    private String lastActor() {
        return history.stream()
                .filter(entry -> entry.kind() == HistoryEntry.Kind.CHANGE)
                .reduce((earlier, later) -> later)
                .map(HistoryEntry::actor)
                .orElse("");
    }

    private ArrayNode services() {
        ArrayNode services = NODES.arrayNode();
        type().ifPresent(type -> services.add(systems().concept("appointment-type", type.id(), name(type.name()))));
        booking.visit()
                .treatment()
                .flatMap(catalog::treatment)
                .ifPresent(known -> services.add(systems().concept("treatment", known.id(), name(known.name()))));
        return services;
    }

    /** What a patient says they have is no diagnosis, and gets no code of one. */
    private ArrayNode reasons() {
        ArrayNode reasons = NODES.arrayNode();
        booking.visit()
                .condition()
                .flatMap(catalog::condition)
                .ifPresent(known -> reasons.addObject().put("text", name(known.name())));
        booking.visit()
                .reason()
                .filter(reason -> !reason.isBlank())
                .ifPresent(reason -> reasons.addObject().put("text", reason));
        return reasons;
    }

    private Optional<AppointmentType> type() {
        return catalog.appointmentType(booking.type());
    }

    private Systems systems() {
        return new Systems(catalog.clinic().id());
    }

    private String name(Localized<String> name) {
        return name.in(catalog.clinic().defaultLanguage()).value();
    }

    /** FHIR knows no empty list. */
    private static JsonNode orNull(ArrayNode list) {
        return list.isEmpty() ? NODES.nullNode() : list;
    }

    @Override
    public String toString() {
        return "AppointmentJson[" + booking.reference() + "]";
    }
}
