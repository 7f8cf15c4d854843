package io.github.carelet.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OccupancyTest {

    private static final Resource ROOM = Resource.pool("here", "room");

    @Test
    void theLevelsSayWhenMoreThanSoManyHaveIt() {
        Occupancy occupancy = Occupancy.builder()
                .take(ROOM, at(20), at(30))
                .take(ROOM, at(0), at(10))
                .take(ROOM, at(5), at(20))
                .take(ROOM, at(7), at(8))
                .build();

        assertThat(occupancy.levels(ROOM)).containsExactly(new long[] {0, 30}, new long[] {5, 10}, new long[] {7, 8});
        assertThat(occupancy.levels(Resource.practitioner("room"))).isEmpty();
    }

    @Test
    void itSaysHowManyThereAreAtTheWorstInstantAndHowManyBegin() {
        Occupancy occupancy = Occupancy.builder()
                .take(ROOM, at(0), at(10))
                .take(ROOM, at(10), at(20))
                .take(ROOM, at(15), at(30))
                .count("visit", "here", at(8))
                .count("visit", "here", at(9))
                .count("visit", "here", at(10))
                .count("visit", "here", at(20))
                .count("visit", "here", at(21))
                .count("visit", "there", at(10))
                .build();

        assertThat(occupancy.most(ROOM, new Stretch(at(5), at(15)))).isEqualTo(1);
        assertThat(occupancy.most(ROOM, new Stretch(at(5), at(15).plusNanos(1))))
                .isEqualTo(2);
        assertThat(occupancy.most(ROOM, new Stretch(at(30), at(40)))).isZero();
        assertThat(occupancy.visits("visit", "here", new Stretch(at(10), at(20))))
                .isEqualTo(1);
        assertThat(occupancy.visits("other", "here", new Stretch(at(10), at(20))))
                .isZero();
    }

    @Test
    void whatEndsDoesNotMeetWhatBeginsThen() {
        Occupancy occupancy = Occupancy.builder()
                .take(ROOM, at(0), at(10))
                .take(ROOM, at(10), at(20))
                .build();

        assertThat(occupancy.levels(ROOM)).containsExactly(new long[] {0, 20});
    }

    @Test
    void anEmptyIntervalTakesNothingAndABackwardOneIsRefused() {
        Occupancy.Builder builder = Occupancy.builder().take(ROOM, at(5), at(5));

        assertThat(builder.build().levels(ROOM)).isEmpty();
        assertThatThrownBy(() -> builder.take(ROOM, at(6), at(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pool/here/room")
                .hasMessageContaining("1970-01-01T00:00:06Z");
    }

    @Test
    void whatEndsBetweenTwoSecondsTakesBoth() {
        Occupancy occupancy = Occupancy.builder()
                .take(ROOM, at(5).plusNanos(1), at(6).plusNanos(1))
                .build();

        assertThat(occupancy.levels(ROOM)).containsExactly(new long[] {5, 7});
    }

    @Test
    void theLevelsAreWhatCountingEverySecondFinds() {
        Random random = new Random(20261124);
        int compared = 0;
        for (int round = 0; round < 500; round++) {
            int[] count = new int[100];
            Occupancy.Builder builder = Occupancy.builder();
            for (int i = random.nextInt(12); i > 0; i--) {
                int from = random.nextInt(90);
                int until = from + random.nextInt(10);
                builder.take(ROOM, at(from), at(until));
                for (int second = from; second < until; second++) {
                    count[second]++;
                }
            }
            List<long[]> levels = builder.build().levels(ROOM);
            for (int level = 0; level <= levels.size(); level++) {
                List<Long> expected = new ArrayList<>();
                for (int second = 1; second < 100; second++) {
                    if ((count[second - 1] > level) != (count[second] > level)) {
                        expected.add((long) second);
                    }
                }
                if (count[0] > level) {
                    expected.add(0, 0L);
                }
                long[] found = level < levels.size() ? levels.get(level) : new long[0];
                assertThat(found)
                        .containsExactly(
                                expected.stream().mapToLong(Long::longValue).toArray());
                compared++;
            }
        }
        System.out.println("levels otherwise than counted: 0 of " + compared);
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
