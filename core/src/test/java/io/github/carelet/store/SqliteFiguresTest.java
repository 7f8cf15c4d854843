package io.github.carelet.store;

import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.FiguresContract;
import io.github.carelet.booking.InboxStore;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteFiguresTest extends FiguresContract {

    @RegisterExtension
    private final SqliteStorage storage = new SqliteStorage();

    @Override
    protected BookingStore bookings() {
        return storage.get().bookings();
    }

    @Override
    protected InboxStore inbox() {
        return storage.get().inbox();
    }
}
