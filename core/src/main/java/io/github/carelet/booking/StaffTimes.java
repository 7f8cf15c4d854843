package io.github.carelet.booking;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import io.github.carelet.schedule.Claim;
import io.github.carelet.schedule.Refusal;
import io.github.carelet.schedule.SlotFinder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Times that the clinic picks for a booking. Only others who have them, and time that is over, are in their way.
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
     */
    record Picked(List<Offer> offers, Allowance allowance, Optional<Refusal> refusal) {
        Picked {
            offers = List.copyOf(offers);
        }

        private static Picked refused(Refusal refusal) {
            return new Picked(List.of(), Allowance.ONE, Optional.of(refusal));
        }
    }

    /** Picks times for a booking; what it takes itself is not in its way. */
    Picked pick(Booking booking, List<Instant> starts) {
        Optional<AppointmentType> type = catalog.appointmentType(booking.type());
        Optional<Location> location = catalog.location(booking.location());
        if (type.isEmpty() || location.isEmpty()) {
            return Picked.refused(Refusal.NOT_OFFERED_HERE);
        }
        SlotFinder finder = SlotFinder.of(catalog, type.get(), location.get());
        List<Offer> offers = new ArrayList<>();
        for (Instant start : starts) {
            if (start.isBefore(now)) {
                return Picked.refused(Refusal.TOO_SOON);
            }
            Optional<Claim> claim = claim(finder, booking, start.truncatedTo(ChronoUnit.SECONDS));
            if (claim.isEmpty()) {
                return Picked.refused(finder.never().orElse(Refusal.SLOT_TAKEN));
            }
            offers.add(new Offer(claim.get().slot().start(), Seat.of(claim.get())));
        }
        return new Picked(offers, Allowance.of(type.get()).uncapped(), Optional.empty());
    }

    private Optional<Claim> claim(SlotFinder finder, Booking booking, Instant start) {
        return finder.place(start, availability.without(booking.id()).taken(finder, finder.reach(start)));
    }

    /** Returns by when a request that comes now is to be answered. */
    Instant answerBy(Booking booking) {
        return catalog.location(booking.location())
                .map(location ->
                        AnswerPromise.deadline(location, catalog.clinic().answerWithin(), now))
                .orElseGet(() -> now.plus(catalog.clinic().answerWithin()));
    }
}
