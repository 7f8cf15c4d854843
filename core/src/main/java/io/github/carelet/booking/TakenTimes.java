package io.github.carelet.booking;

import io.github.carelet.schedule.Occupancy;
import io.github.carelet.schedule.Resource;
import io.github.carelet.schedule.Stretch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that knows what is taken: the bookings, or the calendar of a practitioner. A port; safe for use by many threads.
 */
@FunctionalInterface
public interface TakenTimes {

    /**
     * Adds everything it knows that meets the time asked for. It may add more than that, but nothing twice.
     *
     * @throws StoreUnavailableException if it can't say now
     */
    void addTo(Occupancy.Builder taken, Question question);

    /**
     * What is to be known.
     *
     * @param location id of the location
     * @param resources which resources
     * @param counted id of the type whose visits at the location count towards the most that it takes in a day; empty if
     *     there is no such limit
     * @param time in which time; visits count by their start
     * @param leftOut id of a booking that is to be moved, or of a hold: what it takes itself is not in its way
     * @param now by when holds and offers that run out count no longer
     */
    record Question(
            String location,
            List<Resource> resources,
            Optional<String> counted,
            Stretch time,
            Optional<String> leftOut,
            Instant now) {

        /** Copies the list. */
        public Question {
            resources = List.copyOf(resources);
        }
    }
}
