package io.github.carelet.booking;

import io.github.carelet.schedule.DayPart;
import io.github.carelet.schedule.Preference;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where and when of a booking: what changes together when it is moved. See {@link Booking} for each.
 *
 * @param location id of the location
 * @param start when it begins
 * @param seat what it takes then
 * @param preferred when the patient would like to come, otherwise
 * @param offers times that the clinic offers
 * @param dueAt when it is looked at if nothing happens before
 */
record Timing(
        String location,
        Optional<OffsetDateTime> start,
        Optional<Seat> seat,
        List<Preference> preferred,
        List<Offer> offers,
        Optional<Instant> dueAt) {

    Timing {
        preferred = List.copyOf(preferred);
        offers = List.copyOf(offers);
    }

    /** Returns the timing of a visit whose time is settled; what the patient preferred before no longer matters. */
    static Timing at(String location, OffsetDateTime start, Seat seat) {
        return new Timing(location, Optional.of(start), Optional.of(seat), List.of(), List.of(), Optional.empty());
    }

    /** Returns this without a time of its own; the part of the day that was picked stays as a wish. */
    Timing unsettled() {
        List<Preference> wishes =
                preferred.isEmpty() ? start.stream().map(Timing::wish).toList() : preferred;
        return new Timing(location, Optional.empty(), Optional.empty(), wishes, offers, dueAt);
    }

    /** Returns this with other offers, which run out at an instant. */
    Timing offering(List<Offer> newOffers, Instant until) {
        return new Timing(location, start, seat, preferred, newOffers, Optional.of(until));
    }

    /** Returns this with no offer, and nothing that falls due. */
    Timing quiet() {
        return new Timing(location, start, seat, preferred, List.of(), Optional.empty());
    }

    /** Returns this with no offer, due at an instant. */
    Timing dueBy(Instant at) {
        return new Timing(location, start, seat, preferred, List.of(), Optional.of(at));
    }

    private static Preference wish(OffsetDateTime start) {
        DayPart part = Stream.of(DayPart.values())
                .filter(each -> each != DayPart.ANY && each.contains(start.toLocalTime()))
                .findFirst()
                .orElse(DayPart.ANY);
        return new Preference(start.toLocalDate(), part);
    }
}
