package io.github.carelet.store;

import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.LifecycleContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresLifecycleTest extends LifecycleContract {

    @RegisterExtension
    private final PostgresStorage storage = new PostgresStorage();

    @Override
    protected BookingStore store() {
        return storage.get().bookings();
    }

    @Override
    protected int steps() {
        return 3_000;
    }
}
