package io.github.carelet.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingSamples;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.HistoryEntry;
import io.github.carelet.delivery.Message;
import io.github.carelet.delivery.Outbox;
import io.github.carelet.privacy.BrokenSealException;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.store.StorageException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

final class SqlStorageTest {

    @TempDir
    Path folder;

    private final KeyRing keys = KeyRing.ephemeral();

    @Test
    void whatWasStoredIsThereAfterOpeningAgain() {
        Booking booking = BookingSamples.booking("a", BookingStatus.REQUESTED);
        try (SqlStorage storage = SqlStorage.open(folder.resolve("deeper/still"), keys)) {
            storage.bookings().tryReserve(booking, BookingSamples.key("a"), List.of());
            storage.check();
        }
        try (SqlStorage storage = SqlStorage.open(folder.resolve("deeper/still"), keys)) {
            assertThat(storage.bookings().findByReference("REF-a")).contains(booking);
        }
    }

    @Test
    void whatAnEarlierProcessHadClaimedIsDueAtOnceAfterOpeningAgain() {
        Message message = BookingSamples.message("msg_a", "a");
        Instant later = message.dueAt().plusSeconds(1);
        Outbox.Claim first;
        try (SqlStorage storage = SqlStorage.open(folder, keys)) {
            storage.bookings().tryReserve(BookingSamples.sparse("a"), BookingSamples.key("a"), List.of(message));
            first = storage.outbox().claim(later, Duration.ofHours(1), 10).get(0);
            assertThat(storage.outbox().claim(later, Duration.ofHours(1), 10)).isEmpty();
        }
        try (SqlStorage storage = SqlStorage.open(folder, keys)) {
            assertThat(storage.outbox().claim(later, Duration.ofHours(1), 10))
                    .containsExactly(new Outbox.Claim(first.message(), 2));
        }
    }

    @Test
    void nothingPlantedOfThePatientIsInAnyFile() throws IOException {
        List<String> planted = List.of(
                "Canary-Zo",
                "Planted",
                "planted",
                "6265550142",
                "canary@",
                "1957",
                "CHILD",
                "EXISTING",
                "EMAIL",
                "\"hy\"");
        try (SqlStorage storage = SqlStorage.open(folder, keys)) {
            Booking booking = BookingSamples.booking("a", BookingStatus.REQUESTED);
            storage.bookings().tryReserve(booking, BookingSamples.key("a"), List.of());
            HistoryEntry entry = new HistoryEntry(
                    2, BookingSamples.NOW, "patient", BookingStatus.CANCELLED, Optional.of("planted note"));
            storage.bookings()
                    .tryChange(booking.changedTo(BookingStatus.CANCELLED, BookingSamples.NOW), entry, List.of());
            assertThat(names()).contains("carelet.db", "carelet.db-wal", "carelet.db-shm");
            assertNowhere(planted, "while open");
        }
        assertNowhere(planted, "after closing");
    }

