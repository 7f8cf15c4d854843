package io.github.carelet.examples.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Nodes of the demo's clinic for the time of a run, with the same keys, on one PostgreSQL. */
final class Nodes implements AutoCloseable {

    private final Path folder;
    private final Postgres postgres;
    private final String database;
    private final List<ServerProcess> servers = new ArrayList<>();

    /**
     * What they have used so far.
     *
     * @param nodeNanos CPU time of all nodes
     * @param databaseNanos CPU time of PostgreSQL
     * @param databaseBytes what is on the disk
     * @param bookings rows of bookings
     */
    record Usage(long nodeNanos, long databaseNanos, long databaseBytes, long bookings) {

        /** Returns what was used since then. */
        Usage since(Usage before) {
            return new Usage(
                    nodeNanos - before.nodeNanos,
                    databaseNanos - before.databaseNanos,
                    databaseBytes - before.databaseBytes,
                    bookings - before.bookings);
        }

        /** Returns it as it is printed, as what was used in so many seconds. */
        String text(double seconds) {
            return String.format(
                    Locale.ROOT,
                    "the nodes used %.2f of a core and PostgreSQL %.2f; for each of %d bookings %.2f and %.2f ms of CPU, and"
                            + " %.1f KB of the disk",
                    nodeNanos / 1e9 / seconds,
                    databaseNanos / 1e9 / seconds,
                    bookings,
                    nodeNanos / 1e6 / bookings,
                    databaseNanos / 1e6 / bookings,
                    databaseBytes / 1024.0 / bookings);
        }
    }

    private Nodes(Path folder, Postgres postgres, String database) {
        this.folder = folder;
        this.postgres = postgres;
        this.database = database;
    }

    /** Starts so many. */
    static Nodes start(int count) throws Exception {
        Postgres postgres =
                Postgres.start().orElseThrow(() -> new IllegalArgumentException("--nodes: expected a PostgreSQL"));
        Path folder = Files.createTempDirectory("benchmarks");
        Nodes nodes = new Nodes(folder, postgres, postgres.newDatabase());
        try {
            Files.writeString(folder.resolve(Server.DATABASE), nodes.database, StandardCharsets.UTF_8);
            for (int i = 0; i < count; i++) {
                nodes.servers.add(ServerProcess.start("node", folder));
            }
            return nodes;
        } catch (IOException e) {
            nodes.close();
            throw e;
        }
    }

    /** Returns where each is. */
    List<URI> addresses() {
        return servers.stream().map(ServerProcess::address).toList();
    }

    /** Returns what they have used so far. */
    Usage usage() throws IOException, SQLException {
        long nodes = 0;
        for (ServerProcess each : servers) {
            nodes += each.cpuNanos();
        }
        return new Usage(
                nodes,
                postgres.cpu().toNanos(),
                Postgres.number(database, "select pg_database_size(current_database())"),
                Postgres.number(database, "select count(*) from carelet_booking"));
    }

    @Override
    public void close() throws IOException {
        for (ServerProcess each : servers) {
            each.close();
        }
        postgres.close();
        Folders.delete(folder);
    }
}
