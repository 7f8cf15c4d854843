package io.github.carelet.store;

import com.zaxxer.hikari.HikariDataSource;
import io.github.carelet.booking.BookingSamples;
import io.github.carelet.delivery.Message;
import io.github.carelet.delivery.Outbox;
import io.github.carelet.delivery.OutboxContract;
import io.github.carelet.privacy.KeyRing;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

final class PostgresOutboxTest extends OutboxContract {

    private HikariDataSource source;
    private SqlStorage storage;
    private int bookings;

    @BeforeEach
    void open() {
        source = PostgresServer.pool(PostgresServer.shared().newSchema());
        storage = SqlStorage.open(source, KeyRing.ephemeral());
    }

    @AfterEach
    void close() {
        storage.close();
        source.close();
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
