package io.github.carelet.store;

import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.ClosureStore;
import io.github.carelet.booking.InboxStore;
import io.github.carelet.booking.PartnerStore;
import io.github.carelet.booking.RetentionStore;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.delivery.Outbox;
import io.github.carelet.privacy.AuditTrail;
import io.github.carelet.privacy.BlindIndex;
import io.github.carelet.privacy.BrokenSealException;
import io.github.carelet.privacy.FieldCipher;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.privacy.Purpose;
import io.github.carelet.store.StorageException.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Bookings and messages in an SQL database, what is told in confidence encrypted. Safe for use by many threads.
 *
 * <p>What a write says has happened has been forced to the disk before it says so. Many threads that write at once share
 * one such force, so the more there are the cheaper each of them gets.
 */
public final class SqlStorage implements AutoCloseable {

    private static final int BUSY_MILLIS = 4_000;

    private static final int INDEXED_AT_ONCE = 200;

    private final Database database;
    private final Optional<FolderLock> lock;
    private final String place;
    private final BookingStore bookings;
    private final SqlInbox inbox;
    private final SqlAudit audit;
    private final SqlClosures closures;
    private final SqlPartners partners;
    private final CatalogVersions catalogs;
    private final SqlRetention retention;
    private final SqlOutbox outbox;
    private final SqlRenewal renewal;
    private final String currentKey;

    private SqlStorage(Database database, Optional<FolderLock> lock, String place, KeyRing keys) {
        this.database = database;
        this.lock = lock;
        this.place = place;
        SealedFields sealed = new SealedFields(new FieldCipher(keys));
        audit = new SqlAudit(database, keys);
        closures = new SqlClosures(database, audit);
        partners = new SqlPartners(database, audit);
        catalogs = new CatalogVersions(database);
        retention = new SqlRetention(database, sealed, audit);
        bookings = new SqlBookings(database, sealed, audit);
        inbox = new SqlInbox(database, sealed, new BlindIndex(keys));
        outbox = new SqlOutbox(database);
        renewal = new SqlRenewal(database, sealed);
        currentKey = keys.currentId();
    }

    /**
     * Opens the embedded database in a folder: the SQLite file {@code carelet.db}. Folder and file are made if absent,
     * for their owner only. A folder serves one storage at a time.
     *
     * @param folder on a local disk; beside the database come its log, a lock, and a note of who holds it
     * @param keys encrypts what is written, and must have every key that this database was encrypted with
     * @throws StorageException if that is not possible
     */
    public static SqlStorage open(Path folder, KeyRing keys) {
        return open(folder, keys, BUSY_MILLIS);
    }

