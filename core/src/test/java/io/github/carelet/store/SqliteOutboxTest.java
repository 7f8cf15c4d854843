package io.github.carelet.store;

import io.github.carelet.booking.BookingSamples;
import io.github.carelet.delivery.Message;
import io.github.carelet.delivery.Outbox;
import io.github.carelet.delivery.OutboxContract;
import io.github.carelet.privacy.KeyRing;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteOutboxTest extends OutboxContract {

    @TempDir
    Path folder;

    private SqlStorage storage;
    private int bookings;

    @BeforeEach
    void open() {
        storage = SqlStorage.open(folder, KeyRing.ephemeral());
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Override
    protected Outbox outbox() {
        return storage.outbox();
    }

    @Override
    protected void write(List<Message> messages) {
        String id = "b" + bookings++;
        storage.bookings().tryReserve(BookingSamples.sparse(id), BookingSamples.key(id), messages);
    }
}
