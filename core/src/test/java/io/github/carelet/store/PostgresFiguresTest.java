package io.github.carelet.store;

import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.FiguresContract;
import io.github.carelet.booking.InboxStore;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresFiguresTest extends FiguresContract {

    @RegisterExtension
    private final PostgresStorage storage = new PostgresStorage();

    @Override
    protected BookingStore bookings() {
        return storage.get().bookings();
    }

    @Override
    protected InboxStore inbox() {
        return storage.get().inbox();
    }
}
