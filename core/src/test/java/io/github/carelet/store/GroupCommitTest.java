package io.github.carelet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.booking.BookingSamples;
import io.github.carelet.booking.Reservation;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.store.Database.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GroupCommitTest {

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private SqlStorage storage;
    private SqliteDatabase database;

    @BeforeEach
    void open() {
        storage = SqlStorage.open(folder, KeyRing.ephemeral());
        database = (SqliteDatabase) storage.database();
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        storage.close();
    }

    @Test
    void manyBookingsShareOneCommit() throws Exception {
        int each = 25;
        AtomicInteger won = new AtomicInteger();
        long before = database.commits();
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String thread = "t" + i + "-";
            all.add(threads.submit((Callable<Void>) () -> {
                go.await();
                for (int k = 0; k < each; k++) {
                    String id = thread + k;
                    Reservation answer =
                            storage.bookings().tryReserve(BookingSamples.sparse(id), BookingSamples.key(id), List.of());
                    won.addAndGet(answer instanceof Reservation.Won ? 1 : 0);
                }
                return null;
            }));
        }
        go.countDown();
        for (Future<?> one : all) {
            one.get();
        }
        long grouped = database.commits() - before;
        long control = commitsOfOneThread(each);
        System.out.println(grouped + " commits for " + won + " bookings of 32 threads; control: " + control
                + " commits for " + each + " bookings of one thread");
        assertThat(won).hasValue(32 * each);
        assertThat(grouped).isLessThan(32 * each / 3);
        assertThat(control).isEqualTo(each);
    }

    private long commitsOfOneThread(int count) {
        long before = database.commits();
        for (int k = 0; k < count; k++) {
            storage.bookings().tryReserve(BookingSamples.sparse("c" + k), BookingSamples.key("c" + k), List.of());
        }
        return database.commits() - before;
    }

    @Test
    void workThatFailsFailsAlone() throws Exception {
        long before = database.commits();
        List<Future<Integer>> answers = inOneGroup(List.of(
                insertKey("one"),
                sql -> {
                    sql.update("insert into carelet_key (id, probe) values (?, x'00')", "torn");
                    throw new IllegalArgumentException("planted");
                },
                sql -> sql.update("insert into carelet_key (id, probe) values (?, x'00')", "one"),
                insertKey("two")));

        assertThat(answers.get(0).get()).isEqualTo(1);
        assertThatThrownBy(answers.get(1)::get)
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("planted");
        assertThatThrownBy(answers.get(2)::get).hasCauseInstanceOf(StoreUnavailableException.class);
        assertThat(answers.get(3).get()).isEqualTo(1);
        assertThat(keys()).contains("one", "two").doesNotContain("torn");
        assertThat(database.commits() - before).as("gate, then the group").isEqualTo(2);
    }

    @Test
    void aCommitThatFailsFailsAllThatWasInIt() throws Exception {
        List<Future<Integer>> answers = inOneGroup(List.of(
                insertKey("one"),
                sql -> {
                    // Checked at the commit only: an entry of a booking that there is not.
                    sql.update("pragma defer_foreign_keys = on");
                    return sql.update("insert into carelet_history (booking_id, version, at, actor, status)"
                            + " values ('none', 1, 0, 'system', 'held')");
                },
                insertKey("two")));

        for (Future<Integer> answer : answers) {
            assertThatThrownBy(answer::get).hasCauseInstanceOf(StoreUnavailableException.class);
        }
        assertThat(keys()).doesNotContain("one", "two");
        storage.check();
    }

    @Test
    void aFullDiskRefusesWhatItCannotKeepAndNothingElse() {
        database.write(sql -> sql.rows("pragma max_page_count = 60", Row::only));
        int kept = 0;
        boolean full = false;
        while (!full) {
            assertThat(kept).isLessThan(10_000);
            String id = "b" + kept;
            try {
                storage.bookings().tryReserve(BookingSamples.sparse(id), BookingSamples.key(id), List.of());
                kept++;
            } catch (StoreUnavailableException e) {
                assertThat(e).hasMessageContaining("full");
                full = true;
            }
        }
        assertThat(kept).isPositive();
        for (int i = 0; i < kept; i++) {
            assertThat(storage.bookings().findByReference("REF-b" + i)).isPresent();
        }
        assertThat(storage.bookings().findByReference("REF-b" + kept)).isEmpty();

        database.write(sql -> sql.rows("pragma max_page_count = 100000", Row::only));
        String id = "b" + kept;
        assertThat(storage.bookings().tryReserve(BookingSamples.sparse(id), BookingSamples.key(id), List.of()))
                .isEqualTo(new Reservation.Won());
        storage.check();
    }

    @Test
    void whoWaitsCannotBeInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThat(database.write(insertKey("one"))).isEqualTo(1);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        assertThat(keys()).contains("one");
    }

    @Test
    void closingDoesWhatIsWaitingAndRefusesWhatComesLater() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        Future<Integer> blocked = queued(gated(gate));
        Future<Integer> waiting = queued(insertKey("waiting"));
        Future<?> closing = threads.submit(storage::close);
        gate.countDown();

        assertThat(blocked.get()).isZero();
        assertThat(waiting.get()).isEqualTo(1);
        closing.get();
        assertThatThrownBy(storage::check)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> storage.bookings().findByReference("REF-a"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("closed");
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("carelet-store-writer");
    }

    private static Work<Integer> insertKey(String id) {
        return sql -> sql.update("insert into carelet_key (id, probe) values (?, x'00')", id);
    }

    private List<String> keys() {
        return database.read(sql -> sql.rows("select id from carelet_key", Row::only));
    }

    /** Holds the writer with a first piece of work until all the others wait behind it. */
    private List<Future<Integer>> inOneGroup(List<Work<Integer>> works)
            throws InterruptedException, ExecutionException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        Work<Integer> closed = gated(gate);
        Future<Integer> first = queued(sql -> {
            running.countDown();
            return closed.on(sql);
        });
        running.await();
        List<Future<Integer>> answers = new ArrayList<>();
        for (Work<Integer> work : works) {
            answers.add(queued(work));
        }
        gate.countDown();
        first.get();
        return answers;
    }

    private static Work<Integer> gated(CountDownLatch gate) {
        return sql -> {
            try {
                gate.await();
                return 0;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** Hands work to the writer and returns once it waits there or runs. */
    private Future<Integer> queued(Work<Integer> work) {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                answer.complete(database.write(work));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        thread.start();
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
        return answer;
    }

    @Test
    void noMoreThanSixtyFourShareACommit() throws Exception {
        long before = database.commits();
        List<Future<Integer>> answers = inOneGroup(IntStream.range(0, GroupCommit.MOST_PER_COMMIT + 1)
                .mapToObj(i -> insertKey("k" + i))
                .toList());
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(1);
        }
        assertThat(database.commits() - before).as("gate, 64, 1").isEqualTo(3);
    }
}
