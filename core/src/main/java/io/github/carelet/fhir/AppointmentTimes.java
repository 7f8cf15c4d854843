package io.github.carelet.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.Offer;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import io.github.carelet.schedule.Preference;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a visit is to be.
 *
 * @param period the one time that is settled, asked for or offered
 * @param wished when it may be, otherwise
 */
record AppointmentTimes(Optional<Period> period, List<Period> wished) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A stretch of time, by the wall clock of the place. */
    record Period(OffsetDateTime from, OffsetDateTime until) {

        ObjectNode json() {
            return NODES.objectNode().put("start", FhirTime.of(from)).put("end", FhirTime.of(until));
        }
    }

    /** Returns what is known: while times are offered, these, and the time itself only if it is a single one. */
    static AppointmentTimes of(Catalog catalog, Booking booking) {
        List<Period> offered = booking.offers().stream()
                .map(Offer::start)
                .flatMap(start -> period(catalog, booking, start).stream())
                .toList();
        if (booking.status() == BookingStatus.PROPOSED && !offered.isEmpty()) {
            return offered.size() == 1
                    ? new AppointmentTimes(Optional.of(offered.get(0)), List.of())
                    : new AppointmentTimes(Optional.empty(), offered);
        }
        Optional<Period> settled = booking.start().flatMap(start -> period(catalog, booking, start));
        List<Period> wishes = settled.isPresent() ? List.of() : wishes(catalog, booking);
        return new AppointmentTimes(
                settled, Stream.concat(offered.stream(), wishes.stream()).toList());
    }

    /** R4 lets no time begin that does not end; what a type that is gone took is known by what it took with its buffers. */
    private static Optional<Period> period(Catalog catalog, Booking booking, OffsetDateTime start) {
        Optional<Duration> known = catalog.appointmentType(booking.type())
                .map(AppointmentType::duration)
                .filter(duration -> !duration.isZero());
        return known.or(() -> booking.seat()
                        .map(seat ->
                                Duration.between(start.toInstant(), seat.time().until())))
                .map(duration -> new Period(start, start.plus(duration)));
    }

    private static List<Period> wishes(Catalog catalog, Booking booking) {
        ZoneId zone = catalog.location(booking.location())
                .map(Location::timeZone)
                .orElseGet(() -> catalog.clinic().timeZone());
        return booking.preferred().stream().map(each -> period(each, zone)).toList();
    }

    private static Period period(Preference wish, ZoneId zone) {
        LocalTime to = wish.part().to();
        OffsetDateTime until = to.equals(LocalTime.MAX)
                ? wish.date().plusDays(1).atStartOfDay(zone).toOffsetDateTime()
                : wish.date().atTime(to).atZone(zone).toOffsetDateTime();
        return new Period(wish.date().atTime(wish.part().from()).atZone(zone).toOffsetDateTime(), until);
    }

    void writeTo(ObjectNode json) {
        json.set("start", NODES.nullNode());
        json.set("end", NODES.nullNode());
        json.set("minutesDuration", NODES.nullNode());
        period.ifPresent(time -> {
            json.setAll(time.json());
            json.put(
                    "minutesDuration",
                    Math.max(1, Duration.between(time.from(), time.until()).toMinutes()));
        });
        ArrayNode periods = NODES.arrayNode();
        wished.forEach(each -> periods.add(each.json()));
        json.set("requestedPeriod", periods.isEmpty() ? NODES.nullNode() : periods);
    }
}
