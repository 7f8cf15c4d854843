package io.github.carelet.store;

import io.github.carelet.booking.LinkLifeContract;
import io.github.carelet.privacy.KeyRing;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteLinkLifeTest extends LinkLifeContract {

    @TempDir
    Path folder;

    private SqlStorage storage;

    @BeforeEach
    void open() {
        storage = SqlStorage.open(folder, KeyRing.ephemeral());
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Override
    protected SqlStorage storage() {
        return storage;
    }
}
