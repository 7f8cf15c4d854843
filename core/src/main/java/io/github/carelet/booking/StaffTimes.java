package io.github.carelet.booking;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import io.github.carelet.schedule.Claim;
import io.github.carelet.schedule.Occupancy;
import io.github.carelet.schedule.Refusal;
import io.github.carelet.schedule.SlotFinder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Times that the clinic picks for a booking. Only others who have them, and time that is over, are in their way; of what
 * hours, rules and calendars of practitioners say, it is warned.
 */
final class StaffTimes {

    private final Catalog catalog;
    private final Availability availability;
    private final Instant now;

    /**
     * Makes one.
     *
     * @param catalog what the clinic offers
     * @param availability knows what is taken
     * @param now when they are picked
     */
    StaffTimes(Catalog catalog, Availability availability, Instant now) {
        this.catalog = catalog;
        this.availability = availability;
        this.now = now;
    }

    /**
     * What came of picking: all of it, or why not.
     *
     * @param offers what the visits would take, in the order picked
     * @param allowance how much may be taken at once
     * @param refusal why one of them can't be had
     * @param warning what a patient would be refused for who picks one of them
     */
    record Picked(List<Offer> offers, Allowance allowance, Optional<Refusal> refusal, Optional<Refusal> warning) {
        Picked {
            offers = List.copyOf(offers);
        }

        private static Picked refused(Refusal refusal) {
            return new Picked(List.of(), Allowance.ONE, Optional.of(refusal), Optional.empty());
        }
    }

    /** Picks times for a booking; what it takes itself is not in its way. */
    Picked pick(Booking booking, List<Instant> starts) {
        return pick(booking, booking.location(), starts);
    }

    /** Picks times for a booking at a location, be it another one than it was for. */
    Picked pick(Booking booking, String locationId, List<Instant> starts) {
        return pick(booking.type(), locationId, availability.without(booking.id()), starts);
    }

    /** Picks times for a booking that is not there yet. */
    Picked pick(String typeId, String locationId, List<Instant> starts) {
        return pick(typeId, locationId, availability, starts);
    }

    private Picked pick(String typeId, String locationId, Availability others, List<Instant> starts) {
        Optional<AppointmentType> type = catalog.appointmentType(typeId);
        Optional<Location> location = catalog.location(locationId);
        if (type.isEmpty() || location.isEmpty()) {
            return Picked.refused(Refusal.NOT_OFFERED_HERE);
        }
        SlotFinder finder = SlotFinder.of(catalog, type.get(), location.get());
        List<Offer> offers = new ArrayList<>();
        Optional<Refusal> warning = Optional.empty();
        for (Instant start : starts) {
            if (start.isBefore(now)) {
                return Picked.refused(Refusal.TOO_SOON);
            }
            Instant second = start.truncatedTo(ChronoUnit.SECONDS);
            Occupancy taken = others.taken(finder, finder.reach(second));
            Optional<Claim> claim = finder.place(second, taken)
                    .or(() -> finder.place(second, others.amongBookings().taken(finder, finder.reach(second))));
            if (claim.isEmpty()) {
                return Picked.refused(finder.never().orElse(Refusal.SLOT_TAKEN));
            }
            offers.add(new Offer(claim.get().slot().start(), Seat.of(claim.get())));
            warning = warning.isPresent() ? warning : finder.judge(second, now, taken);
        }
        return new Picked(offers, Allowance.of(type.get()).uncapped(), Optional.empty(), warning);
    }

    /** Returns by when a request that comes now is to be answered. */
    Instant answerBy(String locationId) {
        return catalog.location(locationId)
                .map(location ->
                        AnswerPromise.deadline(location, catalog.clinic().answerWithin(), now))
                .orElseGet(() -> now.plus(catalog.clinic().answerWithin()));
    }
}
