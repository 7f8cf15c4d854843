package io.github.carelet.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.store.Seating.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SeatingTest {

    @Test
    void whoCanStaySeatedDoes() {
        List<Place> taken = List.of(new Place(0, 0, 10), new Place(1, 5, 15));
        assertThat(new Seating(10, 20, 2).among(taken)).contains(List.of(new Place(0, 10, 20)));
        assertThat(new Seating(8, 20, 3).among(taken)).contains(List.of(new Place(2, 8, 20)));
    }

    @Test
    void whoMustMoveMovesAsSeldomAsPossible() {
        List<Place> taken = List.of(new Place(0, 20, 30), new Place(1, 0, 20), new Place(2, 5, 12));
        assertThat(new Seating(4, 30, 2).among(taken.subList(0, 2)))
                .contains(List.of(new Place(0, 4, 20), new Place(1, 20, 30)));
        assertThat(new Seating(4, 30, 3).among(taken)).contains(List.of(new Place(0, 4, 20), new Place(1, 20, 30)));
    }

    @Test
    void whoFindsNobodyTakesTheFirstSeatAndWhoFindsAllTakenNone() {
        assertThat(new Seating(0, 10, 1).among(List.of())).contains(List.of(new Place(0, 0, 10)));
        assertThat(new Seating(0, 10, 1).among(List.of(new Place(7, 9, 10)))).isEmpty();
    }

    @Test
    void itFitsWhereEveryMinuteHasRoomAndThenNoSeatIsTakenTwice() {
        Random random = new Random(7);
        int wrong = 0;
        int moved = 0;
        int cases = 5_000;
        for (int i = 0; i < cases; i++) {
            int capacity = 1 + random.nextInt(4);
            List<Place> taken = new ArrayList<>();
            for (int j = 0; j < 8; j++) {
                long from = random.nextInt(50);
                Place place = new Place(random.nextInt(capacity + 1), from, from + 1 + random.nextInt(15));
                if (isFree(place, taken)) {
                    taken.add(place);
                }
            }
            long from = random.nextInt(50);
            long until = from + 1 + random.nextInt(25);
            Optional<List<Place>> found = new Seating(from, until, capacity).among(taken);
            boolean fits = LongStream.range(from, until)
                    .allMatch(minute ->
                            taken.stream().filter(each -> each.has(minute)).count() < capacity);
            wrong += found.isPresent() == fits
                            && found.map(each -> isSound(each, from, until, capacity, taken))
                                    .orElse(true)
                    ? 0
                    : 1;
            moved += found.orElse(List.of()).size() > 1 ? 1 : 0;
        }
        System.out.println(wrong + " of " + cases + " visits seated wrong; " + moved + " of them had to change seats");
        assertThat(wrong).isZero();
        assertThat(moved).isPositive();
    }

    private static boolean isSound(List<Place> places, long from, long until, int capacity, List<Place> taken) {
        long begin = from;
        for (Place place : places) {
            if (place.from() != begin || place.seat() < 0 || place.seat() >= capacity || !isFree(place, taken)) {
                return false;
            }
            begin = place.until();
        }
        return begin == until;
    }

    private static boolean isFree(Place place, List<Place> taken) {
        return taken.stream()
                .noneMatch(each ->
                        each.seat() == place.seat() && each.from() < place.until() && place.from() < each.until());
    }
}
