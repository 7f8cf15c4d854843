package io.github.carelet.mail;

import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingEvent;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Location;
import io.github.carelet.delivery.Mail;
import io.github.carelet.exchange.CalendarEntry;
import io.github.carelet.exchange.ICalendar;
import io.github.carelet.exchange.Invitation;
import io.github.carelet.exchange.Invitation.Method;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What goes into a patient's calendar: a visit when it is confirmed or moved, and that it is off. One entry for one booking,
 * the same as that of the file on the patient's page.
 */
record CalendarParts(Wording wording) {

    /**
     * Returns the part; empty if the event settles no time and takes none back, or if it is not known how long such a visit
     * takes.
     */
    Optional<Mail.CalendarPart> of(Booking booking, String from, String to) {
        BookingEvent event = wording.event();
        Optional<OffsetDateTime> settled =
                event.start().filter(start -> event.status() == BookingStatus.CONFIRMED && !event.isReminder());
        Method method = settled.isPresent() ? Method.REQUEST : Method.CANCEL;
        Invitation invitation = new Invitation(method, from, wording.clinic(), to);
        return settled.or(event::calledOff)
                .flatMap(start -> entry(booking, start, method))
                .map(entry -> new String(ICalendar.write(entry, invitation), StandardCharsets.UTF_8))
                .map(file -> new Mail.CalendarPart(method.name(), file));
    }

    private Optional<CalendarEntry> entry(Booking booking, OffsetDateTime start, Method method) {
        Optional<AppointmentType> type = wording.catalog().appointmentType(booking.type());
        return type.flatMap(known -> wording.location().map(location -> entry(known, location, start, method)));
    }

    private CalendarEntry entry(AppointmentType type, Location location, OffsetDateTime start, Method method) {
        BookingEvent event = wording.event();
        return new CalendarEntry(
                CalendarEntry.uid(event.reference(), wording.catalog().clinic().id()),
                event.version() - 1,
                event.at(),
                method == Method.CANCEL ? CalendarEntry.Status.CANCELLED : CalendarEntry.Status.CONFIRMED,
                start,
                type.duration(),
                location.timeZone(),
                wording.text("form.calendar.summary", wording.clinic()),
                wording.text(
                        "form.calendar.text",
                        event.reference(),
                        location.phone().display()),
                wording.place(),
                location.geo());
    }
}
