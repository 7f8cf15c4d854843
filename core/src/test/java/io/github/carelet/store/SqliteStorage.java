package io.github.carelet.store;

import io.github.carelet.privacy.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An open storage in a folder of its own, for each test of a class that registers it. */
public final class SqliteStorage implements BeforeEachCallback, AfterEachCallback {

    private Path folder = Path.of("");
    private Optional<SqlStorage> storage = Optional.empty();

    /** Returns the storage of the test that runs. */
    public SqlStorage get() {
        return storage.orElseThrow();
    }

    /** Returns where it keeps everything. */
    public Path folder() {
        return folder;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("carelet-sqlite");
        storage = Optional.of(SqlStorage.open(folder, KeyRing.ephemeral()));
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        storage.ifPresent(SqlStorage::close);
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
