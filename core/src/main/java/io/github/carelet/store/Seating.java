package io.github.carelet.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Finds seats for a visit: it fits if at every instant fewer than the capacity have the resource. Then there is a seat free
 * at every instant, though not always the same one, and the visit moves as seldom as possible. Instants are milliseconds
 * since 1970.
 *
 * @param from the first instant
 * @param until the first instant after it
 * @param capacity how many may have the resource at any instant
 */
record Seating(long from, long until, int capacity) {

    /** A seat of a resource for a time. */
    record Place(int seat, long from, long until) {

        boolean has(long instant) {
            return from <= instant && instant < until;
        }
    }

    /** Returns where to sit among those who sit already; empty if there is no room at some instant. */
    Optional<List<Place>> among(List<Place> taken) {
        return isCrowded(taken) ? Optional.empty() : Optional.of(places(taken));
    }

    /** The number of those who sit only grows where somebody sits down. */
    private boolean isCrowded(List<Place> taken) {
        return LongStream.concat(LongStream.of(from), taken.stream().mapToLong(Place::from))
                .filter(instant -> from <= instant && instant < until)
                .anyMatch(instant ->
                        taken.stream().filter(each -> each.has(instant)).count() >= capacity);
    }

    private List<Place> places(List<Place> taken) {
        Set<Integer> used = taken.stream().map(Place::seat).collect(Collectors.toSet());
        Optional<Integer> unused = IntStream.range(0, capacity)
                .boxed()
                .filter(seat -> !used.contains(seat))
                .findFirst();
        return unused.map(seat -> List.of(new Place(seat, from, until))).orElseGet(() -> moving(taken));
    }

    private List<Place> moving(List<Place> taken) {
        List<Place> places = new ArrayList<>();
        for (long instant = from; instant < until; ) {
            long begin = instant;
            Place longest = IntStream.range(0, capacity)
                    .mapToObj(seat -> new Place(seat, begin, freeUntil(seat, begin, taken)))
                    .max(Comparator.comparingLong(Place::until))
                    .orElseThrow();
            places.add(longest);
            instant = longest.until();
        }
        return places;
    }

    private long freeUntil(int seat, long instant, List<Place> taken) {
        return taken.stream()
                .filter(each -> each.seat() == seat && each.until() > instant)
                .mapToLong(each -> Math.max(each.from(), instant))
                .reduce(until, Math::min);
    }
}
