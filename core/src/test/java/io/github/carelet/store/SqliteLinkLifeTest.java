package io.github.carelet.store;

import io.github.carelet.booking.LinkLifeContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteLinkLifeTest extends LinkLifeContract {

    @RegisterExtension
    private final SqliteStorage storage = new SqliteStorage();

    @Override
    protected SqlStorage storage() {
        return storage.get();
    }
}
