package io.github.carelet.store;

import com.zaxxer.hikari.HikariDataSource;
import io.github.carelet.privacy.KeyRing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

final class PostgresRetentionTest extends RetentionContract {

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
    SqlStorage storage() {
        return storage;
    }
}
