package io.github.carelet.store;

import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresPlacesConstraintTest extends PlacesConstraintContract {

    @RegisterExtension
    private final PostgresStorage storage = new PostgresStorage();

    @Override
    SqlStorage storage() {
        return storage.get();
    }
}
