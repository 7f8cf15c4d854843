package io.github.carelet.store;

import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.OfferContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteOfferTest extends OfferContract {

    @RegisterExtension
    private final SqliteStorage storage = new SqliteStorage();

    @Override
    protected BookingStore store() {
        return storage.get().bookings();
    }
}
