package io.github.carelet.store;

import io.github.carelet.booking.StoreUnavailableException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Which versions of the catalogue the nodes of a cluster have read, in table {@code carelet_catalog}. It decides nothing: a
 * node that has read an older one serves it, and says so.
 */
public final class CatalogVersions {

    private static final String NEWEST =
            "select version, read_at from carelet_catalog order by read_at desc, version limit 1";

    private static final String FIRST = """
            insert into carelet_catalog (version, read_at) values (?, ?) on conflict (version) do nothing
            """;

    private static final String AGAIN = "update carelet_catalog set read_at = ? where version = ? and read_at < ?";

    private final Database database;

    CatalogVersions(Database database) {
        this.database = database;
    }

    /**
     * The newest version that any node has read.
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
     * Says what a node has read. A version that nobody has read before is the newest then; one that is known already only if
     * this node had the newest before: then somebody went back to it, and else it only caught up.
     *
     * @param version what it has read now
     * @param before what it had read before; empty if it has just started
     * @return the newest version from then on
     * @throws StoreUnavailableException if the store can't be asked now
     */
    public Newest read(String version, Optional<String> before, Instant at) {
        return database.write(sql -> {
            Optional<Newest> known = newest(sql);
            boolean fresh = sql.update(FIRST, version, at) == 1;
            boolean wentBack = before.isPresent() && known.map(Newest::version).equals(before);
            if (!fresh && wentBack) {
                sql.update(AGAIN, at, version, at);
            }
            return newest(sql).orElseThrow();
        });
    }

    private static Optional<Newest> newest(Sql sql) throws SQLException {
        return sql.first(NEWEST, row -> new Newest(row.text("version"), row.instant("read_at")));
    }
}
