package io.github.carelet.store;

import io.github.carelet.booking.RevocationContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresRevocationTest extends RevocationContract {

    @RegisterExtension
    private final PostgresStorage storage = new PostgresStorage();

    @Override
    protected SqlStorage storage() {
        return storage.get();
    }
}
