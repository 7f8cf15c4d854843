package io.github.carelet.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingSamples;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.HistoryEntry;
import io.github.carelet.booking.Reservation;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.delivery.Attempt;
import io.github.carelet.delivery.Outbox.Claim;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.store.StorageException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

final class PostgresStorageTest {

    private static final int NODES = 4;

    private final KeyRing keys = KeyRing.ephemeral();
    private PostgresServer server;
    private String url;
    private HikariDataSource source;

    @BeforeEach
    void newSchema() {
        server = PostgresServer.shared();
        url = server.newSchema();
        source = PostgresServer.pool(url);
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void whatWasStoredIsThereForAnotherNodeAndTheSourceStaysOpen() throws SQLException {
        Booking booking = BookingSamples.booking("a", BookingStatus.REQUESTED);
        try (SqlStorage one = SqlStorage.open(source, keys);
                SqlStorage other = SqlStorage.open(source, keys)) {
            one.check();
            one.bookings().tryReserve(booking, BookingSamples.key("a"), List.of());
            assertThat(other.bookings().findByReference("REF-a")).contains(booking);
        }
        assertThat(source.getConnection().isValid(1)).isTrue();
    }

    @Test
    void aClosedStorageTakesNothing() {
        SqlStorage storage = SqlStorage.open(source, keys);
        storage.close();
        assertThatThrownBy(storage::check)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void nodesThatStartAtOnceMakeTheTablesOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(NODES);
        try {
            List<Callable<SqlStorage>> starts = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                starts.add(() -> SqlStorage.open(source, keys));
            }
            for (Future<SqlStorage> start : threads.invokeAll(starts)) {
                start.get().close();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(query("select version from carelet_schema order by version")).containsExactlyElementsOf(versions());
    }

    private static List<String> versions() {
        List<String> versions = new ArrayList<>();
        for (int version = 1; version <= Schema.steps().size(); version++) {
            versions.add(Integer.toString(version));
        }
        return versions;
    }

    @Test
    void aNewerSchemaIsRefused() throws SQLException {
        SqlStorage.open(source, keys).close();
        int newer = Schema.steps().size() + 1;
        statement("insert into carelet_schema (version, checksum) values (" + newer + ", 'of the future')");
        assertThat(refused(url, Problem.NEWER_SCHEMA)).contains("version " + newer);
    }

    @Test
    void aSchemaOfOtherStepsIsRefused() throws SQLException {
        SqlStorage.open(source, keys).close();
        statement("update carelet_schema set checksum = 'x' where version = 2");
        assertThat(refused(url, Problem.FOREIGN_SCHEMA)).contains("002-outbox.sql");
    }

    @Test
    void anUpgradeThatFailsLeavesNothing() throws SQLException {
        statement("create table carelet_attempt (in_the_way TEXT)");
        assertThat(refused(url, Problem.UNUSABLE)).contains("carelet_attempt");
        assertThat(query("select tablename from pg_tables where schemaname = current_schema()"))
                .containsExactly("carelet_attempt");
    }

    @Test
    void aHostMayRunTheFilesByAToolOfItsOwnAndGiveNoRightToMakeTables() throws SQLException, IOException {
        statement("create table carelet_schema (version INTEGER not null primary key, checksum TEXT not null)");
        for (int version = 1; version <= Schema.steps().size(); version++) {
            statement(script(Schema.steps().get(version - 1)));
            statement("insert into carelet_schema (version, checksum) values (" + version + ", 'host')");
        }
        String schema = query("select current_schema()").get(0);
        server.admin("create role guest_" + schema + " login");
        server.admin("grant usage on schema " + schema + " to guest_" + schema);
        server.admin("grant select, insert, update, delete on all tables in schema " + schema + " to guest_" + schema);

        try (HikariDataSource guest = PostgresServer.pool(url.replace("user=postgres", "user=guest_" + schema));
                SqlStorage storage = SqlStorage.open(guest, keys)) {
            assertThat(storage.bookings()
                            .tryReserve(
                                    BookingSamples.sparse("a"),
                                    BookingSamples.key("a"),
                                    List.of(BookingSamples.message("a", "a"))))
                    .isEqualTo(new Reservation.Won());
        }
    }

    @Test
    void aServerThatDoesNotWriteThroughIsRefused() {
        assertThat(refused(url + "&options=-c%20synchronous_commit=off", Problem.UNUSABLE))
                .contains("synchronous_commit=off");
        server.admin("alter system set fsync = off");
        try {
            server.admin("select pg_reload_conf()");
            assertThat(refusedAfterReload()).contains("fsync=off");
        } finally {
            server.admin("alter system reset fsync");
            server.admin("select pg_reload_conf()");
        }
    }

    /** The server takes a moment to read its configuration again. */
    private String refusedAfterReload() {
        Instant end = Instant.now().plusSeconds(20);
        while (Instant.now().isBefore(end)) {
            try {
                SqlStorage.open(source, keys).close();
            } catch (StorageException e) {
                return e.toString();
            }
        }
        throw new AssertionError("fsync=off was never refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"synchronous_commit=on", "synchronous_commit=local"})
    void aServerThatDoesIsNot(String setting) {
        try (HikariDataSource other = PostgresServer.pool(url + "&options=-c%20" + setting)) {
            SqlStorage.open(other, keys).close();
        }
    }

    @Test
    void aMissingKeyIsNamedAndNoSecretOfTheAddressIs() {
        SqlStorage.open(source, keys).close();
        StorageException failure =
                catchThrowableOfType(StorageException.class, () -> SqlStorage.open(source, KeyRing.ephemeral()));
        assertThat(failure.problem()).isEqualTo(Problem.KEY_MISSING);
        assertThat(failure).hasMessageContaining(keys.currentId());
        assertThat(failure.place()).startsWith("jdbc:postgresql://").doesNotContain("user=");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://localhost:1/none?connectTimeout=5");
        StorageException failure = catchThrowableOfType(StorageException.class, () -> SqlStorage.open(nowhere, keys));
        assertThat(failure.problem()).isEqualTo(Problem.UNUSABLE);
        assertThat(failure.getMessage()).contains("refused").doesNotContain("\n");
    }

    @Test
    void connectionsThatBreakFailOnlyWhatWasOnThem() {
        try (SqlStorage storage = SqlStorage.open(source, keys)) {
            storage.database().write(sql -> sql.first("select 1 as one", row -> row.text("one")));
            assertThatThrownBy(() -> storage.database().write(sql -> {
                        sql.update("insert into carelet_probe (id, checks) values (77, 1)");
                        return sql.first("select pg_terminate_backend(pg_backend_pid())", Row::only);
                    }))
                    .isInstanceOf(StoreUnavailableException.class);
            storage.check();
            assertThat(query("select id from carelet_probe where id = 77")).isEmpty();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDatabaseThatOnlyReadsIsUnavailableUntilItWritesAgain() {
        try (SqlStorage storage = SqlStorage.open(source, keys)) {
            String table = "alter table carelet_booking add constraint full_disk check (false) not valid";
            statement(table);
            assertThatThrownBy(() -> storage.bookings()
                            .tryReserve(BookingSamples.sparse("a"), BookingSamples.key("a"), List.of()))
                    .isInstanceOf(StoreUnavailableException.class);
            statement("alter table carelet_booking drop constraint full_disk");
            assertThat(storage.bookings().tryReserve(BookingSamples.sparse("a"), BookingSamples.key("a"), List.of()))
                    .isEqualTo(new Reservation.Won());
            assertThat(storage.bookings().history("a")).hasSize(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        try (HikariDataSource reading = PostgresServer.pool(url + "&options=-c%20default_transaction_read_only=on")) {
            StorageException failure =
                    catchThrowableOfType(StorageException.class, () -> SqlStorage.open(reading, keys));
            assertThat(failure.problem()).isEqualTo(Problem.NOT_WRITABLE);
        }
    }

    @Test
    void workThatLostAgainstAnotherTransactionIsDoneAgainButNotForever() {
        try (SqlStorage storage = SqlStorage.open(source, keys)) {
            List<Integer> tries = new ArrayList<>();
            String done = storage.database().write(sql -> {
                tries.add(tries.size());
                if (tries.size() < 3) {
                    throw new SQLException("lost", "40P01");
                }
                return "done";
            });
            assertThat(done).isEqualTo("done");
            assertThat(tries).hasSize(3);

            tries.clear();
            assertThatThrownBy(() -> storage.database().write(sql -> {
                        tries.add(tries.size());
                        throw new SQLException("lost", "40001");
                    }))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(tries).hasSize(5);
        }
    }

    @Test
    void whatAKilledNodeHadClaimedIsTakenOverAfterItsLeaseAndNotBefore() {
        Instant t0 = BookingSamples.NOW;
        Duration lease = Duration.ofSeconds(30);
        try (SqlStorage killed = SqlStorage.open(source, keys)) {
            killed.bookings()
                    .tryReserve(
                            BookingSamples.sparse("a"),
                            BookingSamples.key("a"),
                            List.of(BookingSamples.message("a", "a")));
            Claim lost = killed.outbox().claim(t0, lease, 10).get(0);
            try (SqlStorage other = SqlStorage.open(source, keys)) {
                assertThat(other.outbox().claim(t0.plus(lease).minusMillis(1), lease, 10))
                        .isEmpty();
                assertThat(other.outbox().claim(t0.plus(lease), lease, 10))
                        .containsExactly(new Claim(lost.message(), 2));
            }
            Attempt late = new Attempt(t0, "killed", Attempt.Outcome.DELIVERED, "204", Optional.empty());
            assertThat(killed.outbox().finish(lost, late)).isFalse();
        }
    }

    @Test
    void whatHappenedCannotBeMadeNotToHaveHappened() {
        try (SqlStorage storage = SqlStorage.open(source, keys)) {
            Booking booking = BookingSamples.sparse("a");
            storage.bookings().tryReserve(booking, BookingSamples.key("a"), List.of());
            for (String sabotage : List.of(
                    "delete from carelet_history",
                    "update carelet_history set actor = 'x'",
                    "truncate carelet_history")) {
                assertThatThrownBy(() -> statement(sabotage)).hasMessageContaining("append-only");
            }
            assertThat(storage.bookings().history("a"))
                    .containsExactly(new HistoryEntry(
                            1, booking.createdAt(), "patient", BookingStatus.REQUESTED, Optional.empty()));
        }
    }

    private String refused(String address, Problem problem) {
        try (HikariDataSource other = PostgresServer.pool(address)) {
            StorageException failure = catchThrowableOfType(StorageException.class, () -> SqlStorage.open(other, keys));
            assertThat(failure.problem()).isEqualTo(problem);
            return failure.toString();
        }
    }

    private void statement(String statement) throws SQLException {
        try (Sql sql = new Sql(source.getConnection(), Dialect.POSTGRESQL)) {
            sql.run(statement);
        }
    }

    private List<String> query(String query) throws SQLException {
        try (Sql sql = new Sql(source.getConnection(), Dialect.POSTGRESQL)) {
            return sql.rows(query, Row::only);
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream resource = Schema.class.getResourceAsStream("postgresql/" + name)) {
            return new String(resource.readAllBytes(), UTF_8);
        }
    }
}
