package io.github.carelet.store;

import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.InboxContract;
import io.github.carelet.booking.InboxStore;
import io.github.carelet.privacy.AuditTrail;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteInboxTest extends InboxContract {

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

    @Override
    protected AuditTrail audit() {
        return storage.get().audit();
    }
}
