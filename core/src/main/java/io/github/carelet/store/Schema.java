package io.github.carelet.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.carelet.booking.Hashes;
import io.github.carelet.store.StorageException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/**
 * Brings the tables to what this version needs, by numbered SQL files that never change once released. Which of them ran
 * is kept, with the SHA-256 of each, in {@code carelet_schema}.
 */
final class Schema {

    private static final List<String> STEPS = List.of("001-bookings.sql", "002-outbox.sql");

    private final String dialect;
    private final Path place;

    /**
     * Makes the schema of a dialect.
     *
     * @param dialect the folder of its files
     * @param place what messages call the database
     */
    Schema(String dialect, Path place) {
        this.dialect = dialect;
        this.place = place;
    }

    private record Step(int version, String checksum) {}

    /** Runs the steps that are missing; all or none of them. The caller begins and ends the transaction. */
    void upgrade(Sql sql) throws SQLException {
        sql.run(
                "create table if not exists carelet_schema (version INTEGER not null primary key, checksum TEXT not null)");
        List<Step> done = sql.rows(
                "select version, checksum from carelet_schema order by version",
                row -> new Step(row.integer("version"), row.text("checksum")));
        check(done);
        for (int version = done.size() + 1; version <= STEPS.size(); version++) {
            String script = script(version);
            sql.run(script);
            sql.update("insert into carelet_schema (version, checksum) values (?, ?)", version, checksum(script));
        }
    }

    private void check(List<Step> done) {
        if (done.size() > STEPS.size()) {
            throw new StorageException(
                    Problem.NEWER_SCHEMA,
                    place,
                    "The database " + place + " has schema version " + done.size()
                            + ", made by a newer Carelet; this one" + " knows up to " + STEPS.size()
                            + ". Run the newer one, or restore a backup from before.");
        }
        for (int version = 1; version <= done.size(); version++) {
            if (!done.get(version - 1).equals(new Step(version, checksum(script(version))))) {
                throw new StorageException(
                        Problem.FOREIGN_SCHEMA,
                        place,
                        "The database " + place + " has a schema step " + version + " other than "
                                + STEPS.get(version - 1) + " of this Carelet. Run the Carelet that made it.");
            }
        }
    }

    private String script(int version) {
        String name = dialect + "/" + STEPS.get(version - 1);
        try (InputStream resource = Schema.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the class path lacks " + name);
            }
            // However the sources were checked out, a step is the same step.
            return new String(resource.readAllBytes(), UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checksum(String script) {
        return HexFormat.of().formatHex(Hashes.sha256(script.getBytes(UTF_8)));
    }
}
