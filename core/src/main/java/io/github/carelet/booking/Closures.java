package io.github.carelet.booking;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import io.github.carelet.schedule.Occupancy;
import io.github.carelet.schedule.Resource;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the clinic has closed besides what the catalogue says. The store has it; every node looks there now and then, and what
 * it found last holds: closed {@link #places} are put into the hours of the catalogue, and as {@link TakenTimes} this says
 * that persons and rooms are taken. Safe for use by many threads.
 */
public final class Closures implements TakenTimes {

    /** The most days that one closure has. */
    public static final int MOST_DAYS = 366;

    private static final int LONGEST_NOTE = 200;

    private final Supplier<Catalog> catalog;
    private final ClosureStore store;
    private final InstantSource clock;
    private final Runnable changed;
    private volatile List<Closure> known = List.of();

    /**
     * Makes one that has not looked yet.
     *
     * @param catalog gives the catalogue that holds now
     * @param store keeps the closures
     * @param clock by which a closure is over
     * @param changed called after a look that found something else than the one before
     */
    public Closures(Supplier<Catalog> catalog, ClosureStore store, InstantSource clock, Runnable changed) {
        this.catalog = catalog;
        this.store = store;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * Looks what is closed.
     *
     * @throws StoreUnavailableException if the store can't say now; then what was found last goes on to hold
     */
    public void look() {
        // The day before that of the westernmost place: there it is not over yet.
        LocalDate day = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
        List<Closure> found = store.from(day);
        synchronized (this) {
            if (found.equals(known)) {
                return;
            }
            known = found;
        }
        changed.run();
    }

    /** Returns what is closed now or later, the earliest first. */
    public List<Closure> list() {
        return known;
    }

    /**
     * Closes something. Bookings that are there stay: see {@link Inbox#affectedBy}.
     *
     * @param actor the name of who closes it
     */
    public ClosureOutcome close(Closure.Draft what, String actor) {
        List<FieldError> errors = errors(what);
        if (!errors.isEmpty()) {
            return new ClosureOutcome.Invalid(errors);
        }
        Closure closure = new Closure(UUID.randomUUID().toString(), what, ClinicAction.somebody(actor), now());
        try {
            store.add(closure);
            look();
            return new ClosureOutcome.Done(closure);
        } catch (StoreUnavailableException e) {
            return new ClosureOutcome.Unavailable();
        }
    }

    /**
     * Opens again what was closed.
     *
     * @param id of the closure
     * @param actor the name of who opens it
     */
    public ClosureOutcome open(String id, String actor) {
        try {
            look();
            Optional<Closure> closure =
                    known.stream().filter(each -> each.id().equals(id)).findFirst();
            boolean removed = closure.isPresent() && store.remove(closure.get(), ClinicAction.somebody(actor), now());
            look();
            return removed ? new ClosureOutcome.Done(closure.get()) : new ClosureOutcome.Unknown();
        } catch (StoreUnavailableException e) {
            return new ClosureOutcome.Unavailable();
        }
    }

    private List<FieldError> errors(Closure.Draft what) {
        List<FieldError> errors = new ArrayList<>();
        unknown(what.scope()).ifPresent(errors::add);
        if (what.to().isBefore(what.from())) {
            errors.add(FieldError.of("to", "invalid"));
        } else if (ChronoUnit.DAYS.between(what.from(), what.to()) >= MOST_DAYS) {
            errors.add(new FieldError("to", "too_long", List.of(Integer.toString(MOST_DAYS))));
        }
        if (what.to().isBefore(clock.instant().atZone(zone(what.scope())).toLocalDate())) {
            errors.add(FieldError.of("to", "too_soon"));
        }
        what.note().ifPresent(note -> {
            if (note.isBlank() || note.length() > LONGEST_NOTE || FieldText.hasControls(note)) {
                errors.add(FieldError.of("note", "invalid"));
            }
        });
        return errors;
    }

    private Optional<FieldError> unknown(Closure.Scope scope) {
        Catalog now = catalog.get();
        if (scope instanceof Closure.Person person) {
            return now.practitioner(person.practitioner()).isPresent()
                    ? Optional.empty()
                    : Optional.of(FieldError.of("practitioner", "unknown"));
        }
        if (scope instanceof Closure.Pool pool) {
            return capacity(pool) > 0 ? Optional.empty() : Optional.of(FieldError.of("pool", "unknown"));
        }
        Optional<Location> location = now.location(((Closure.Place) scope).location());
        if (location.isEmpty()) {
            return Optional.of(FieldError.of("location", "unknown"));
        }
        return location.get().hours().isPresent()
                ? Optional.empty()
                : Optional.of(FieldError.of("location", "no_hours"));
    }

    /** Returns the zone of the days of a closure. A person's are those of the clinic. */
    private ZoneId zone(Closure.Scope scope) {
        Catalog now = catalog.get();
        Optional<String> location = scope instanceof Closure.Place place
                ? Optional.of(place.location())
                : scope instanceof Closure.Pool pool ? Optional.of(pool.location()) : Optional.empty();
        return location.flatMap(now::location)
                .map(Location::timeZone)
                .orElse(now.clinic().timeZone());
    }

    private int capacity(Closure.Pool pool) {
        return catalog.get().appointmentTypes().stream()
                .filter(type -> type.practitioners().isEmpty() && type.pool().equals(pool.pool()))
                .filter(type -> type.locations().contains(pool.location()))
                .mapToInt(type -> type.capacity())
                .max()
                .orElse(0);
    }

    /**
     * Returns a catalogue in whose hours closed places are closed.
     *
     * @param places what is closed, see {@link #places}
     */
    public static Catalog over(Catalog base, List<Closure> places) {
        ClosedHours hours = new ClosedHours(base.clinic().defaultLanguage());
        List<Location> locations = base.locations().stream()
                .map(location -> hours.apply(
                        location,
                        places.stream()
                                .filter(each -> each.what().scope().equals(new Closure.Place(location.id())))
                                .toList()))
                .toList();
        return new Catalog(
                base.clinic(),
                locations,
                base.conditions(),
                base.treatments(),
                base.practitioners(),
                base.articles(),
                base.appointmentTypes());
    }

    /** Returns those closures that change what a catalogue says. */
    public List<Closure> places() {
        return known.stream()
                .filter(each -> each.what().scope() instanceof Closure.Place)
                .toList();
    }

    @Override
    public void addTo(Occupancy.Builder taken, Question question) {
        for (Closure each : known) {
            Closure.Scope scope = each.what().scope();
            if (scope instanceof Closure.Person person) {
                take(taken, question, each, Resource.practitioner(person.practitioner()));
            } else if (scope instanceof Closure.Pool pool) {
                take(taken, question, each, Resource.pool(pool.location(), pool.pool()));
            }
        }
    }

    private void take(Occupancy.Builder taken, Question question, Closure closure, Resource resource) {
        if (!question.resources().contains(resource)) {
            return;
        }
        Closure.Draft what = closure.what();
        ZoneId zone = zone(what.scope());
        boolean met = !start(what, what.from(), zone).isAfter(question.time().until())
                && !end(what, what.to(), zone).isBefore(question.time().from());
        int seats = !met ? 0 : what.scope() instanceof Closure.Pool pool ? capacity(pool) : 1;
        for (int seat = 0; seat < seats; seat++) {
            take(taken, what, zone, resource);
        }
    }

    private static void take(Occupancy.Builder taken, Closure.Draft what, ZoneId zone, Resource resource) {
        if (what.time().isEmpty()) {
            taken.take(resource, start(what, what.from(), zone), end(what, what.to(), zone));
            return;
        }
        for (LocalDate day = what.from(); !day.isAfter(what.to()); day = day.plusDays(1)) {
            taken.take(resource, start(what, day, zone), end(what, day, zone));
        }
    }

    private static Instant start(Closure.Draft what, LocalDate day, ZoneId zone) {
        return what.time()
                .map(part -> part.start(day))
                .orElseGet(day::atStartOfDay)
                .atZone(zone)
                .withEarlierOffsetAtOverlap()
                .toInstant();
    }

    private static Instant end(Closure.Draft what, LocalDate day, ZoneId zone) {
        return what.time()
                .map(part -> part.end(day))
                .orElseGet(() -> day.plusDays(1).atStartOfDay())
                .atZone(zone)
                .withLaterOffsetAtOverlap()
                .toInstant();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
