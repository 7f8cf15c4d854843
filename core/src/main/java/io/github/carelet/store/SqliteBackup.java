package io.github.carelet.store;

import io.github.carelet.privacy.KeyRing;
import io.github.carelet.store.StorageException.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Copies of the embedded database: one file with everything in it but the keys, which are to be kept apart from it. Patients
 * are as encrypted there as they were. A PostgreSQL database is copied by its own programs, such as {@code pg_dump}.
 */
public final class SqliteBackup {

    private static final String DATABASE = "carelet.db";

    private SqliteBackup() {}

    /**
     * Copies the database of a folder as it is at one instant, also while it is in use; nobody waits for that.
     *
     * @param folder of the storage
     * @param out a file that is not there yet; readable by its owner only, whole, and durable when this returns
     * @throws StorageException if there is no database, or the file can't be written
     */
    public static void write(Path folder, Path out) {
        Path file = folder.toAbsolutePath().normalize().resolve(DATABASE);
        if (!Files.exists(file)) {
            throw new StorageException(
                    Problem.UNUSABLE,
                    folder.toString(),
                    "There are no bookings in '" + folder + "', no " + DATABASE + ".");
        }
        refuseExisting(out);
        try {
            SqlStorage.makeFile(out);
            copy(file, out);
            force(out);
        } catch (SQLException | IOException e) {
            remove(out, e);
            throw new StorageException(
                    Problem.NOT_WRITABLE, out.toString(), "The backup " + out + " can't be made: " + e.getMessage(), e);
        }
    }

    private static void copy(Path file, Path out) throws SQLException {
        try (Sql sql = connect(file)) {
            sql.run("pragma busy_timeout=10000");
            sql.run("vacuum into '" + out.toAbsolutePath().toString().replace("'", "''") + "'");
        }
        try (Sql sql = connect(out)) {
            Optional<String> verdict = sql.first("pragma integrity_check", Row::only);
            if (!verdict.equals(Optional.of("ok"))) {
                throw new SQLException("the copy is damaged: " + verdict.orElse("no verdict"));
            }
        }
    }

    private static Sql connect(Path file) throws SQLException {
        return new Sql(SqliteDatabase.connect(file.toString(), new Properties()), Dialect.SQLITE);
    }

    /**
     * Puts a copy in the place of a storage, and opens it once to see that it can be read.
     *
     * @param backup the copy; stays where it is
     * @param folder of the storage, without a database in it
     * @param keys that the database was encrypted with
     * @throws StorageException if there is a database already, or if the keys do not open this one; nothing is left then
     */
    public static void restore(Path backup, Path folder, KeyRing keys) {
        Path place = folder.toAbsolutePath().normalize();
        Path file = place.resolve(DATABASE);
        SqlStorage.makeFolder(place);
        FolderLock lock = FolderLock.take(place);
        try {
            // SQLite would replay into this one what another database has left.
            for (String each : List.of("", "-wal", "-journal")) {
                refuseExisting(place.resolve(DATABASE + each));
            }
            Path part = place.resolve(DATABASE + ".part");
            Files.copy(backup, part, StandardCopyOption.REPLACE_EXISTING);
            force(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StorageException(
                    Problem.NOT_WRITABLE, place.toString(), "The backup can't be put into " + place + ": " + e, e);
        } finally {
            lock.close();
        }
        try {
            SqlStorage.open(place, keys).close();
        } catch (StorageException e) {
            // Whoever has taken the folder by now has what is in it.
            if (e.problem() == Problem.IN_USE) {
                throw e;
            }
            for (String each : List.of("", "-wal", "-shm")) {
                remove(place.resolve(DATABASE + each), e);
            }
            throw e;
        }
    }

    private static void refuseExisting(Path file) {
        if (Files.exists(file)) {
            throw new StorageException(
                    Problem.IN_USE, file.toString(), "The file " + file + " is there already, and is not replaced.");
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void remove(Path file, Exception failure) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
