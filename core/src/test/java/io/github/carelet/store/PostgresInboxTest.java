package io.github.carelet.store;

import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.InboxContract;
import io.github.carelet.booking.InboxStore;
import io.github.carelet.privacy.AuditTrail;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresInboxTest extends InboxContract {

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

    @Override
    protected AuditTrail audit() {
        return storage.get().audit();
    }
}
