package io.github.carelet.store;

import static io.github.carelet.store.GroupCommit.unavailable;

import io.github.carelet.store.StorageException.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A PostgreSQL database, reached through the host's data source: a connection and a transaction for each piece of work. Any
 * number of processes may use it at once.
 *
 * <p>Where the database gave up a transaction because of another one, it is run again, a bounded number of times. Nothing
 * here waits for an answer longer than {@value #ANSWER_MILLIS} ms, but for an upgrade of the schema.
 */
final class PostgresDatabase implements Database {

    private static final int TRIES = 5;
    private static final int ANSWER_MILLIS = 10_000;
    private static final int UPGRADE_MILLIS = 600_000;

    /** Any number will do, as long as all who upgrade the schema take the same one. */
    private static final long UPGRADE_LOCK = 0x6361_7265_6c65_74L;

    private static final String DISK_FULL = "53100";

    /** More than fits in the pages that a table has anyhow. */
    private static final String WANT_ROOM =
            "insert into carelet_probe (id, checks) select n, 1 from generate_series(2, 5000) n";

    private static final String GIVE_ROOM_BACK = "delete from carelet_probe where id > 1";

    /** serialization_failure and deadlock_detected: the same work may succeed when it is done again. */
    private static final Set<String> WORTH_ANOTHER_TRY = Set.of("40001", "40P01");

    private final DataSource source;
    private volatile boolean closed;
    private volatile boolean full;

    private PostgresDatabase(DataSource source) {
        this.source = source;
    }

    /** Connects, makes sure that what is committed is durable, and brings the schema up to date. */
    static PostgresDatabase open(DataSource source) {
        PostgresDatabase database = new PostgresDatabase(source);
        String place = "of the data source";
        try {
            place = database.transaction(ANSWER_MILLIS, Sql::place);
            String known = place;
            database.transaction(UPGRADE_MILLIS, sql -> {
                requireDurable(sql, known);
                sql.first("select pg_advisory_xact_lock(?)", row -> "", UPGRADE_LOCK);
                // Who waits for a whole table lets nobody else pass meanwhile.
                sql.run("set local lock_timeout = '5s'");
                new Schema(Dialect.POSTGRESQL, known).upgrade(sql);
                return known;
            });
            return database;
        } catch (SQLException e) {
            throw new StorageException(
                    Problem.UNUSABLE, place, "The database " + place + " can't be opened: " + e.getMessage(), e);
        }
    }

    private static void requireDurable(Sql sql, String place) throws SQLException {
        refuse(sql, place, "fsync", "off");
        refuse(sql, place, "synchronous_commit", "off");
    }

    private static void refuse(Sql sql, String place, String setting, String value) throws SQLException {
        if (sql.first("show " + setting, Row::only).orElseThrow().equals(value)) {
            throw new StorageException(
                    Problem.UNUSABLE,
                    place,
                    "The database " + place + " runs with " + setting + "=" + value
                            + ", so that what it has confirmed may be lost. Set it to on.");
        }
    }

    /** Returns where bookings are kept, as messages call it. */
    String place() {
        return read(Sql::place);
    }

    @Override
    public <T> T write(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction(ANSWER_MILLIS, work);
            } catch (SQLException e) {
                if (DISK_FULL.equals(e.getSQLState())) {
                    full = true;
                }
                if (attempt == TRIES || !WORTH_ANOTHER_TRY.contains(String.valueOf(e.getSQLState()))) {
                    throw unavailable(e);
                }
            }
        }
    }

    /** On a full disk what is small is still written, into room that there is: whoever has met that asks for more. */
    @Override
    public void probe() {
        boolean wantsRoom = full;
        write(sql -> {
            sql.update(PROBE);
            if (wantsRoom) {
                sql.update(WANT_ROOM);
                sql.update(GIVE_ROOM_BACK);
            }
            return wantsRoom;
        });
        if (wantsRoom) {
            full = false;
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        try {
            return connected(ANSWER_MILLIS, connection -> on(connection, work));
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private <T> T transaction(int answerMillis, Work<T> work) throws SQLException {
        return connected(answerMillis, connection -> {
            connection.setAutoCommit(false);
            try {
                T result = on(connection, work);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            } finally {
                // Not every pool does this by itself. On a connection that is gone, it does nothing.
                connection.setAutoCommit(true);
            }
        });
    }

    /** Something to do with a connection. */
    private interface Use<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T connected(int answerMillis, Use<T> use) throws SQLException {
        if (closed) {
            throw unavailable(new IllegalStateException("the storage is closed"));
        }
        try (Connection connection = source.getConnection()) {
            int patience = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, answerMillis);
            T result = use.of(connection);
            connection.setNetworkTimeout(Runnable::run, patience);
            return result;
        }
    }

    private static <T> T on(Connection connection, Work<T> work) throws SQLException {
        Sql sql = new Sql(connection, Dialect.POSTGRESQL);
        T result = work.on(sql);
        sql.forgetStatements();
        return result;
    }

    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is gone, and what was begun on it as well.
            failure.addSuppressed(e);
        }
    }

    /** Lets go of the data source, which is the host's and stays open. */
    @Override
    public void close() {
        closed = true;
    }
}
