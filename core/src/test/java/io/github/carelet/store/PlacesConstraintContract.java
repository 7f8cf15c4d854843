package io.github.carelet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.booking.BookingSamples;
import io.github.carelet.booking.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the database refuses by itself. Nothing here looks before it inserts, as the code under test does: whoever writes
 * past that code, or with a mistake in it, still can't give a time to more than may have it.
 */
abstract class PlacesConstraintContract {

    private static final int ATTEMPTS = 300;
    private static final int HORIZON = 500;
    private static final String INSERT = """
            insert into %s (resource, seat, from_at, until_at, capacity, booking_id) values (1, ?, ?, ?, ?, 'a')
            """;

    /** Returns a storage with nothing in it. */
    abstract SqlStorage storage();

    private void prepare() {
        storage().bookings().tryReserve(BookingSamples.sparse("a"), BookingSamples.key("a"), List.of());
        storage().database().write(sql -> {
            sql.update("insert into carelet_resource (key) values ('pool/arcadia/room')");
            sql.run("create table unguarded (resource INTEGER, seat INTEGER, from_at BIGINT, until_at BIGINT,"
                    + " capacity INTEGER, booking_id TEXT)");
            return true;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void withoutAnyLookBeforehandNoInstantIsGivenToMoreThanTheCapacity(int capacity) throws Exception {
        prepare();
        Random random = new Random(capacity);
        List<long[]> visits = new ArrayList<>();
        for (int i = 0; i < ATTEMPTS; i++) {
            long from = random.nextInt(HORIZON - 60);
            visits.add(new long[] {from, from + 1 + random.nextInt(60)});
        }
        int taken = insertAll(visits, capacity, "carelet_place");
        int unguarded = insertAll(visits, capacity, "unguarded");

        int over = minutesOver(capacity, "carelet_place");
        int control = minutesOver(capacity, "unguarded");
        System.out.println(over + " of " + HORIZON + " minutes given to more than " + capacity
                + " by the database alone, "
                + taken + " of " + ATTEMPTS + " blind inserts by 8 threads taken; control, without the constraint: "
                + control + " minutes, " + unguarded + " taken");
        assertThat(over).isZero();
        assertThat(control).isPositive();
        assertThat(unguarded).isEqualTo(ATTEMPTS);
        assertThat(taken).isBetween(5, ATTEMPTS / 2);
    }

    private int insertAll(List<long[]> visits, int capacity, String table) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> inserts = visits.stream()
                    .<Callable<Boolean>>map(visit -> () -> insertOnAnySeat(visit, capacity, table))
                    .toList();
            int taken = 0;
            for (Future<Boolean> each : threads.invokeAll(inserts)) {
                taken += each.get() ? 1 : 0;
            }
            return taken;
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean insertOnAnySeat(long[] visit, int capacity, String table) {
        for (int seat = 0; seat < capacity; seat++) {
            if (isTaken(seat, visit, capacity, table)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTaken(int seat, long[] visit, int capacity, String table) {
        try {
            storage()
                    .database()
                    .write(sql -> sql.update(INSERT.replace("%s", table), seat, visit[0], visit[1], capacity));
            return true;
        } catch (StoreUnavailableException e) {
            assertThat(e).hasMessageContaining("carelet_place");
            return false;
        }
    }

    private int minutesOver(int capacity, String table) {
        int over = 0;
        for (int minute = 0; minute < HORIZON; minute++) {
            int at = minute;
            long there = storage()
                    .database()
                    .read(sql -> sql.first(
                                    "select count(*) as there from " + table + " where from_at <= ? and until_at > ?",
                                    row -> row.number("there"),
                                    at,
                                    at)
                            .orElseThrow());
            over += there > capacity ? 1 : 0;
        }
        return over;
    }

    @ParameterizedTest(name = "seat {0} from {1} until {2} of capacity {3}")
    @CsvSource({"0, 10, 21, 1", "0, 29, 40, 1", "0, 20, 30, 3", "0, 0, 100, 1", "0, 22, 23, 1", "1, 5, 25, 3"})
    void anOverlapOfOneMinuteIsRefused(int seat, long from, long until, int capacity) {
        prepare();
        insert(0, 20, 30, 1);
        insert(1, 20, 30, 3);
        assertThatThrownBy(() -> insert(seat, from, until, capacity)).hasMessageContaining("carelet_place");
        insert(0, 10, 20, 1);
        insert(0, 30, 40, 1);
    }

    @ParameterizedTest(name = "seat {0} from {1} until {2} of capacity {3}")
    @CsvSource({"1, 0, 10, 1", "-1, 0, 10, 1", "3, 0, 10, 3", "0, 10, 10, 1", "0, 11, 10, 1"})
    void whatIsNoPlaceIsRefused(int seat, long from, long until, int capacity) {
        prepare();
        assertThatThrownBy(() -> insert(seat, from, until, capacity)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void aPlaceIsNotMovedOntoAnother() {
        prepare();
        insert(0, 20, 30, 1);
        insert(0, 40, 50, 1);
        assertThatThrownBy(() -> storage()
                        .database()
                        .write(sql ->
                                sql.update("update carelet_place set from_at = 25, until_at = 45 where from_at = 40")))
                .isInstanceOf(StoreUnavailableException.class);
    }

    private void insert(int seat, long from, long until, int capacity) {
        storage()
                .database()
                .write(sql -> sql.update(INSERT.replace("%s", "carelet_place"), seat, from, until, capacity));
    }
}
