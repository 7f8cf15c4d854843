package io.github.carelet.store;

import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.FiguresContract;
import io.github.carelet.booking.InboxStore;
import io.github.carelet.privacy.KeyRing;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteFiguresTest extends FiguresContract {

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
    protected BookingStore bookings() {
        return storage.bookings();
    }

    @Override
    protected InboxStore inbox() {
        return storage.inbox();
    }
}
