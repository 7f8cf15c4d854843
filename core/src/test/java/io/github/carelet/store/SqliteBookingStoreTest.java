package io.github.carelet.store;

import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.BookingStoreContract;
import io.github.carelet.delivery.Outbox;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteBookingStoreTest extends BookingStoreContract {

    @RegisterExtension
    private final SqliteStorage storage = new SqliteStorage();

    @Override
    protected BookingStore store() {
        return storage.get().bookings();
    }

    @Override
    protected Outbox outbox() {
        return storage.get().outbox();
    }
}
