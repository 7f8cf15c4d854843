package io.github.carelet.store;

import static io.github.carelet.booking.BookingSamples.NOW;
import static io.github.carelet.booking.BookingSamples.booking;
import static io.github.carelet.booking.BookingSamples.key;
import static io.github.carelet.booking.BookingSamples.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.carelet.booking.Allowance;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingSearch;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.HistoryEntry;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.privacy.FieldCipher;
import io.github.carelet.privacy.KeyRing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypting everything with another key, ended at each point at which it can end; and copies of the database. */
class RenewalTest {

    private static final int BOOKINGS = 120;

    @TempDir
    Path folder;

    private KeyRing ring(String current, String... ids) throws IOException {
        String keys = Stream.of(ids)
                .map(id -> String.format(Locale.ROOT, "{\"id\": \"%s\", \"secret\": \"%s\"}", id, secret(id)))
                .collect(Collectors.joining(", "));
        Path file = Files.createTempFile(folder, "keys", ".json");
        Files.writeString(file, "{\"keys\": [" + keys + "], \"current\": \"" + current + "\"}");
        return KeyRing.load(file);
    }

    private static String secret(String id) {
        byte[] secret = String.format(Locale.ROOT, "%-32s", id).getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(secret);
    }

    private static void fill(SqlStorage storage) {
        for (int i = 0; i < BOOKINGS; i++) {
            Booking booking = booking("b" + (100 + i), BookingStatus.DECLINED);
            storage.bookings().tryReserve(booking, key(booking.id()), Allowance.PROMISED, List.of());
            HistoryEntry note = new HistoryEntry(
                    2,
                    NOW,
                    "Kim",
                    BookingStatus.DECLINED,
                    Optional.of("planted note"),
                    HistoryEntry.Kind.NOTE,
                    Optional.empty());
            storage.bookings()
                    .tryChange(booking.changedTo(BookingStatus.DECLINED, NOW), note, Allowance.PROMISED, List.of());
        }
        storage.inbox().index(2 * BOOKINGS);
    }

    private static void requireAll(SqlStorage storage) {
        for (int i = 0; i < BOOKINGS; i++) {
            Booking found =
                    storage.bookings().findByReference("REF-b" + (100 + i)).orElseThrow();
            assertThat(found.patient()).isEqualTo(patient());
            assertThat(storage.bookings().history(found.id()).get(1).note()).contains("planted note");
        }
        assertThat(storage.inbox().find(BookingSearch.parse("canary", "US"), 300))
                .hasSize(BOOKINGS);
    }

    /** Work that is undone as by a crash, at the one transaction whose turn it is. */
    private static final class Crashing implements Database {

        private final Database real;
        private int left;

        private Crashing(Database real, int left) {
            this.real = real;
            this.left = left;
        }

        @Override
        public <T> T write(Work<T> work) {
            if (left-- > 0) {
                return real.write(work);
            }
            return real.write(sql -> {
                work.on(sql);
                throw new StoreUnavailableException("crashed", new IllegalStateException());
            });
        }

        @Override
        public <T> T read(Work<T> work) {
            return real.read(work);
        }

        @Override
        public void probe() {
            real.probe();
        }

        @Override
        public void close() {
            real.close();
        }
    }

    @Test
    void onSqliteNothingIsLostWhereverItEndsAndTheOldKeyCanGo() throws IOException {
        renewed(keys -> SqlStorage.open(folder.resolve("data"), keys));
    }

    @Test
    void onPostgresqlNothingIsLostWhereverItEndsAndTheOldKeyCanGo() throws IOException {
        try (HikariDataSource source =
                PostgresServer.pool(PostgresServer.shared().newSchema())) {
            renewed(keys -> SqlStorage.open(source, keys));
        }
    }

    private void renewed(Function<KeyRing, SqlStorage> opening) throws IOException {
        KeyRing both = ring("new", "old", "new");
        KeyRing only = ring("new", "new");
        try (SqlStorage storage = opening.apply(ring("old", "old"))) {
            fill(storage);
        }
        assertThatThrownBy(() -> opening.apply(only).close())
                .as("the control: nothing opens before")
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("a key old");
        int crashes = 0;
        try (SqlStorage storage = opening.apply(both)) {
            for (int step = 0; step < 3; step++) {
                SqlRenewal crashing =
                        new SqlRenewal(new Crashing(storage.database(), step), new SealedFields(new FieldCipher(both)));
                assertThatThrownBy(() -> crashing.run(any -> {})).isInstanceOf(StoreUnavailableException.class);
                requireAll(storage);
                crashes++;
            }
            Renewed last = storage.reencrypt(any -> {});
            assertThat(last.bookings()).isEqualTo(BOOKINGS);
            assertThat(last.values()).as("what was done is not done again").isEqualTo(20 * 3);
            assertThat(storage.reencrypt(any -> {})).isEqualTo(new Renewed(BOOKINGS, 0, 0));
        }
        try (SqlStorage storage = opening.apply(only)) {
            requireAll(storage);
        }
        assertThatThrownBy(() -> opening.apply(ring("old", "old")).close()).hasMessageContaining("a key new");
        System.out.println("bookings lost in " + crashes + " ends of a re-encryption: 0 of " + BOOKINGS
                + "; control: before it, the new key alone opens nothing");
    }

    @Test
    void aCopyThatIsMadeWhileBookingsComeInIsWholeAndTellsNothingWithoutTheKeys() throws Exception {
        KeyRing keys = ring("k", "k");
        Path out = folder.resolve("copy.db");
        Path back = folder.resolve("back");
        try (SqlStorage storage = SqlStorage.open(folder.resolve("data"), keys)) {
            Thread busy = new Thread(() -> fill(storage));
            busy.start();
            storage.bookings()
                    .tryReserve(booking("first", BookingStatus.DECLINED), key("first"), Allowance.PROMISED, List.of());
            SqliteBackup.write(folder.resolve("data"), out);
            busy.join();
            assertThatThrownBy(() -> SqliteBackup.write(folder.resolve("data"), out))
                    .hasMessageContaining("not replaced");
            assertThatThrownBy(() -> SqliteBackup.restore(out, folder.resolve("data"), keys))
                    .isInstanceOf(StorageException.class);
        }
        String bytes = new String(Files.readAllBytes(out), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("REF-first").doesNotContain("Canary", "planted", "6265550142", secret("k"));
        assertThatThrownBy(() -> SqliteBackup.restore(out, back, ring("other", "other")))
                .hasMessageContaining("a key k");
        assertThat(back.resolve("carelet.db")).doesNotExist();
        Path left = Files.write(back.resolve("carelet.db-wal"), new byte[32]);
        assertThatThrownBy(() -> SqliteBackup.restore(out, back, keys))
                .as("what another database left would be replayed")
                .hasMessageContaining("not replaced");
        Files.delete(left);
        SqliteBackup.restore(out, back, keys);
        try (SqlStorage storage = SqlStorage.open(back, keys)) {
            assertThat(storage.bookings()
                            .findByReference("REF-first")
                            .orElseThrow()
                            .patient())
                    .isEqualTo(patient());
            assertThat(storage.audit().verify().isWhole()).isTrue();
        }
    }
}
