package io.github.carelet.store;

import io.github.carelet.booking.LinkLifeContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresLinkLifeTest extends LinkLifeContract {

    @RegisterExtension
    private final PostgresStorage storage = new PostgresStorage();

    @Override
    protected SqlStorage storage() {
        return storage.get();
    }
}
