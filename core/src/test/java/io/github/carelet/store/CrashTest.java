package io.github.carelet.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.store.RushProcess.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged is there after the process was killed, at any time and at the worst moments, and nobody got what
 * another one has. {@code -Dcarelet.crash.kills=100} makes it as many kills of each store.
 */
final class CrashTest {

    private static final int KILLS = Integer.getInteger("carelet.crash.kills", 6);
    private static final int THREADS = 4;
    private static final int CAPACITY = 2;
    private static final int SLOTS = 10_000;

    /** Whatever has happened before is enough for the control to lose something. */
    private static final int CONTROL = 2_000;

    private static final int MOST_CONTROL_KILLS = 5;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostAndNothingGivenTwiceWhenTheEmbeddedStoreIsKilled() throws Exception {
        String place = folder.resolve("data").toString();
        List<Answer> ledger = rushes(place);
        List<Answer> control = rush(order(place, "control", KillPoint.ACKNOWLEDGE_EARLY, 0), CONTROL);
        try (SqlStorage storage = SqlStorage.open(Path.of(place), keys())) {
            List<String> integrity = storage.database().read(sql -> sql.rows("pragma integrity_check", Row::only));
            assertThat(integrity).containsExactly("ok");
            assertNothingIsLost("SQLite", storage, ledger, control);
        }
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingGivenTwiceWhenANodeOnPostgresqlIsKilled() throws Exception {
        String place = PostgresServer.shared().newSchema();
        List<Answer> ledger = rushes(place);
        List<Answer> control = rush(order(place, "control", KillPoint.ACKNOWLEDGE_EARLY, 0), CONTROL);
        try (HikariDataSource source = PostgresServer.pool(place);
                SqlStorage storage = SqlStorage.open(source, keys())) {
            assertNothingIsLost("PostgreSQL", storage, ledger, control);
        }
    }

    @Test
    void aDatabaseThatDoesNotForceItsCommitsToTheDiskIsSeenToLoseThem() throws Exception {
        int kills = 0;
        int lost = 0;
        // It writes to the disk now and then: a kill that comes right after that loses nothing.
        while (lost == 0 && kills < MOST_CONTROL_KILLS) {
            kills++;
            lost = lostByH2(folder.resolve("h2-" + kills).toString());
        }
        System.out.println(
                "control, H2 with its default settings: " + lost + " acknowledged rows lost in kill " + kills);
        assertThat(lost).isPositive();
    }

    private int lostByH2(String file) throws IOException {
        List<Answer> ledger;
        try (RushProcess process =
                RushProcess.start(H2Rush.class, List.of(file, "1000000"), folder.resolve("errors-h2"))) {
            ledger = process.read(CONTROL);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists booking (id varchar primary key)");
            var rows = statement.executeQuery("select count(*) from booking");
            rows.next();
            return ledger.size() - rows.getInt(1);
        } catch (SQLException e) {
            // It may not even open any more.
            return ledger.size();
        }
    }

    private List<Answer> rushes(String place) throws IOException {
        Random random = new Random(KILLS);
        List<Answer> ledger = new ArrayList<>();
        KillPoint[] points = KillPoint.values();
        for (int kill = 0; kill < KILLS; kill++) {
            KillPoint point = points[kill % KillPoint.ACKNOWLEDGE_EARLY.ordinal()];
            int after = 20 + random.nextInt(120);
            ledger.addAll(rush(order(place, "kill" + kill, point, after), point == KillPoint.ANY_TIME ? after : SLOTS));
        }
        return ledger;
    }

    private RushOrder order(String place, String name, KillPoint point, int after) {
        int first = name.equals("control") ? 0 : SLOTS * Integer.parseInt(name.substring(4));
        return new RushOrder(
                place, folder.resolve("keys").toString(), name, first, SLOTS, THREADS, CAPACITY, point, after);
    }

    private List<Answer> rush(RushOrder order, int killAfter) throws IOException {
        Path errors = folder.resolve("errors-" + order.name());
        try (RushProcess process = RushProcess.start(Rush.class, order.words(), errors)) {
            List<Answer> answers = process.read(killAfter);
            assertThat(process.isDone()).as("it was killed at " + order.point()).isFalse();
            assertThat(answers).as("see " + errors).isNotEmpty();
            return answers;
        }
    }

    private KeyRing keys() {
        return KeyRing.loadOrCreate(folder.resolve("keys"));
    }

    private static void assertNothingIsLost(
            String store, SqlStorage storage, List<Answer> ledger, List<Answer> control) {
        Inventory inventory = Inventory.of(storage);
        List<Answer> acknowledged = ledger.stream().filter(Answer::acknowledged).toList();
        long contended = ledger.stream().map(Answer::slot).distinct().count();
        int lost = inventory.missingBookings(acknowledged);
        int messages = inventory.missingMessages(acknowledged);
        int twice = inventory.slotsOver(CAPACITY);
        int early = inventory.missingBookings(control);
        System.out.println(store + ": " + lost + " of " + acknowledged.size() + " acknowledged bookings lost, "
                + messages
                + " of their events lost or renamed, " + twice + " of " + contended
                + " contended times given to more than "
                + CAPACITY + ", in " + KILLS + " kills; control, acknowledged before the commit: " + early + " of "
                + control.size() + " lost");
        assertThat(acknowledged).hasSizeGreaterThan(15 * KILLS);
        assertThat(lost).isZero();
        assertThat(messages).isZero();
        assertThat(inventory.torn()).isZero();
        assertThat(twice).isZero();
        assertThat(inventory.slotsOver(CAPACITY - 1)).as("control").isPositive();
        assertThat(early).isBetween(1, control.size() - 1);
    }
}
