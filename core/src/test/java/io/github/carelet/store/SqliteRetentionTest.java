package io.github.carelet.store;

import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteRetentionTest extends RetentionContract {

    @RegisterExtension
    private final SqliteStorage storage = new SqliteStorage();

    @Override
    SqlStorage storage() {
        return storage.get();
    }
}
