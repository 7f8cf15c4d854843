package io.github.carelet.store;

import com.zaxxer.hikari.HikariDataSource;
import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.InboxContract;
import io.github.carelet.booking.InboxStore;
import io.github.carelet.privacy.AuditTrail;
import io.github.carelet.privacy.KeyRing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

final class PostgresInboxTest extends InboxContract {

    private HikariDataSource source;
    private SqlStorage storage;

    @BeforeEach
    void open() {
        source = PostgresServer.pool(PostgresServer.shared().newSchema());
        storage = SqlStorage.open(source, KeyRing.ephemeral());
    }

    @AfterEach
    void close() {
        storage.close();
        source.close();
    }

    @Override
    protected BookingStore bookings() {
        return storage.bookings();
    }

    @Override
    protected InboxStore inbox() {
        return storage.inbox();
    }

    @Override
    protected AuditTrail audit() {
        return storage.audit();
    }
}
