package io.github.carelet.examples.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL of the machine's own programs for the time of a run, as it is configured by itself, on a free loopback port. A
 * shell ends it as soon as this JVM's end of a pipe is closed, so also when this JVM is killed.
 */
final class Postgres implements AutoCloseable {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final String WHILE_WE_LIVE =
            "\"$@\" >&2 & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf \"$GARBAGE\"";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AtomicInteger databases = new AtomicInteger();
    private final Process process;
    private final int port;

    private Postgres(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one, or says that there is none and returns nothing. */
    static Optional<Postgres> start() throws Exception {
        Optional<Path> programs = programs();
        if (programs.isEmpty()) {
            System.out.println("no PostgreSQL below " + VERSIONS + ": nothing of it is measured");
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("benchmarks-postgresql");
        if (isRoot()) {
            Files.setOwner(
                    folder,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
        }
        String data = folder.resolve("data").toString();
        String bin = programs.get() + "/";
        Process made = command(folder, bin + "initdb", "-D", data, "-U", "postgres", "-A", "trust")
                .start();
        if (made.waitFor() != 0) {
            throw new IOException(
                    "initdb: " + new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        int port = freePort();
        Process process = command(
                        folder,
                        "sh",
                        "-c",
                        WHILE_WE_LIVE,
                        "postgresql",
                        bin + "postgres",
                        "-D",
                        data,
                        "-p",
                        Integer.toString(port),
                        "-k",
                        folder.toString(),
                        "-c",
                        "listen_addresses=localhost")
                .redirectErrorStream(false)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Postgres server = new Postgres(process, port);
        server.awaitAnswer();
        return Optional.of(server);
    }

    /** Returns the address of a new database with nothing in it. */
    String newDatabase() throws SQLException {
        String name = "benchmark_" + databases.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(address("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return address(name);
    }

    /** Returns the one number that a query of a database has for an answer. */
    static long number(String address, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Returns the CPU time of the server and of those of its connections that are open. */
    Duration cpu() {
        return process.descendants()
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private String address(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=postgres";
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(each -> each.resolve("bin"))
                    .filter(each -> Files.isExecutable(each.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** The server refuses to run as root, so then it runs as the user that its package made. */
    private static ProcessBuilder command(Path folder, String... words) {
        List<String> all = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        all.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(all).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("GARBAGE", folder.toString());
        return builder;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try (Connection connection = DriverManager.getConnection(address("postgres"))) {
                connection.setReadOnly(true);
                return;
            } catch (SQLException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        close();
        throw new IOException("PostgreSQL does not answer on port " + port);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
