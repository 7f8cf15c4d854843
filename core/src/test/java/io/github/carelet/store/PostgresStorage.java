package io.github.carelet.store;

import com.zaxxer.hikari.HikariDataSource;
import io.github.carelet.privacy.KeyRing;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An open storage in a schema of its own, for each test of a class that registers it. */
final class PostgresStorage implements BeforeEachCallback, AfterEachCallback {

    private Optional<HikariDataSource> source = Optional.empty();
    private Optional<SqlStorage> storage = Optional.empty();

    /** Returns the storage of the test that runs. */
    SqlStorage get() {
        return storage.orElseThrow();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        source = Optional.of(PostgresServer.pool(PostgresServer.shared().newSchema()));
        storage = Optional.of(SqlStorage.open(source.get(), KeyRing.ephemeral()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        storage.ifPresent(SqlStorage::close);
        source.ifPresent(HikariDataSource::close);
    }
}
