package io.github.carelet.store;

import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.HoldContract;
import io.github.carelet.privacy.KeyRing;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteHoldTest extends HoldContract {

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
}
