package io.github.carelet.store;

import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.HoldContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresHoldTest extends HoldContract {

    @RegisterExtension
    private final PostgresStorage storage = new PostgresStorage();

    @Override
    protected BookingStore store() {
        return storage.get().bookings();
    }
}
