package io.github.carelet.store;

import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.HoldContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteHoldTest extends HoldContract {

    @RegisterExtension
    private final SqliteStorage storage = new SqliteStorage();

    @Override
    protected BookingStore store() {
        return storage.get().bookings();
    }
}
