package io.github.carelet.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.carelet.booking.Hashes;
import io.github.carelet.store.StorageException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/**
 * Brings the tables to what this version needs, by numbered SQL files that never change once released. Which of them ran
 * is kept, with the SHA-256 of each, in {@code carelet_schema}. A host may run them by a tool of its own instead, and says so
 * there.
 */
final class Schema {

    private static final List<String> STEPS = List.of(
            "001-bookings.sql",
            "002-outbox.sql",
            "003-seats.sql",
            "004-places.sql",
            "005-offers.sql",
            "006-holds.sql",
            "007-inbox.sql",
            "008-audit.sql",
            "009-deliveries.sql",
            "010-closures.sql",
            "011-partners.sql",
            "012-retention.sql",
            "013-beginnings.sql",
            "014-renewal.sql",
            "015-partner-switches.sql",
            "016-consents.sql",
            "017-partner-look.sql",
            "018-sources.sql",
            "019-catalogs.sql",
            "020-catalogs-seen.sql",
            "021-partner-scope.sql");

    /** In place of a checksum: a migration tool of the host's ran the step, and answers for it. */
    private static final String BY_HOST = "host";

    private final Dialect dialect;
    private final String place;

    /**
     * Makes the schema of a dialect.
     *
     * @param dialect whose files to run
     * @param place what messages call the database
     */
    Schema(Dialect dialect, String place) {
        this.dialect = dialect;
        this.place = place;
    }

    /** Returns the names of all steps, the first one first. */
    static List<String> steps() {
        return STEPS;
    }

    private record Step(int version, String checksum) {}

    /** Runs the steps that are missing; all or none of them. The caller begins and ends the transaction. */
    void upgrade(Sql sql) throws SQLException {
        // Asked first: who may only use the tables may not make one even if it exists.
        if (sql.first(dialect.schemaTable(), Row::only).isEmpty()) {
            sql.run("create table carelet_schema (version INTEGER not null primary key, checksum TEXT not null)");
        }
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
            Step step = done.get(version - 1);
            boolean known = step.checksum().equals(BY_HOST) || step.checksum().equals(checksum(script(version)));
            if (step.version() != version || !known) {
                throw new StorageException(
                        Problem.FOREIGN_SCHEMA,
                        place,
                        "The database " + place + " has a schema step " + version + " other than "
                                + STEPS.get(version - 1) + " of this Carelet. Run the Carelet that made it.");
            }
        }
    }

    private String script(int version) {
        String name = dialect.folder() + "/" + STEPS.get(version - 1);
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
