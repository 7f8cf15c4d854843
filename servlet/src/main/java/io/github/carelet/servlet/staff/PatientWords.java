package io.github.carelet.servlet.staff;

import io.github.carelet.booking.Booking;
import io.github.carelet.booking.Patient;
import io.github.carelet.booking.Visit.PatientType;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Condition;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.PhoneNumber;
import io.github.carelet.catalog.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Puts into words who a patient is and what they want. What the catalogue no longer has is named by its id. */
record PatientWords(Visit visit, Catalog catalog, Booking booking) {

    /** Returns the patient's name; never blank. */
    String name() {
        String name = Stream.of(booking.patient().givenName(), booking.patient().familyName())
                .filter(part -> !part.isBlank())
                .reduce((given, family) -> given + " " + family)
                .orElse("");
        return name.isEmpty() ? visit.text("staff.nameless") : name;
    }

    /** Returns the name of the type of appointment. */
    String type() {
        return catalog.appointmentType(booking.type())
                .map(AppointmentType::name)
                .map(this::say)
                .orElse(booking.type());
    }

    /** Returns the name of the location. */
    String location() {
        return catalog.location(booking.location())
                .map(Location::name)
                .map(this::say)
                .orElse(booking.location());
    }

    /** Returns what the patient wants. */
    List<Fact> wants() {
        var wanted = booking.visit();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("type", type()));
        facts.add(fact("location", location()));
        wanted.treatment().ifPresent(id -> facts.add(fact("treatment", treatment(id))));
        wanted.condition().ifPresent(id -> facts.add(fact("condition", condition(id))));
        wanted.reason().ifPresent(reason -> facts.add(fact("reason", reason)));
        if (wanted.patientType() != PatientType.UNSURE) {
            facts.add(fact("patient", visit.text("staff.patient." + code(wanted.patientType()))));
        }
        if (booking.patient().bookingFor() != Patient.BookingFor.SELF) {
            facts.add(
                    fact("for", visit.text("staff.for." + code(booking.patient().bookingFor()))));
        }
        booking.patient()
                .birthDate()
                .ifPresent(date -> facts.add(fact("birth", visit.words().date(date))));
        wanted.insurance().ifPresent(insurance -> facts.add(fact("insurance", insurance)));
        wanted.answers().forEach((id, answer) -> facts.add(new Fact(question(id), answer)));
        return facts;
    }

    /** Returns what somebody enters in the clinic's own system, a line each, ready to be copied. */
    String copy() {
        List<String> lines = new ArrayList<>();
        lines.add(visit.text("staff.copy", visit.text("staff.copy.name"), name()));
        booking.patient()
                .birthDate()
                .ifPresent(
                        date -> lines.add(visit.text("staff.copy", visit.text("staff.fact.birth"), date.toString())));
        booking.patient()
                .phone()
                .ifPresent(phone -> lines.add(visit.text("staff.copy", visit.text("staff.copy.phone"), phone)));
        booking.patient()
                .email()
                .ifPresent(email -> lines.add(visit.text("staff.copy", visit.text("staff.copy.email"), email)));
        booking.start()
                .ifPresent(start ->
                        lines.add(visit.text("staff.copy", visit.text("staff.fact.time"), clocks().at(start))));
        wants().forEach(fact -> lines.add(visit.text("staff.copy", fact.label(), fact.value())));
        lines.add(visit.text("staff.copy", visit.text("staff.copy.reference"), booking.reference()));
        return String.join("\n", lines);
    }

    /** Returns the clocks of the place. */
    Clocks clocks() {
        return new Clocks(
                visit.words(),
                catalog.location(booking.location())
                        .map(Location::timeZone)
                        .orElseGet(() -> catalog.clinic().timeZone()));
    }

    /** Returns how the patient is reached. */
    Contact contact() {
        Patient patient = booking.patient();
        List<Contact.Way> ways = new ArrayList<>();
        patient.phone()
                .map(PhoneNumber::new)
                .ifPresent(number -> ways.add(
                        new Contact.Way(number.display(), number.link().href(), wants(Patient.ContactBy.PHONE))));
        patient.email()
                .ifPresent(address -> ways.add(
                        wants(Patient.ContactBy.EMAIL) ? 0 : ways.size(),
                        new Contact.Way(address, "mailto:" + address, wants(Patient.ContactBy.EMAIL))));
        String message = patient.phone().isEmpty()
                ? ""
                : visit.text("staff.message." + (patient.mayLeaveMessage() ? "yes" : "no"));
        return new Contact(
                ways,
                message,
                visit.words().languageName(booking.language()),
                booking.visit().interpreter());
    }

    private boolean wants(Patient.ContactBy way) {
        return booking.patient().contactBy().filter(way::equals).isPresent();
    }

    private String treatment(String id) {
        return catalog.treatment(id).map(Treatment::name).map(this::say).orElse(id);
    }

    private String condition(String id) {
        return catalog.condition(id).map(Condition::name).map(this::say).orElse(id);
    }

    private String question(String id) {
        return catalog.appointmentType(booking.type()).stream()
                .flatMap(type -> type.questions().stream())
                .filter(question -> question.id().equals(id))
                .map(question -> say(question.label()))
                .findFirst()
                .orElse(id);
    }

    private String say(Localized<String> text) {
        return text.in(visit.words().language()).value();
    }

    private Fact fact(String key, String value) {
        return new Fact(visit.text("staff.fact." + key), value);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
