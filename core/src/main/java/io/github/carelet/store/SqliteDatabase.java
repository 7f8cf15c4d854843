package io.github.carelet.store;

import static io.github.carelet.store.GroupCommit.unavailable;

import io.github.carelet.store.StorageException.Problem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * An SQLite file in WAL mode: one connection writes, for many threads at once, a few others read.
 *
 * <p>All connections stay in autocommit, and transactions begin and end by SQL. With the driver's autocommit off, an idle
 * connection would begin the next transaction at once and hold the write lock.
 */
final class SqliteDatabase implements Database {

    private static final int READERS = 4;

    private final GroupCommit writer;
    private final Readers readers;

    private SqliteDatabase(GroupCommit writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /** Opens a file, which may be empty, and brings its schema up to date. */
    static SqliteDatabase open(Path file, int busyMillis) {
        List<Sql> open = new ArrayList<>();
        try {
            Sql writing = connect(file, busyMillis, open);
            upgrade(writing, file);
            for (int i = 0; i < READERS; i++) {
                // By SQL: what the driver does not know in a URL becomes part of the file name.
                connect(file, busyMillis, open).run("pragma query_only=on");
            }
            return new SqliteDatabase(new GroupCommit(writing), new Readers(open.subList(1, open.size())));
        } catch (SQLException e) {
            StorageException failure = failure(file, e);
            closeAll(open, failure);
            throw failure;
        } catch (RuntimeException e) {
            closeAll(open, e);
            throw e;
        }
    }

    private static Sql connect(Path file, int busyMillis, List<Sql> open) throws SQLException {
        String name = file + "?journal_mode=WAL&synchronous=FULL&busy_timeout=" + busyMillis;
        Properties driver = new Properties();
        // Nobody asks for generated keys, and the driver would look for them after each insert.
        driver.setProperty(Pragma.JDBC_GET_GENERATED_KEYS.pragmaName, "false");
        Sql sql = new Sql(connect(name, driver), Dialect.SQLITE);
        open.add(sql);
        // On macOS, only this makes a sync reach the disk; elsewhere it does nothing.
        sql.run("pragma fullfsync=on");
        sql.run("pragma foreign_keys=on");
        // A group keeps what it may have to undo in memory: it would be files that come and go.
        sql.run("pragma temp_store=memory");
        // What is forgotten, or encrypted anew, is not to stay in the pages that it was in.
        sql.run("pragma secure_delete=fast");
        require(sql, file, "journal_mode", "wal");
        require(sql, file, "synchronous", "2");
        require(sql, file, "busy_timeout", Integer.toString(busyMillis));
        return sql;
    }

    /**
     * Leaves nothing in the JVM that would hold an application that is gone: the driver's own door, {@code JDBC}, registers
     * itself with the {@code DriverManager}; and the driver once asks another process what machine this is, for which the JDK
     * starts a thread that keeps the caller's context class loader for a minute.
     */
    static Connection connect(String name, Properties driver) throws SQLException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            return new JDBC4Connection("jdbc:sqlite:" + name, name, driver);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void require(Sql sql, Path file, String pragma, String expected) throws SQLException {
        Optional<String> actual = sql.first("pragma " + pragma, Row::only);
        if (!actual.equals(Optional.of(expected))) {
            throw new StorageException(
                    Problem.UNUSABLE,
                    file.toString(),
                    "The database " + file + " runs with " + pragma + "=" + actual.orElse("nothing")
                            + " where Carelet needs " + expected + ". Keep it on a local disk.");
        }
    }

    private static void upgrade(Sql sql, Path file) throws SQLException {
        sql.run("begin immediate");
        try {
            new Schema(Dialect.SQLITE, file.toString()).upgrade(sql);
            sql.run("commit");
        } catch (SQLException | RuntimeException e) {
            sql.run("rollback");
            throw e;
        }
    }

    private static StorageException failure(Path file, SQLException e) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
        return switch (code) {
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                new StorageException(
                        Problem.NOT_A_DATABASE,
                        file.toString(),
                        "The file " + file
                                + " is no SQLite database, or a damaged one: restore a backup, or move it away.",
                        e);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new StorageException(
                        Problem.IN_USE, file.toString(), "The database " + file + " is locked by another process.", e);
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_IOERR, SQLITE_FULL ->
                new StorageException(
                        Problem.NOT_WRITABLE,
                        file.toString(),
                        "The database " + file + " can't be written: " + e.getMessage(),
                        e);
            default ->
                new StorageException(
                        Problem.UNUSABLE,
                        file.toString(),
                        "The database " + file + " can't be opened: " + e.getMessage(),
                        e);
        };
    }

    private static void closeAll(List<Sql> open, Throwable failure) {
        for (Sql sql : open) {
            try {
                sql.close();
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        return writer.write(work);
    }

    @Override
    public <T> T read(Work<T> work) {
        return readers.read(work);
    }

    @Override
    public void probe() {
        write(sql -> sql.update(PROBE));
    }

    /** Returns how many transactions have been committed. */
    long commits() {
        return writer.commits();
    }

    @Override
    public void close() {
        try (readers;
                writer) {
            // The writer first, as it was opened last.
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }
}
