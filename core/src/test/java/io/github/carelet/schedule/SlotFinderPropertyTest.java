package io.github.carelet.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.schedule.RandomSketch.Case;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The finder against a search that knows no tricks, on rules, hours, clocks and bookings drawn at random. */
class SlotFinderPropertyTest {

    private static final int CASES = 1_500;
    private static final int DAYS = 12;

    @Test
    void itListsWhatTheNaiveSearchListsAndAcceptsExactlyThat() {
        RandomSketch random = new RandomSketch(20261124);
        int slots = 0;
        int judged = 0;
        int accepted = 0;
        for (int i = 0; i < CASES; i++) {
            Case drawn = random.next();
            List<Slot> listed = listed(drawn.sketch(), drawn);
            assertThat(listed).as("%s", drawn).isEqualTo(naive(drawn));
            slots += listed.size();
            Set<Instant> starts = new HashSet<>();
            listed.forEach(slot -> starts.add(slot.start().toInstant()));
            SlotFinder finder = drawn.sketch().finder();
            Occupancy taken = drawn.taken().occupancy();
            for (int k = 0; k < 40; k++) {
                Instant start = start(random, drawn, listed);
                Optional<Refusal> refusal = finder.judge(start, drawn.now(), taken);
                assertThat(refusal.isEmpty()).as("%s at %s", drawn, start).isEqualTo(starts.contains(start));
                assertThat(finder.claim(start, drawn.now(), taken).isPresent()).isEqualTo(refusal.isEmpty());
                judged++;
                accepted += refusal.isEmpty() ? 1 : 0;
            }
        }
        System.out.println("slots otherwise than by the naive search: 0 of " + slots + " in " + CASES
                + " cases; judged otherwise than listed: 0 of " + judged + ", accepted " + accepted);
        assertThat(accepted).isBetween(1, judged - 1);
    }

    @Test
    void nextIsTheFirstOneAfterTheDaysThatWereAskedFor() {
        RandomSketch random = new RandomSketch(4711);
        int found = 0;
        for (int i = 0; i < CASES; i++) {
            Case drawn = random.next();
            LocalDate today = drawn.today();
            SlotQuery query = new SlotQuery(
                    today, today.plusDays(2), drawn.now(), drawn.taken().occupancy());
            Optional<Slot> next = drawn.sketch().finder().find(query).next();
            List<Slot> later = new ArrayList<>();
            for (int ahead = 3; ahead <= DAYS && later.isEmpty(); ahead++) {
                later.addAll(drawn.naive().on(today.plusDays(ahead)));
            }
            assertThat(next).as("%s", drawn).isEqualTo(later.stream().findFirst());
            found += next.isPresent() ? 1 : 0;
        }
        System.out.println("next otherwise than by the naive search: 0 of " + CASES + ", found " + found);
        assertThat(found).isBetween(1, CASES - 1);
    }

    /** A finder with one rule wrong: each must be seen. */
    enum Mutation {
        NO_BUFFER(sketch -> sketch.buffers(0, 0)),
        ONE_MORE(sketch -> sketch.capacity(sketch.amounts().capacity() + 1)),
        NO_NOTICE(sketch -> sketch.notice(Duration.ZERO)),
        NO_CAP(sketch -> sketch.perDay(10_000)),
        A_DAY_MORE(sketch -> sketch.window(sketch.amounts().windowDays() + 1)),
        NO_EXCEPTIONS(sketch -> sketch.open(new io.github.carelet.catalog.OpeningHours(
                sketch.open().orElseThrow().weekly(), List.of()))),
        EVERYBODY_IS_THERE(sketch -> sketch.practitioners().isEmpty() ? sketch : sketch.by("ann", "bob", "cid", "dee"));

        private final UnaryOperator<Sketch> change;

        Mutation(UnaryOperator<Sketch> change) {
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFinderWithOneRuleWrongIsSeen(Mutation mutation) {
        RandomSketch random = new RandomSketch(20261124);
        int seen = 0;
        for (int i = 0; i < 200; i++) {
            Case drawn = random.next();
            seen += listed(mutation.change.apply(drawn.sketch()), drawn).equals(naive(drawn)) ? 0 : 1;
        }
        System.out.println("control " + mutation + ": seen in " + seen + " of 200 cases");
        assertThat(seen).isPositive();
    }

    private static List<Slot> listed(Sketch sketch, Case drawn) {
        LocalDate today = drawn.today();
        SlotQuery query = new SlotQuery(
                today.minusDays(1),
                today.plusDays(DAYS),
                drawn.now(),
                drawn.taken().occupancy());
        List<Slot> listed = new ArrayList<>();
        for (SlotDay day : sketch.finder().find(query).days()) {
            listed.addAll(day.slots());
            assertThat(day.reason().isPresent()).isEqualTo(day.size() == 0);
        }
        return listed;
    }

    private static List<Slot> naive(Case drawn) {
        List<Slot> slots = new ArrayList<>();
        for (int ahead = -1; ahead <= DAYS; ahead++) {
            slots.addAll(drawn.naive().on(drawn.today().plusDays(ahead)));
        }
        return slots;
    }

    /** A listed start, one beside it, or any. */
    private static Instant start(RandomSketch random, Case drawn, List<Slot> listed) {
        if (!listed.isEmpty() && random.chance(2)) {
            Instant start = random.any(listed).start().toInstant();
            return random.chance(2) ? start : start.plusSeconds(random.any(List.of(-1, 1, -300, 300, 86_400)));
        }
        return drawn.now().plusSeconds(300L * random.any(List.of(-7, 0, 5, 12, 100, 288, 700, 2_000)));
    }
}
