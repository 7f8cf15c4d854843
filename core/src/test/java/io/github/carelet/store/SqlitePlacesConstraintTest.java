package io.github.carelet.store;

import org.junit.jupiter.api.extension.RegisterExtension;

final class SqlitePlacesConstraintTest extends PlacesConstraintContract {

    @RegisterExtension
    private final SqliteStorage storage = new SqliteStorage();

    @Override
    SqlStorage storage() {
        return storage.get();
    }
}
