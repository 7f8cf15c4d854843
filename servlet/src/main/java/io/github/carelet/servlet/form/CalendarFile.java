package io.github.carelet.servlet.form;

import io.github.carelet.booking.ManagedBooking;
import io.github.carelet.catalog.Location;
import io.github.carelet.exchange.CalendarEntry;
import io.github.carelet.exchange.ICalendar;
import io.github.carelet.servlet.http.Reply;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A booking as a file for the patient's calendar, which others may see: it tells of the clinic and of nothing else. */
record CalendarFile(Visitor visitor, ManagedBooking booking) {

    /** Returns whether there is a file: the time and the place are known. */
    boolean exists() {
        return entry().isPresent();
    }

    /** Returns the file as an answer; empty if there is none. */
    Optional<Reply> reply() {
        return entry().map(entry -> new Reply(
                200,
                Map.of(
                        "Content-Type",
                        ICalendar.MEDIA_TYPE,
                        "Content-Disposition",
                        "attachment; filename=\"appointment.ics\""),
                ICalendar.write(entry)));
    }

    private Optional<CalendarEntry> entry() {
        return visitor.catalog()
                .location(booking.location())
                .flatMap(location ->
                        booking.start().flatMap(start -> booking.end().map(end -> entry(location, start, end))));
    }

    private CalendarEntry entry(Location location, OffsetDateTime start, OffsetDateTime end) {
        List<String> place = new ArrayList<>();
        place.add(visitor.say(location.name()).value());
        place.addAll(location.address().lines());
        String clinic = visitor.say(visitor.catalog().clinic().name()).value();
        return new CalendarEntry(
                booking.reference() + "@" + visitor.catalog().clinic().id(),
                booking.version() - 1,
                booking.changedAt(),
                status(),
                start,
                Duration.between(start, end),
                location.timeZone(),
                visitor.words().text("form.calendar.summary", clinic),
                visitor.words()
                        .text(
                                "form.calendar.text",
                                booking.reference(),
                                location.phone().display()),
                place,
                location.geo());
    }

    private CalendarEntry.Status status() {
        return switch (booking.status()) {
            case HELD, REQUESTED, SUSPECT, PROPOSED, WAITLISTED -> CalendarEntry.Status.TENTATIVE;
            case CONFIRMED, ARRIVED, COMPLETED, NO_SHOW -> CalendarEntry.Status.CONFIRMED;
            case DECLINED, CANCELLED, EXPIRED -> CalendarEntry.Status.CANCELLED;
        };
    }
}
