package io.github.carelet.store;

import io.github.carelet.privacy.KeyRing;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

final class SqliteAuditTest extends AuditTamperContract {

    @TempDir
    Path folder;

    @Override
    SqlStorage open(KeyRing keys) {
        return SqlStorage.open(folder, keys);
    }

    @Override
    void disarm(Sql sql) throws SQLException {
        sql.run("drop trigger carelet_audit_no_update");
        sql.run("drop trigger carelet_audit_no_delete");
    }
}
