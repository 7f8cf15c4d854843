package io.github.carelet.store;

import io.github.carelet.booking.BookingSamples;
import io.github.carelet.delivery.Message;
import io.github.carelet.delivery.Outbox;
import io.github.carelet.delivery.OutboxContract;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteOutboxTest extends OutboxContract {

    @RegisterExtension
    private final SqliteStorage storage = new SqliteStorage();

    private int bookings;

    @Override
    protected Outbox outbox() {
        return storage.get().outbox();
    }

    @Override
    protected void write(List<Message> messages) {
        String id = "b" + bookings++;
        storage.get().bookings().tryReserve(BookingSamples.sparse(id), BookingSamples.key(id), messages);
    }
}
