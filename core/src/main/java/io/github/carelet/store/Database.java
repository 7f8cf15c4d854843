package io.github.carelet.store;

import io.github.carelet.booking.StoreUnavailableException;
import java.sql.SQLException;

/** Where SQL runs. Safe for use by many threads. */
interface Database extends AutoCloseable {

    /** Writes something that nobody reads. */
    String PROBE = """
            insert into carelet_probe (id, checks) values (1, 1)
            on conflict (id) do update set checks = carelet_probe.checks + 1
            """;

    /** Something to do on a connection. */
    interface Work<T> {
        T on(Sql sql) throws SQLException;
    }

    /**
     * Does some work in one transaction and returns once that is durable. Work that throws leaves nothing behind.
     *
     * @throws StoreUnavailableException if the database could not do it
     */
    <T> T write(Work<T> work);

    /**
     * Does some work that only reads, with one statement.
     *
     * @throws StoreUnavailableException if the database could not do it
     */
    <T> T read(Work<T> work);

    /**
     * Finds out whether writing works, by writing.
     *
     * @throws StoreUnavailableException if it does not
     */
    void probe();

    /** Ends what is under way and lets go. From then on everything else throws. */
    @Override
    void close();
}
