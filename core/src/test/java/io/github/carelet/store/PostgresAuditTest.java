package io.github.carelet.store;

import com.zaxxer.hikari.HikariDataSource;
import io.github.carelet.privacy.KeyRing;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

final class PostgresAuditTest extends AuditTamperContract {

    private HikariDataSource source;

    @BeforeEach
    void connect() {
        source = PostgresServer.pool(PostgresServer.shared().newSchema());
    }

    @AfterEach
    void disconnect() {
        source.close();
    }

    @Override
    SqlStorage open(KeyRing keys) {
        return SqlStorage.open(source, keys);
    }

    @Override
    void disarm(Sql sql) throws SQLException {
        sql.run("drop trigger carelet_audit_append_only on carelet_audit");
    }
}
