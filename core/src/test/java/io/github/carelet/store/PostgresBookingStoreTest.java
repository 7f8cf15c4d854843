package io.github.carelet.store;

import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.BookingStoreContract;
import io.github.carelet.delivery.Outbox;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresBookingStoreTest extends BookingStoreContract {

    @RegisterExtension
    private final PostgresStorage storage = new PostgresStorage();

    @Override
    protected BookingStore store() {
        return storage.get().bookings();
    }

    @Override
    protected Outbox outbox() {
        return storage.get().outbox();
    }
}