    static SqlStorage open(Path folder, KeyRing keys, int busyMillis) {
        Path place = folder.toAbsolutePath().normalize();
        makeFolder(place);
        FolderLock lock = FolderLock.take(place);
        try {
            Path file = place.resolve("carelet.db");
            makeFile(file);
            Database database = SqliteDatabase.open(file, busyMillis);
            try {
                useKeys(database, keys, file.toString());
                SqlStorage storage = new SqlStorage(database, Optional.of(lock), place.toString(), keys);
                storage.outbox.freeClaims();
                return storage;
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens a PostgreSQL database (13 or newer), which any number of processes may share. Tables are made, or brought up to
     * date, in the schema that the data source's connections use; see the package about running the SQL files otherwise.
     *
     * @param source of the host, with its driver and preferably its pool; stays open when the storage is closed
     * @param keys encrypts what is written, and must have every key that this database was encrypted with; the same on
     *     every node
     * @throws StorageException if that is not possible, or if the database does not write through to the disk
     */
    public static SqlStorage open(DataSource source, KeyRing keys) {
        PostgresDatabase database = PostgresDatabase.open(source);
        String place = database.place();
        try {
            useKeys(database, keys, place);
        } catch (StoreUnavailableException e) {
            throw new StorageException(
                    Problem.NOT_WRITABLE, place, "The database " + place + " can't be written: " + e.getMessage(), e);
        }
        return new SqlStorage(database, Optional.empty(), place, keys);
    }

    static void makeFolder(Path folder) {
        if (folder.toString().indexOf('?') >= 0) {
            throw new StorageException(
                    Problem.UNUSABLE,
                    folder.toString(),
                    "The storage folder " + folder
                            + " has a question mark in its name, which the database driver can't take.");
        }
        try {
            Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    static void makeFile(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, ownerOnly(file, "rw-------"));
            }
        } catch (IOException e) {
            throw notWritable(file, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static StorageException notWritable(Path place, IOException e) {
        String reason = e instanceof FileAlreadyExistsException ? "there is a file of that name" : e.toString();
        return new StorageException(
                Problem.NOT_WRITABLE, place.toString(), "The storage " + place + " can't be made: " + reason + ".", e);
    }

    private static void useKeys(Database database, KeyRing keys, String place) {
        FieldCipher cipher = new FieldCipher(keys);
        record Known(String id, byte[] probe) {}
        for (Known key : database.read(sql ->
                sql.rows("select id, probe from carelet_key", row -> new Known(row.text("id"), row.bytes("probe"))))) {
            try {
                cipher.open(Purpose.IDENTITY, key.id(), "probe", key.probe());
            } catch (BrokenSealException e) {
                throw new StorageException(
                        Problem.KEY_MISSING,
                        place,
                        "The database " + place + " is encrypted with a key " + key.id()
                                + " that is not among those given, " + keys.ids()
                                + ". Give the key file that it was made with.",
                        e);
            }
        }
        String current = keys.currentId();
        byte[] probe = cipher.seal(Purpose.IDENTITY, current, "probe", new byte[0]);
        database.write(sql ->
                sql.update("insert into carelet_key (id, probe) values (?, ?) on conflict do nothing", current, probe));
    }

    /** Returns where it keeps everything, for people: a folder, or the address of a database. */
    public String place() {
        return place;
    }

    /** Returns the bookings. */
    public BookingStore bookings() {
        return bookings;
    }

    /** Returns the bookings as the clinic looks at them. */
    public InboxStore inbox() {
        return inbox;
    }

    /** Returns what the clinic closed. */
    public ClosureStore closures() {
        return closures;
    }

    /** Returns which catalogues the nodes have read. */
    public CatalogVersions catalogs() {
        return catalogs;
    }

    /** Returns the partners that were entered. */
    public PartnerStore partners() {
        return partners;
    }

    /** Returns what forgets patients. */
    public RetentionStore retention() {
        return retention;
    }

    /** Returns who saw and changed what. */
    public AuditTrail audit() {
        return audit;
    }

    /** Returns the messages to deliver. */
    public Outbox outbox() {
        return outbox;
    }

    /**
     * Encrypts everything with the current key that was encrypted with another one, and makes patients findable with it. It
     * may be ended at any time, and goes on the next time. Once it is through, the other keys are needed only to verify the
     * part of the audit trail that they sealed, and to tell links again that they made. Where several nodes share a
     * database, all of them must have the same current key by then.
     *
     * @param progress hears after each step what has been done so far
     * @throws StoreUnavailableException if the store can't go on now
     */
    public Renewed reencrypt(Consumer<Renewed> progress) {
        Renewed renewed = renewal.run(progress);
        for (int looked = INDEXED_AT_ONCE; looked == INDEXED_AT_ONCE; ) {
            looked = inbox.index(INDEXED_AT_ONCE);
        }
        // What came meanwhile may be encrypted with another key by a node that has one.
        boolean through =
                renewed.unreadable() == 0 && renewal.run(any -> {}).equals(new Renewed(renewed.bookings(), 0, 0));
        if (through) {
            database.write(sql -> sql.update("delete from carelet_key where id <> ?", currentKey));
        }
        return renewed;
    }

    /**
     * Finds out whether writing works, by writing.
     *
     * @throws StoreUnavailableException if it does not
     */
    public void check() {
        database.probe();
    }

    Database database() {
        return database;
    }

    /** Ends the writes that are under way, then lets go of the folder. From then on everything else throws. */
    @Override
    public void close() {
        try {
            database.close();
        } finally {
            lock.ifPresent(FolderLock::close);
        }
    }
}
