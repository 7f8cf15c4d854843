package io.github.carelet.booking;

import io.github.carelet.catalog.OpenInterval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Days, or a part of each of them, on which nobody can come although the catalogue says otherwise.
 *
 * @param id its id
 * @param what what is closed, and when
 * @param actor who closed it
 * @param at when they did
 */
public record Closure(String id, Draft what, String actor, Instant at) {

    /** What is closed. */
    public sealed interface Scope {

        /** Returns the id of the location that is closed, or of which a part is; empty for a person. */
        default Optional<String> place() {
            if (this instanceof Place place) {
                return Optional.of(place.location());
            }
            return this instanceof Pool pool ? Optional.of(pool.location()) : Optional.empty();
        }
    }

    /**
     * A place. Its hours say so wherever they are shown.
     *
     * @param location id of a location that has hours
     */
    public record Place(String location) implements Scope {}

    /**
     * A person, at whatever place. Hours stay as they are.
     *
     * @param practitioner id of a practitioner
     */
    public record Person(String practitioner) implements Scope {}

    /**
     * What visits of some types share at a place, such as a room. Hours stay as they are.
     *
     * @param location id of the location
     * @param pool the pool, as the types name it
     */
    public record Pool(String location, String pool) implements Scope {}

    /**
     * What is to be closed, and when.
     *
     * @param scope what
     * @param from the first local day
     * @param to the last local day, included
     * @param time which part of each of these days; empty for all of it
     * @param note why, in words that visitors may read beside the hours; nothing of any patient
     */
    public record Draft(Scope scope, LocalDate from, LocalDate to, Optional<OpenInterval> time, Optional<String> note) {

        /** Returns whether a local time is closed. */
        boolean covers(LocalDateTime local) {
            if (time.isEmpty()) {
                return isWithin(local.toLocalDate());
            }
            // A part of a day may run past midnight: then it belongs to the day before as well.
            return covers(local.toLocalDate(), local)
                    || covers(local.toLocalDate().minusDays(1), local);
        }

        private boolean covers(LocalDate day, LocalDateTime local) {
            OpenInterval part = time.orElseThrow();
            return isWithin(day) && !local.isBefore(part.start(day)) && local.isBefore(part.end(day));
        }

        @Override
        public String toString() {
            return "Draft[" + scope + " from " + from + " to " + to
                    + time.map(part -> " " + part).orElse("") + "]";
        }

        private boolean isWithin(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }
}
