package io.github.carelet.store;

import static io.github.carelet.booking.BookingSamples.booking;
import static io.github.carelet.booking.BookingSamples.key;
import static io.github.carelet.booking.BookingSamples.patient;
import static io.github.carelet.booking.BookingSamples.visit;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.carelet.booking.Allowance;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.privacy.BrokenSealException;
import io.github.carelet.privacy.FieldCipher;
import io.github.carelet.privacy.KeyRing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Encrypting everything anew, killed at its worst moments and at any time: what is there can be read with both keys, and
 * when it was run to its end, with the newer one alone. {@code -Dcarelet.crash.kills=100} makes it as many kills of each store.
 */
final class RenewalKilledTest {

    private static final int KILLS = Integer.getInteger("carelet.crash.kills", 5);

    /** Of fifty each. */
    private static final int STEPS = 4;

    private static final int BOOKINGS = STEPS * 50 - 10;

    @TempDir
    Path folder;

    private final Random random = new Random(KILLS);
    private int kills;
    private int ended;
    private int lost;
    private int readings;
    private int halfway;

    @Test
    void allIsReadableWhereverAProcessThatEncryptsTheEmbeddedStoreAnewIsKilled() throws IOException {
        String place = folder.resolve("data").toString();
        killed("SQLite", place, keys -> SqlStorage.open(Path.of(place), keys));
    }

    @Test
    void allIsReadableWhereverAProcessThatEncryptsPostgresqlAnewIsKilled() throws IOException {
        String place = PostgresServer.shared().newSchema();
        try (HikariDataSource source = PostgresServer.pool(place)) {
            killed("PostgreSQL", place, keys -> SqlStorage.open(source, keys));
        }
    }

    private void killed(String store, String place, Function<KeyRing, SqlStorage> opening) throws IOException {
        try (SqlStorage storage = opening.apply(KeyRing.load(ring(0, 0)))) {
            fill(storage);
        }
        for (int key = 1; kills + ended < KILLS; key += 2) {
            for (KillPoint point : List.of(KillPoint.AFTER_INSERT, KillPoint.BEFORE_COMMIT, KillPoint.AFTER_COMMIT)) {
                kill(place, opening, key, point, 1 + random.nextInt(STEPS - 1));
            }
            // The last thing that it writes: that no other key is needed.
            kill(place, opening, key, KillPoint.AFTER_INSERT, STEPS);
            finish(opening, key);
            kill(place, opening, key + 1, KillPoint.ANY_TIME, 1);
            finish(opening, key + 1);
        }
        System.out.println(store + ": bookings lost in " + kills + " kills of a re-encryption (" + ended
                + " ended before they were killed): " + lost + " of " + readings + " read; control: " + halfway
                + " of these could not be read then with the newer key alone");
        assertThat(lost).isZero();
        assertThat(halfway).isBetween(1, readings - 1);
    }

    /** Goes on from the key before to this one, and is killed. */
    private void kill(String place, Function<KeyRing, SqlStorage> opening, int key, KillPoint point, int after)
            throws IOException {
        Path both = ring(key - 1, key);
        Path errors = folder.resolve("errors-" + key + "-" + point + "-" + after);
        boolean done = RenewalProcess.run(place, both, point, after, errors);
        if (point != KillPoint.ANY_TIME) {
            assertThat(done).as("it was killed at " + point + ", see " + errors).isFalse();
        }
        ended += done ? 1 : 0;
        kills += done ? 0 : 1;
        try (SqlStorage storage = opening.apply(KeyRing.load(both))) {
            lost += BOOKINGS - read(storage);
            readings += BOOKINGS;
            halfway += BOOKINGS - readableBy(storage, KeyRing.load(ring(key, key)));
        }
    }

    private void finish(Function<KeyRing, SqlStorage> opening, int key) throws IOException {
        try (SqlStorage storage = opening.apply(KeyRing.load(ring(key - 1, key)))) {
            Renewed renewed = storage.reencrypt(any -> {});
            assertThat(renewed.bookings()).isEqualTo(BOOKINGS);
            assertThat(renewed.unreadable()).isZero();
        }
        KeyRing only = KeyRing.load(ring(key, key));
        try (SqlStorage storage = opening.apply(only)) {
            assertThat(readableBy(storage, only)).isEqualTo(BOOKINGS);
            lost += BOOKINGS - read(storage);
            readings += BOOKINGS;
        }
    }

    private static String id(int i) {
        return "b" + (1_000 + i);
    }

    private static void fill(SqlStorage storage) {
        for (int i = 0; i < BOOKINGS; i++) {
            Booking booking = booking(id(i), BookingStatus.DECLINED);
            storage.bookings().tryReserve(booking, key(booking.id()), Allowance.PROMISED, List.of());
        }
        storage.inbox().index(2 * BOOKINGS);
    }

    private static int read(SqlStorage storage) {
        int read = 0;
        for (int i = 0; i < BOOKINGS; i++) {
            read += storage.bookings()
                            .findByReference("REF-" + id(i))
                            .filter(each -> each.patient().equals(patient()))
                            .filter(each -> each.visit().equals(visit()))
                            .isPresent()
                    ? 1
                    : 0;
        }
        return read;
    }

    /** Counts those of which the keys of a ring open who it is and what for. */
    private static int readableBy(SqlStorage storage, KeyRing keys) {
        SealedFields sealed = new SealedFields(new FieldCipher(keys));
        return storage
                .database()
                .read(sql -> sql.rows("select id, identity, medical from carelet_booking", row -> {
                    try {
                        sealed.openPatient(row.text("id"), row.bytes("identity"));
                        sealed.openVisit(row.text("id"), row.bytes("medical"));
                        return 1;
                    } catch (BrokenSealException e) {
                        return 0;
                    }
                }))
                .stream()
                .mapToInt(each -> each)
                .sum();
    }

    /** Writes a ring of all keys from one to another, which is the current one. */
    private Path ring(int first, int last) throws IOException {
        String keys = Stream.iterate(first, key -> key <= last, key -> key + 1)
                .map(key -> String.format(Locale.ROOT, "{\"id\": \"k%d\", \"secret\": \"%s\"}", key, secret(key)))
                .collect(Collectors.joining(", "));
        Path file = folder.resolve("keys-" + first + "-" + last + ".json");
        return Files.exists(file)
                ? file
                : Files.writeString(file, "{\"keys\": [" + keys + "], \"current\": \"k" + last + "\"}");
    }

    private static String secret(int key) {
        byte[] secret = String.format(Locale.ROOT, "%-32d", key).getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(secret);
    }
}
