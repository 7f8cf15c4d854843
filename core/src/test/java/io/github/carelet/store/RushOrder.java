package io.github.carelet.store;

import io.github.carelet.booking.Seat;
import io.github.carelet.schedule.Resource;
import io.github.carelet.schedule.Stretch;
import java.time.Instant;
import java.util.List;

/**
 * What a {@link Rush} is to do.
 *
 * @param place a folder, or the JDBC address of a PostgreSQL database
 * @param keyFile where the keys are
 * @param name begins the ids of its bookings
 * @param first the first slot
 * @param slots how many slots
 * @param threads how many want each slot
 * @param capacity how many may have it
 * @param point where it kills itself
 * @param after after how many acknowledged bookings
 */
record RushOrder(
        String place,
        String keyFile,
        String name,
        int first,
        int slots,
        int threads,
        int capacity,
        KillPoint point,
        int after) {

    private static final Instant DAY = Instant.parse("2026-12-01T00:00:00Z");

    static RushOrder parse(String... words) {
        return new RushOrder(
                words[0],
                words[1],
                words[2],
                Integer.parseInt(words[3]),
                Integer.parseInt(words[4]),
                Integer.parseInt(words[5]),
                Integer.parseInt(words[6]),
                KillPoint.valueOf(words[7]),
                Integer.parseInt(words[8]));
    }

    List<String> words() {
        return List.of(
                place, keyFile, name, "" + first, "" + slots, "" + threads, "" + capacity, point.name(), "" + after);
    }

    /** Slots do not meet, so that each of them is won as often as there is room, however the threads run. */
    Seat seat(int slot) {
        Instant from = DAY.plusSeconds(3600L * slot);
        return new Seat(Resource.pool("arcadia", "room"), new Stretch(from, from.plusSeconds(3600)));
    }
}
