package io.github.carelet.store;

import io.github.carelet.booking.StoreUnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which versions of the catalogue the nodes of a cluster have read, in table {@code carelet_catalog}. It decides nothing: a
 * node that has read an older one serves it, and says so.
 */
public final class CatalogVersions {

    private static final String NEWEST =
            "select version, read_at from carelet_catalog where seen_at >= ? order by read_at desc, version limit 1";

    /** A node that has not looked for so long serves no more. */
    private static final Duration SILENT = Duration.ofMinutes(5);

    private static final String FIRST = """
            insert into carelet_catalog (version, read_at) values (?, ?) on conflict (version) do nothing
            """;

    private static final String AGAIN = "update carelet_catalog set read_at = ? where version = ? and read_at < ?";

    private static final String SEEN = "update carelet_catalog set seen_at = ? where version = ? and seen_at < ?";

    private static final Duration OFTEN = Duration.ofMinutes(1);

    private final Database database;

    CatalogVersions(Database database) {
        this.database = database;
    }

    /**
     * The newest version that any node has read, among those that one has served within the last minutes.
     *
     * @param version names it
     * @param since when the first of them did
     */
    public record Newest(String version, Instant since) {}

    /**
     * Returns the newest version; empty if no node has said what it has read.
     *
     * @throws StoreUnavailableException if the store can't be asked now
     */
    public Optional<Newest> newest() {
        return database.read(CatalogVersions::newest);
    }

    /**
     * Says what a node has read. A version that nobody has read before is the newest then; one that is known already only if this
     * node had the newest before: then somebody went back to it, and else it only caught up. If the clock of this node is slow, it
     * was read right after the newest one before.
     *
     * @param version what it has read now
     * @param before what it had read before; empty if it has just started
     * @throws StoreUnavailableException if the store can't be asked now
     */
    public void read(String version, Optional<String> before, Instant at) {
        database.write(sql -> {
            Optional<Newest> known = newest(sql);
            Instant when = known.map(newest -> newest.since().plusMillis(1))
                    .filter(at::isBefore)
                    .orElse(at);
            boolean fresh = sql.update(FIRST, version, when) == 1;
            boolean wentBack = before.isPresent() && known.map(Newest::version).equals(before);
            if (!fresh && wentBack) {
                sql.update(AGAIN, when, version, when);
            }
            seen(sql, version, at);
            return version;
        });
    }

    /**
     * Says that a node serves what it has read, still.
     *
     * @throws StoreUnavailableException if the store can't be asked now
     */
    public void seen(String version, Instant at) {
        database.write(sql -> {
            seen(sql, version, at);
            return version;
        });
    }

    /** By the fastest clock of all nodes: a slow one's are not taken for silent. Not each time, or an idle node would write for ever. */
    private static void seen(Sql sql, String version, Instant at) throws SQLException {
        Instant last = lastSeen(sql).filter(at::isBefore).orElse(at);
        sql.update(SEEN, last, version, last.minus(OFTEN));
    }

    private static Optional<Instant> lastSeen(Sql sql) throws SQLException {
        return sql.first(
                "select seen_at from carelet_catalog order by seen_at desc limit 1", row -> row.instant("seen_at"));
    }

    private static Optional<Newest> newest(Sql sql) throws SQLException {
        Instant since = lastSeen(sql).map(last -> last.minus(SILENT)).orElse(Instant.EPOCH);
        return sql.first(NEWEST, row -> new Newest(row.text("version"), row.instant("read_at")), since);
    }
}
