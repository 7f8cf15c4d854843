package io.github.carelet.booking;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Location;
import io.github.carelet.schedule.Occupancy;
import io.github.carelet.schedule.SlotAnswer;
import io.github.carelet.schedule.SlotFinder;
import io.github.carelet.schedule.SlotQuery;
import io.github.carelet.schedule.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which times are free now: asks everyone who knows what is taken, and lets {@link SlotFinder} find. Safe for use by many
 * threads.
 */
public final class Availability {

    private final List<TakenTimes> sources;
    private final InstantSource clock;
    private final Optional<String> leftOut;
    private final Consumer<Duration> listener;

    /**
     * Makes one.
     *
     * @param sources who knows what is taken; what one of them says is taken is taken
     * @param clock by which notice and window are judged
     */
    public Availability(List<? extends TakenTimes> sources, InstantSource clock) {
        this(sources, clock, Optional.empty(), took -> {});
    }

    private Availability(
            List<? extends TakenTimes> sources,
            InstantSource clock,
            Optional<String> leftOut,
            Consumer<Duration> listener) {
        this.listener = listener;
        this.sources = List.copyOf(sources);
        this.clock = clock;
        this.leftOut = leftOut;
    }

    /** Returns what is free for a booking that is to be moved, or for who holds a time: what it takes itself counts as free. */
    Availability without(String id) {
        return new Availability(sources, clock, Optional.of(id), listener);
    }

    /** Returns the same, but that somebody hears how long each search took that succeeded. */
    public Availability heardBy(Consumer<Duration> newListener) {
        return new Availability(sources, clock, leftOut, newListener);
    }

    /** Returns what is free for who may overrule calendars: only bookings, offers and holds are taken. */
    Availability amongBookings() {
        return new Availability(
                sources.stream().filter(BookingStore.class::isInstance).toList(), clock, leftOut, listener);
    }

    /** Returns which day it is at a location. */
    public LocalDate today(Location location) {
        return clock.instant().atZone(location.timeZone()).toLocalDate();
    }

    /**
     * Returns the free times of the type at the location that a finder is for.
     *
     * @param from the first local day
     * @param to the last local day, included; not before the first
     * @throws StoreUnavailableException if somebody can't say now what is taken
     */
    public SlotAnswer find(SlotFinder finder, LocalDate from, LocalDate to) {
        long began = System.nanoTime();
        Instant now = clock.instant();
        SlotAnswer answer = finder.find(new SlotQuery(from, to, now, taken(finder, finder.reach(from, now))));
        listener.accept(Duration.ofNanos(System.nanoTime() - began));
        return answer;
    }

    /**
     * Returns what is taken in a time of all that a finder's visits can take, and how many of them there are.
     *
     * @throws StoreUnavailableException if somebody can't say now
     */
    public Occupancy taken(SlotFinder finder, Stretch time) {
        if (finder.resources().isEmpty()) {
            return Occupancy.NONE;
        }
        AppointmentType type = finder.type();
        Optional<String> counted = type.perDay().isPresent() ? Optional.of(type.id()) : Optional.empty();
        TakenTimes.Question question = new TakenTimes.Question(
                finder.location().id(), finder.resources(), counted, time, leftOut, clock.instant());
        Occupancy.Builder taken = Occupancy.builder();
        sources.forEach(source -> source.addTo(taken, question));
        return taken.build();
    }
}
