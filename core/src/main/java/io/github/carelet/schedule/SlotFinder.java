package io.github.carelet.schedule;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the free times of an appointment type at a location, and judges a time by the same search: what {@link #find} lists,
 * {@link #judge} accepts, and nothing else. Pure; immutable and safe for use by many threads.
 *
 * <p>Candidates are wall-clock times of the location: the start of each bookable interval, and so many steps later. A time
 * that daylight saving skips is not offered, one that it repeats is offered twice. The visit takes its duration on the
 * instant axis and must end by the end of its interval; buffers may reach beyond. It is free if at every instant of the
 * visit with its buffers fewer than the capacity have the pool: others that follow one another there count once. Where
 * practitioners are named, it is free if one who works at the location is, wherever else they work. It must not begin before
 * now and the notice, its local date must not be after today and the window, and the type must have fewer visits than its
 * cap on that date. A slot belongs to the local date of its start.
 */
public final class SlotFinder {

    private static final long DAY = 86_400;

    private final AppointmentType type;
    private final Location location;
    private final BookableHours hours;
    private final Seats seats;

    private SlotFinder(AppointmentType type, Location location, Seats seats) {
        this.type = type;
        this.location = location;
        this.hours = BookableHours.of(type, location);
        this.seats = seats;
    }

    /**
     * Returns a finder for a type and a location of a catalogue.
     *
     * @throws IllegalArgumentException if the type is not for the phone only and has no duration, or no step
     */
    public static SlotFinder of(Catalog catalog, AppointmentType type, Location location) {
        boolean timed =
                type.duration().compareTo(Duration.ZERO) > 0 && type.step().compareTo(Duration.ZERO) > 0;
        if (!timed && type.mode() != AppointmentType.Mode.PHONE) {
            throw new IllegalArgumentException("type '" + type.id() + "' takes " + type.duration() + " in steps of "
                    + type.step() + ": expected more than none of both");
        }
        return new SlotFinder(type, location, Seats.of(catalog, type, location));
    }

    /** Returns for which type it finds times. */
    public AppointmentType type() {
        return type;
    }

    /** Returns where it finds times. */
    public Location location() {
        return location;
    }

    /** Returns why there is no time at all, whatever is asked; empty if there may be. */
    public Optional<Refusal> never() {
        if (!type.locations().contains(location.id()) || seats.total() == 0) {
            return Optional.of(Refusal.NOT_OFFERED_HERE);
        }
        return type.mode() == AppointmentType.Mode.PHONE ? Optional.of(Refusal.PHONE_ONLY) : Optional.empty();
    }

    /** Returns what visits can take, in the order in which it is given out: of these, {@link Occupancy} must know. */
    public List<Resource> resources() {
        return seats.resources();
    }

    /**
     * Returns of which time an {@link Occupancy} must know to find anything from a day on: until the end of the window,
     * buffers included.
     */
    public Stretch reach(LocalDate from, Instant now) {
        Limits limits = Limits.of(type, location.timeZone(), now);
        long first = Math.max(from.toEpochDay(), limits.today());
        return stretch(Math.min(first, limits.lastDay()), limits.lastDay());
    }

    /** Returns of which time an {@link Occupancy} must know to judge a start. */
    public Stretch reach(Instant start) {
        long day = Math.floorDiv(start.getEpochSecond(), DAY);
        return stretch(day, day);
    }

    /** Returns the free times of some days, and the first one after them. */
    public SlotAnswer find(SlotQuery query) {
        Survey survey = survey(query.now(), query.taken());
        List<SlotDay> days = new ArrayList<>();
        long last = query.to().toEpochDay();
        for (long day = query.from().toEpochDay(); day <= last; day++) {
            days.add(survey.day(day));
        }
        return new SlotAnswer(location.timeZone(), days, survey.firstFrom(last + 1));
    }

    /**
     * Returns why a visit can't begin at an instant, by the first rule that applies in the order of {@link Refusal}; empty if
     * it can. What no step leads to is closed.
     *
     * @param taken what is taken; not in it what the visit itself takes, if it is to be moved
     */
    public Optional<Refusal> judge(Instant start, Instant now, Occupancy taken) {
        Survey survey = survey(now, taken);
        // Beyond the window it does not matter how far, and calendars end somewhere.
        long second = Math.min(start.getEpochSecond(), survey.limits().beyond()) + (start.getNano() > 0 ? 1 : 0);
        Optional<Refusal> refusal = survey.refusal(second);
        return start.getNano() == 0
                ? refusal
                : refusal.filter(each -> each.compareTo(Refusal.CLOSED) < 0).or(() -> Optional.of(Refusal.CLOSED));
    }

    /**
     * Returns what a visit that begins at an instant would take; empty if {@link #judge} refuses it. Of the practitioners who
     * are free it is the one with the least time taken on that local day, of several the first in the type's order.
     */
    public Optional<Claim> claim(Instant start, Instant now, Occupancy taken) {
        return judge(start, now, taken).isPresent()
                ? Optional.empty()
                : Optional.of(claim(start.getEpochSecond(), survey(now, taken), taken));
    }

    /**
     * Returns what a visit would take that the clinic itself puts at an instant, whatever hours, steps, notice, window and cap
     * say; empty if others leave no room, or if the type is never offered here.
     *
     * @param start in whole seconds
     */
    public Optional<Claim> place(Instant start, Occupancy taken) {
        long second = start.getEpochSecond();
        long day = Math.floorDiv(second, DAY);
        Timeline timeline = Timeline.of(location.timeZone(), day, day);
        Survey survey = survey(Limits.of(type, location.timeZone(), start), timeline, taken);
        boolean free = survey.never().isEmpty() && survey.lines().metAt(second).size() < seats.total();
        return free ? Optional.of(claim(second, survey, taken)) : Optional.empty();
    }

    /**
     * Returns for each time that the hours of a day allow whether it is offered, and if not, why: for the staff. Nothing if
     * the day is closed.
     */
    public List<Verdict> explain(LocalDate date, Instant now, Occupancy taken) {
        long day = date.toEpochDay();
        Limits limits = Limits.of(type, location.timeZone(), now);
        Survey survey = survey(limits, Timeline.of(location.timeZone(), day, day), taken);
        List<Verdict> verdicts = new ArrayList<>();
        if (survey.never().isEmpty()) {
            for (long start : survey.grid().starts(day)) {
                Slot slot = survey.grid().slot(start, 0);
                verdicts.add(new Verdict(
                        slot.start(), survey.refusal(start), survey.lines().metAt(start)));
            }
        }
        return verdicts;
    }

    private Claim claim(long start, Survey survey, Occupancy taken) {
        List<Resource> met = survey.lines().metAt(start);
        Resource resource = seats.resources().stream()
                .filter(each -> seats.capacity() > 1 || !met.contains(each))
                .min(Comparator.comparingLong(each -> survey.load(start, taken.levels(each))))
                .orElseThrow();
        long left = seats.total() - met.size();
        Slot slot = survey.grid().slot(start, (int) left);
        return new Claim(
                slot,
                resource,
                seats.capacity(),
                slot.start().toInstant().minus(type.bufferBefore()),
                slot.end().toInstant().plus(type.bufferAfter()));
    }

    private Survey survey(Instant now, Occupancy taken) {
        Limits limits = Limits.of(type, location.timeZone(), now);
        return survey(limits, Timeline.of(location.timeZone(), limits.today(), limits.lastDay()), taken);
    }

    private Survey survey(Limits limits, Timeline timeline, Occupancy taken) {
        return new Survey(
                never(),
                Grid.of(hours, timeline, type.step(), type.duration()),
                limits,
                full(timeline, taken),
                new Lines(type, seats, taken),
                seats.total());
    }

    /** Returns the local days that have as many visits as the type takes in one. */
    private Set<Long> full(Timeline timeline, Occupancy taken) {
        if (type.perDay().isEmpty()) {
            return Set.of();
        }
        Map<Long, Integer> visits = new HashMap<>();
        for (long start : taken.visits(type.id(), location.id())) {
            visits.merge(timeline.dayAt(start), 1, Integer::sum);
        }
        visits.values().removeIf(count -> count < type.perDay().getAsInt());
        return visits.keySet();
    }

    private Stretch stretch(long firstDay, long lastDay) {
        Instant from = Instant.ofEpochSecond((firstDay - 1) * DAY).minus(type.bufferBefore());
        Instant until =
                Instant.ofEpochSecond((lastDay + 2) * DAY).plus(type.duration()).plus(type.bufferAfter());
        return new Stretch(from, until);
    }
}
