package io.github.carelet.store;

import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.ReservationContract;
import io.github.carelet.delivery.Outbox;
import io.github.carelet.privacy.KeyRing;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteReservationTest extends ReservationContract {

    @TempDir
    Path folder;

    private SqlStorage storage;

    @BeforeEach
    void open() {
        storage = SqlStorage.open(folder, KeyRing.ephemeral());
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Override
    protected BookingStore store() {
        return storage.bookings();
    }

    @Override
    protected Outbox outbox() {
        return storage.outbox();
    }
}
