package io.github.carelet.store;

import io.github.carelet.booking.Allowance;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.Hold;
import io.github.carelet.booking.Seat;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    static final long DAY = Duration.ofDays(1).toMillis();
    private static final int MOST = 100_000;

    /**
     * Returns what a booking needs while its state counts: its seat, and one visit of its local day, and the same for each
     * time that is offered. In the order in which everybody takes them, so that nobody waits for somebody who waits for them.
     */
    static List<Want> of(Booking booking, Allowance allowance) {
        if (!booking.status().takes()) {
            return List.of();
        }
        Stream<Want> own = booking.seat().stream()
                .flatMap(seat -> Stream.concat(
                        Stream.of(seat(seat, allowance.capacity())),
                        booking.start().stream().map(start -> visit(booking, start.toLocalDate(), allowance))));
        Stream<Want> offered = booking.offers().stream()
                .flatMap(offer -> Stream.of(
                        seat(offer.seat(), allowance.capacity()),
                        visit(booking, offer.start().toLocalDate(), allowance)));
        return Stream.concat(own, offered)
                .sorted(Comparator.comparing(Want::key))
                .toList();
    }

    /** Returns what a hold needs: the same as the booking that it may become, and one of the few holds of its day. */
    static List<Want> of(Hold hold, Allowance allowance, int most) {
        LocalDate day = hold.start().toLocalDate();
        String types = hold.location() + "/" + hold.type();
        return Stream.of(
                        seat(hold.seat(), allowance.capacity()),
                        onDay("day/" + types, day, allowance.perDay().orElse(MOST)),
                        onDay("held/" + types, day, most))
                .sorted(Comparator.comparing(Want::key))
                .toList();
    }

    /** Returns by how much the number of those who have something grows at each instant, if these are all. */
    static Map<String, Integer> steps(List<Want> wanted) {
        Map<String, Integer> steps = new TreeMap<>();
        for (Want want : wanted) {
            steps.merge(want.key() + "@" + want.from(), 1, Integer::sum);
            steps.merge(want.key() + "@" + want.until(), -1, Integer::sum);
        }
        steps.values().removeIf(step -> step == 0);
        return steps;
    }

    private static Want seat(Seat seat, int capacity) {
        return new Want(
                seat.resource().key(),
                seat.time().from().toEpochMilli(),
                seat.time().until().toEpochMilli(),
                capacity);
    }

    private static Want visit(Booking booking, LocalDate day, Allowance allowance) {
        String key = "day/" + booking.location() + "/" + booking.type();
        return onDay(key, day, allowance.perDay().orElse(MOST));
    }

    /** Local days follow one another without a gap, so they are their own axis. */
    private static Want onDay(String key, LocalDate day, int most) {
        return new Want(key, day.toEpochDay() * DAY, (day.toEpochDay() + 1) * DAY, most);
    }
}
