package io.github.carelet.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.store.RushProcess.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two processes of fifty threads each want the same times of one database. {@code -Dcarelet.contention.slots=1000} makes it
 * more times.
 */
final class ContentionTest {

    private static final int SLOTS = Integer.getInteger("carelet.contention.slots", 8);
    private static final int PROCESSES = 2;
    private static final int THREADS = 50;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void ofAHundredWhoWantATimeAsManyGetItAsThereIsRoomFor(int capacity) throws Exception {
        String place = PostgresServer.shared().newSchema();
        Path keyFile = folder.resolve("keys");
        KeyRing keys = KeyRing.loadOrCreate(keyFile);
        List<Answer> answers = rush(place, keyFile, capacity);

        Map<Integer, Integer> winners = new HashMap<>();
        answers.stream().filter(Answer::acknowledged).forEach(each -> winners.merge(each.slot(), 1, Integer::sum));
        long wrong =
                winners.values().stream().filter(count -> count != capacity).count();
        System.out.println(wrong + " of " + SLOTS + " times given to more or fewer than " + capacity + " of "
                + PROCESSES * THREADS + " threads in " + PROCESSES + " processes, " + answers.size() + " answers");
        assertThat(answers).hasSize(SLOTS * PROCESSES * THREADS);
        assertThat(winners).hasSize(SLOTS);
        assertThat(wrong).isZero();
        try (HikariDataSource source = PostgresServer.pool(place);
                SqlStorage storage = SqlStorage.open(source, keys)) {
            Inventory inventory = Inventory.of(storage);
            assertThat(inventory.bookings()).hasSize(SLOTS * capacity);
            assertThat(inventory.slotsOver(capacity)).isZero();
            assertThat(inventory.slotsOver(capacity - 1)).as("control").isEqualTo(SLOTS);
        }
    }

    private List<Answer> rush(String place, Path keyFile, int capacity) throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(PROCESSES);
        try {
            List<Callable<List<Answer>>> rushes = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                String name = "node" + i;
                RushOrder order = new RushOrder(
                        place, keyFile.toString(), name, 0, SLOTS, THREADS, capacity, KillPoint.ANY_TIME, 0);
                rushes.add(() -> {
                    try (RushProcess process =
                            RushProcess.start(Rush.class, order.words(), folder.resolve("errors-" + name))) {
                        return process.read(Integer.MAX_VALUE);
                    }
                });
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<List<Answer>> each : readers.invokeAll(rushes)) {
                answers.addAll(each.get());
            }
            return answers;
        } finally {
            readers.shutdownNow();
        }
    }
}