    private void assertNowhere(List<String> planted, String when) throws IOException {
        StringBuilder everything = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                everything.append(Files.readString(file, ISO_8859_1));
            }
        }
        List<String> found =
                planted.stream().filter(each -> everything.indexOf(each) >= 0).toList();
        int control = everything.indexOf("pt-evaluation") >= 0 ? 1 : 0;
        System.out.println(found.size() + " of " + planted.size() + " planted strings found " + when + "; control: "
                + control + " of 1 found");
        assertThat(found).isEmpty();
        assertThat(control).isEqualTo(1);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aSealedFieldMovedToAnotherBookingDoesNotOpen() {
        try (SqlStorage storage = SqlStorage.open(folder, keys)) {
            storage.bookings().tryReserve(BookingSamples.sparse("a"), BookingSamples.key("a"), List.of());
            storage.bookings().tryReserve(BookingSamples.sparse("b"), BookingSamples.key("b"), List.of());
            storage.database().write(sql -> sql.update("""
                            update carelet_booking set identity = (select identity from carelet_booking where id = 'a')
                            where id = 'b'
                            """));
            assertThat(storage.bookings().findByReference("REF-a")).isPresent();
            assertThatThrownBy(() -> storage.bookings().findByReference("REF-b"))
                    .isInstanceOf(BrokenSealException.class);
        }
    }

    @Test
    void aPatientWhoCannotBeReadKeepsNobodyElseFromBeingFound() {
        try (SqlStorage storage = SqlStorage.open(folder, keys)) {
            storage.bookings().tryReserve(BookingSamples.sparse("a"), BookingSamples.key("a"), List.of());
            storage.bookings()
                    .tryReserve(
                            BookingSamples.booking("b", BookingStatus.REQUESTED), BookingSamples.key("b"), List.of());
            storage.database()
                    .write(sql -> sql.update("update carelet_booking set identity = ? where id = 'a'", new byte[] {1}));

            assertThat(storage.inbox().index(10)).isEqualTo(2);
            assertThat(storage.inbox().index(10)).isZero();
            List<String> found = storage.database()
                    .read(sql ->
                            sql.rows("select distinct booking_id from carelet_term", row -> row.text("booking_id")));
            assertThat(found).containsExactly("b");
        }
    }

    @Test
    void historyCanBeNeitherAlteredNorDeleted() {
        try (SqlStorage storage = SqlStorage.open(folder, keys)) {
            storage.bookings().tryReserve(BookingSamples.sparse("a"), BookingSamples.key("a"), List.of());
            for (String attempt :
                    List.of("update carelet_history set actor = 'nobody'", "delete from carelet_history")) {
                assertThatThrownBy(() -> storage.database().write(sql -> sql.update(attempt)))
                        .hasMessageContaining("append-only");
            }
            assertThat(storage.bookings().history("a")).hasSize(1);
        }
    }

    @Test
    void readersCannotWrite() {
        try (SqlStorage storage = SqlStorage.open(folder, keys)) {
            assertThatThrownBy(() -> storage.database().read(sql -> sql.update("delete from carelet_key")))
                    .hasMessageContaining("readonly");
        }
    }

    @Test
    void folderAndFilesAreForTheirOwnerOnly() throws IOException {
        Path own = folder.resolve("own");
        try (SqlStorage storage = SqlStorage.open(own, keys)) {
            storage.check();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                    .isEqualTo("rwx------");
            for (String file : List.of("carelet.db", "carelet.db-wal", "carelet.db-shm")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own.resolve(file))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void aSecondOpenSaysWhoHasIt() {
        try (SqlStorage storage = SqlStorage.open(folder, keys)) {
            assertThat(refused(Problem.IN_USE))
                    .contains(folder.toString())
                    .contains("this process")
                    .contains("process " + ProcessHandle.current().pid());
            storage.check();
        }
        SqlStorage.open(folder, keys).close();
    }

    @Test
    void aNoteOfAProcessThatIsGoneHoldsNobodyUp() throws IOException {
        Files.writeString(
                folder.resolve("carelet.owner"),
                "process " + ProcessHandle.current().pid() + " started long ago",
                UTF_8);
        SqlStorage.open(folder, keys).close();
        assertThat(folder.resolve("carelet.owner")).doesNotExist();
    }

    @Test
    void aDatabaseLockedByAnotherProgramIsNamed() throws SQLException {
        SqlStorage.open(folder, keys).close();
        try (Sql other = other()) {
            other.run("begin exclusive");
            StorageException failure =
                    catchThrowableOfType(StorageException.class, () -> SqlStorage.open(folder, keys, 10));
            assertThat(failure.problem()).isEqualTo(Problem.IN_USE);
            assertThat(failure).hasMessageContaining("locked by another process");
        }
        SqlStorage.open(folder, keys).close();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        for (Path impossible : List.of(file, file.resolve("below"))) {
            StorageException failure =
                    catchThrowableOfType(StorageException.class, () -> SqlStorage.open(impossible, keys));
            assertThat(failure.problem()).isEqualTo(Problem.NOT_WRITABLE);
            assertThat(failure).hasMessageContaining(impossible.toString());
            assertThat(failure.getMessage()).doesNotContain("\n");
        }
    }

    @Test
    void aFolderWhereFilesCannotBeMadeIsNamed() throws IOException {
        // Stands for a read-only folder also where tests run as root: the file to make is a folder already.
        Files.createDirectory(folder.resolve("carelet.lock"));
        assertThat(refused(Problem.NOT_WRITABLE)).contains(folder.toString());
        Files.delete(folder.resolve("carelet.lock"));
        Files.createDirectory(folder.resolve("carelet.db"));
        assertThat(refused(Problem.NOT_WRITABLE)).contains("carelet.db");
    }

    @Test
    void garbageInPlaceOfTheDatabaseIsNamedAndLeftAlone() throws IOException {
        String garbage = "This is no database. ".repeat(500);
        Path file = Files.writeString(folder.resolve("carelet.db"), garbage, UTF_8);
        assertThat(refused(Problem.NOT_A_DATABASE)).contains(file.toString());
        assertThat(file).content(UTF_8).isEqualTo(garbage);
        assertThat(folder.resolve("carelet.owner")).doesNotExist();
    }

    @Test
    void aNewerSchemaIsRefused() throws SQLException {
        SqlStorage.open(folder, keys).close();
        int known = Schema.steps().size();
        try (Sql other = other()) {
            other.run("insert into carelet_schema (version, checksum) values (" + (known + 1) + ", 'of the future')");
        }
        assertThat(refused(Problem.NEWER_SCHEMA))
                .contains("version " + (known + 1))
                .contains("up to " + known);
    }

    @Test
    void aSchemaOfOtherStepsIsRefused() throws SQLException {
        SqlStorage.open(folder, keys).close();
        try (Sql other = other()) {
            other.run("update carelet_schema set checksum = 'x' where version = 2");
        }
        assertThat(refused(Problem.FOREIGN_SCHEMA)).contains("002-outbox.sql");
    }

    @Test
    void anUpgradeThatFailsLeavesNothing() throws SQLException {
        try (Sql other = other()) {
            other.run("create table carelet_attempt (in_the_way TEXT)");
        }
        assertThat(refused(Problem.UNUSABLE)).contains("carelet_attempt");
        try (Sql other = other()) {
            assertThat(other.rows("select name from sqlite_master where type = 'table'", Row::only))
                    .containsExactly("carelet_attempt");
        }
    }

    @Test
    void aMissingKeyIsNamed() {
        SqlStorage.open(folder, keys).close();
        assertThatThrownBy(() -> SqlStorage.open(folder, KeyRing.ephemeral()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(keys.currentId());
        SqlStorage.open(folder, keys).close();
    }

    @Test
    void aQuestionMarkInTheNameIsRefused() {
        assertThatThrownBy(() -> SqlStorage.open(folder.resolve("what?x=y"), keys))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("question mark");
        assertThat(folder.resolve("what")).doesNotExist();
    }

    private String refused(Problem problem) {
        StorageException failure = catchThrowableOfType(StorageException.class, () -> SqlStorage.open(folder, keys));
        assertThat(failure.problem()).isEqualTo(problem);
        assertThat(failure.getMessage()).doesNotContain("\n");
        return failure.toString();
    }

    private Sql other() throws SQLException {
        return new Sql(
                JDBC.createConnection("jdbc:sqlite:" + folder.resolve("carelet.db"), new Properties()), Dialect.SQLITE);
    }
}
