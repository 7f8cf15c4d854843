package io.github.carelet.booking;

import io.github.carelet.booking.Audience.Destination;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Clinic;
import io.github.carelet.catalog.Location;
import io.github.carelet.delivery.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The messages that tell of a booking. None of them holds personal data: a webhook learns that something happened, and
 * whoever writes a mail looks up to whom and about what when it is sent.
 */
final class BookingMessages {

    /** The destination of mails to the patient. All others are addresses of the clinic. */
    static final String PATIENT = "patient";

    private static final Set<String> PATIENT_HEARS_OF = Set.of(
            "booking.requested",
            "booking.confirmed",
            "booking.proposed",
            "booking.waitlisted",
            "booking.rescheduled",
            "booking.declined",
            "booking.cancelled",
            "booking.expired");

    /** On the day before, not earlier than people are up. */
    private static final LocalTime REMIND_AT = LocalTime.of(10, 0);

    private final Audience audience;
    private final Supplier<Catalog> catalog;
    private final BookingNames names;

    BookingMessages(Audience audience, Supplier<Catalog> catalog, BookingNames names) {
        this.audience = audience;
        this.catalog = catalog;
        this.names = names;
    }

    /**
     * Returns what tells of an event that made a booking what it is now.
     *
     * @param cause what happened, and who did it
     * @param before what the booking was; empty if it is new
     */
    List<Message> of(Changes.Cause cause, Optional<Booking> before, Booking booking) {
        BookingEvent event = BookingEvent.of(cause.event(), before, booking);
        List<Message> messages = new ArrayList<>();
        audience.destinations().stream()
                .filter(each -> each.hearsOf(event))
                .forEach(each -> messages.add(message(each, booking, each.payload(event))));
        if (audience.mail() && !event.type().equals(BookingEvent.CONSENT_REVOKED)) {
            addMails(cause, event, booking, messages);
        }
        return messages;
    }

    private void addMails(Changes.Cause cause, BookingEvent event, Booking booking, List<Message> messages) {
        String json = event.json();
        for (String address : clinicAddresses(cause)) {
            messages.add(message(new Destination("mail", address), booking, json));
        }
        if (!wantsMail(booking.patient())) {
            return;
        }
        if (PATIENT_HEARS_OF.contains(event.type())) {
            messages.add(message(new Destination("mail", PATIENT), booking, json));
        }
        if (booking.status() == BookingStatus.CONFIRMED) {
            booking.start().flatMap(start -> reminder(booking, start)).ifPresent(messages::add);
        }
    }

    /** What the clinic does itself it need not be told. */
    private List<String> clinicAddresses(Changes.Cause cause) {
        Clinic clinic = catalog.get().clinic();
        boolean late = cause.event().equals(BookingEvent.UNANSWERED);
        List<String> all = late && !clinic.escalateTo().isEmpty() ? clinic.escalateTo() : clinic.notifyAddresses();
        return cause.isByClinic() ? List.of() : all.stream().distinct().toList();
    }

    /** Who wants to be called is called. */
    static boolean wantsMail(Patient patient) {
        return patient.email().isPresent()
                && patient.contactBy()
                        .filter(by -> by == Patient.ContactBy.PHONE)
                        .isEmpty();
    }

    private Message message(Destination destination, Booking booking, String payload) {
        return new Message(
                "msg_" + names.newId(booking.updatedAt()),
                destination.kind(),
                destination.destination(),
                booking.id(),
                payload,
                booking.updatedAt());
    }

    /** Of one visit there is one reminder, however often it is moved away and back: its id says which visit. */
    private Optional<Message> reminder(Booking booking, OffsetDateTime start) {
        ZoneId zone = catalog.get()
                .location(booking.location())
                .map(Location::timeZone)
                .orElse(start.getOffset());
        LocalDate dayBefore = start.atZoneSameInstant(zone).toLocalDate().minusDays(1);
        Instant due = dayBefore.atTime(REMIND_AT).atZone(zone).toInstant();
        String id = "reminder_" + booking.id() + "_" + start.toEpochSecond();
        String json = BookingEvent.of(BookingEvent.REMINDER, Optional.empty(), booking)
                .json();
        return due.isAfter(booking.updatedAt())
                ? Optional.of(new Message(id, "mail", PATIENT, booking.id(), json, due))
                : Optional.empty();
    }
}
