package io.github.carelet.store;

import io.github.carelet.booking.RevocationContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteRevocationTest extends RevocationContract {

    @RegisterExtension
    private final SqliteStorage storage = new SqliteStorage();

    @Override
    protected SqlStorage storage() {
        return storage.get();
    }
}
