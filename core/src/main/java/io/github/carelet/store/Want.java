package io.github.carelet.store;

import io.github.carelet.booking.Allowance;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.Seat;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A resource that a booking needs for a time, in milliseconds since 1970.
 *
 * @param key of the resource
 * @param from the first instant
 * @param until the first instant after it
 * @param capacity how many may have it at any instant, this one included
 */
record Want(String key, long from, long until, int capacity) {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int MOST = 100_000;

    /**
     * Returns what a booking needs while its state counts: its seat, and one visit of its local day. In the order in which
     * everybody takes them, so that nobody waits for somebody who waits for them.
     */
    static List<Want> of(Booking booking, Allowance allowance) {
        if (!booking.status().takes() || booking.seat().isEmpty()) {
            return List.of();
        }
        Stream<Want> seat = booking.seat().stream().map(each -> seat(each, allowance.capacity()));
        Stream<Want> visit = booking.start().stream()
                .map(start ->
                        visit(booking, start.toLocalDate(), allowance.perDay().orElse(MOST)));
        return Stream.concat(seat, visit)
                .sorted(Comparator.comparing(Want::key))
                .toList();
    }

    private static Want seat(Seat seat, int capacity) {
        return new Want(
                seat.resource().key(),
                seat.time().from().toEpochMilli(),
                seat.time().until().toEpochMilli(),
                capacity);
    }

    /** Local days follow one another without a gap, so they are their own axis. */
    private static Want visit(Booking booking, LocalDate day, int perDay) {
        String key = "day/" + booking.location() + "/" + booking.type();
        return new Want(key, day.toEpochDay() * DAY, (day.toEpochDay() + 1) * DAY, perDay);
    }

    Want of(int newCapacity) {
        return new Want(key, from, until, newCapacity);
    }
}
