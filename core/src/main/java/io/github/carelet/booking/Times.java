package io.github.carelet.booking;

import io.github.carelet.booking.BookingOutcome.Refused;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import io.github.carelet.schedule.Claim;
import io.github.carelet.schedule.Occupancy;
import io.github.carelet.schedule.Refusal;
import io.github.carelet.schedule.SlotFinder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges a picked time, and finds others in its stead. */
final class Times {

    private static final int AT_THE_SAME_LOCATION = 5;
    private static final int AT_ANOTHER = 2;
    private static final int DAYS_AROUND = 14;

    private final Catalog catalog;
    private final Availability availability;
    private final Instant now;

    /**
     * Makes one.
     *
     * @param catalog what the clinic offers
     * @param availability knows what is taken
     * @param now when the time was picked
     */
    Times(Catalog catalog, Availability availability, Instant now) {
        this.catalog = catalog;
        this.availability = availability;
        this.now = now;
    }

    /** Returns when the time was picked. */
    Instant now() {
        return now;
    }

    /** Returns by when the clinic answers what it is asked now. */
    Optional<Instant> answerBy(Location location) {
        return Optional.of(AnswerPromise.deadline(location, catalog.clinic().answerWithin(), now));
    }

    /** Returns what the picked time of a request would take; empty if it picks none, or can't have it. */
    Optional<Claim> claim(BookingRequest request) {
        return request.slot().flatMap(slot -> claim(finder(request.type(), request.location()), slot.toInstant()));
    }

    /** Returns why a request can't have the time that it picks. */
    Refused refuse(BookingRequest request) {
        Refusal refusal = request.slot()
                .flatMap(slot -> judge(finder(request.type(), request.location()), slot.toInstant()))
                .orElse(Refusal.SLOT_TAKEN);
        boolean full = refusal == Refusal.SLOT_TAKEN || refusal == Refusal.CAP_REACHED;
        return new Refused(refusal, "slot", full ? instead(request) : List.of());
    }

    /** Returns the nearest free times to one that a request picks. */
    private List<Alternative> instead(BookingRequest request) {
        return request.slot()
                .map(slot -> instead(
                        request.type(),
                        request.location(),
                        slot.toInstant(),
                        request.visit().treatment()))
                .orElseGet(List::of);
    }

    /** Returns what finds times of a type at a location. */
    SlotFinder finder(AppointmentType type, Location location) {
        return SlotFinder.of(catalog, type, location);
    }

    /**
     * Returns why a visit can't begin then. What hours, notice and window refuse is refused before anybody is asked what is
     * taken.
     */
    Optional<Refusal> judge(SlotFinder finder, Instant start) {
        Optional<Refusal> always = finder.judge(start, now, Occupancy.NONE);
        return always.isPresent() ? always : finder.judge(start, now, taken(finder, start));
    }

    /** Returns what a visit that begins then would take; empty if it can't. */
    Optional<Claim> claim(SlotFinder finder, Instant start) {
        return finder.judge(start, now, Occupancy.NONE).isPresent()
                ? Optional.empty()
                : finder.claim(start, now, taken(finder, start));
    }

    private Occupancy taken(SlotFinder finder, Instant start) {
        return availability.taken(finder, finder.reach(start));
    }

    /**
     * Returns the nearest free times at the location that was chosen, then those at others where the same is offered, the
     * nearest location first. How far that is comes from the catalogue: nobody is asked where the patient is. Those whose place
     * is not on the map come last, in the clinic's order. Through whom a patient comes makes no difference.
     */
    List<Alternative> instead(AppointmentType type, Location chosen, Instant start, Optional<String> treatment) {
        Stream<Alternative> others = type.locations().stream()
                .filter(id -> !id.equals(chosen.id()) && isThere(treatment, id))
                .flatMap(id -> catalog.location(id).stream())
                .sorted(Comparator.comparingDouble(each -> kilometres(chosen, each)))
                .flatMap(each -> nearest(type, each, start, AT_ANOTHER));
        Stream<Alternative> here = nearest(type, chosen, start, AT_THE_SAME_LOCATION + 1)
                .filter(each -> !each.start().toInstant().equals(start))
                .limit(AT_THE_SAME_LOCATION);
        return Stream.concat(here, others).toList();
    }

    private static double kilometres(Location from, Location to) {
        return from.geo().flatMap(here -> to.geo().map(here::kilometresTo)).orElse(Double.MAX_VALUE);
    }

    private boolean isThere(Optional<String> treatment, String location) {
        return treatment
                .flatMap(catalog::treatment)
                .map(each -> each.availableAt().contains(location))
                .orElse(true);
    }

    private Stream<Alternative> nearest(AppointmentType type, Location location, Instant start, int most) {
        SlotFinder finder = finder(type, location);
        LocalDate day = start.atZone(location.timeZone()).toLocalDate();
        return availability.find(finder, day.minusDays(DAYS_AROUND), day.plusDays(DAYS_AROUND)).days().stream()
                .flatMap(each -> each.slots().stream())
                .map(slot -> new Alternative(slot.start(), location.id()))
                .sorted(Comparator.comparing(
                        each -> Duration.between(start, each.start()).abs()))
                .limit(most);
    }
}
