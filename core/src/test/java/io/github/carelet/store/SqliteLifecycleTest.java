package io.github.carelet.store;

import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.LifecycleContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteLifecycleTest extends LifecycleContract {

    @RegisterExtension
    private final SqliteStorage storage = new SqliteStorage();

    @Override
    protected BookingStore store() {
        return storage.get().bookings();
    }

    @Override
    protected int steps() {
        return 3_000;
    }
}
