package io.github.carelet.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real PostgreSQL server of the machine's own programs, one for all tests of a JVM, in a folder of its own and on a free
 * loopback port. It is the child of a shell that ends it as soon as this JVM's end of a pipe is closed, so also when this
 * JVM is killed.
 *
 * <p>Where the machine has no PostgreSQL, the tests that ask for one are skipped, unless
 * {@code CARELET_REQUIRE_POSTGRESQL} is {@code true}.
 */
final class PostgresServer {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String UNTIL_PARENT_ENDS =
            "\"$@\" & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf \"$GARBAGE\"";

    private final AtomicInteger schemas = new AtomicInteger();
    private final int port;

    private PostgresServer(int port) {
        this.port = port;
    }

    /** Made by the first test that needs it. */
    private static final class Shared {
        static final Optional<PostgresServer> SERVER = programs().map(PostgresServer::start);
    }

    /** Returns the server, or ends the test. */
    static PostgresServer shared() {
        if (Shared.SERVER.isEmpty()) {
            String missing = "NO POSTGRESQL ON THIS MACHINE: nothing of it is tested here";
            System.out.println("================\n" + missing + "\n================");
            if (Boolean.parseBoolean(System.getenv("CARELET_REQUIRE_POSTGRESQL"))) {
                throw new AssertionError(missing + ", but CARELET_REQUIRE_POSTGRESQL is true");
            }
            assumeTrue(false, missing);
        }
        return Shared.SERVER.orElseThrow();
    }

    /** Returns the address of a new schema with nothing in it. */
    String newSchema() {
        String schema = "test_" + schemas.incrementAndGet();
        admin("create schema " + schema);
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres&currentSchema=" + schema;
    }

    /** Runs a statement as the administrator. */
    void admin(String statement) {
        try (Connection connection = DriverManager.getConnection(address(port));
                Statement running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** Returns a pool of connections, as a host would have one. */
    static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(20_000);
        config.setValidationTimeout(1_000);
        return new HikariDataSource(config);
    }

    private static String address(int port) {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    private static Optional<Path> programs() {
        try (Stream<Path> versions = Files.isDirectory(Path.of("/usr/lib/postgresql"))
                ? Files.list(Path.of("/usr/lib/postgresql"))
                : Stream.empty()) {
            Stream<Path> onPath = Arrays.stream(Optional.ofNullable(System.getenv("PATH"))
                            .orElse("")
                            .split(":"))
                    .filter(each -> !each.isEmpty())
                    .map(Path::of);
            return Stream.concat(versions.map(each -> each.resolve("bin")).sorted(Comparator.reverseOrder()), onPath)
                    .filter(each -> Files.isExecutable(each.resolve("initdb")))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgresServer start(Path programs) {
        try {
            Path folder = Files.createTempDirectory("carelet-postgresql");
            boolean root = "root".equals(System.getProperty("user.name"));
            if (root) {
                Files.setOwner(
                        folder,
                        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
            }
            Path data = folder.resolve("data");
            run(
                    root,
                    folder,
                    programs + "/initdb",
                    "-D",
                    data.toString(),
                    "-U",
                    "postgres",
                    "-A",
                    "trust",
                    "--no-sync");
            int port = freePort();
            serve(
                    root,
                    folder,
                    programs + "/postgres",
                    "-D",
                    data.toString(),
                    "-p",
                    "" + port,
                    "-k",
                    folder.toString());
            awaitAnswer(port, folder);
            return new PostgresServer(port);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("PostgreSQL does not start", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The server refuses to run as root, so then it runs as the user that its package made. */
    private static ProcessBuilder as(boolean root, Path folder, List<String> command) {
        List<String> all = new ArrayList<>(root ? List.of("runuser", "-u", "postgres", "--") : List.of());
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("GARBAGE", folder.toString());
        return builder.redirectErrorStream(true);
    }

    private static void run(boolean root, Path folder, String... command) throws IOException, InterruptedException {
        Process process = as(root, folder, List.of(command)).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
    }

    private static void serve(boolean root, Path folder, String... command) throws IOException {
        List<String> watched = new ArrayList<>(List.of("sh", "-c", UNTIL_PARENT_ENDS, "postgresql"));
        watched.addAll(List.of(command));
        watched.addAll(List.of("-c", "listen_addresses=localhost", "-c", "max_connections=200"));
        as(root, folder, watched)
                .redirectOutput(
                        folder.resolveSibling(folder.getFileName() + ".log").toFile())
                .start();
    }

    private static void awaitAnswer(int port, Path folder) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        log.toFile().deleteOnExit();
        while (System.nanoTime() < end) {
            try {
                DriverManager.getConnection(address(port)).close();
                return;
            } catch (SQLException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new IOException("no answer: " + Files.readString(log, UTF_8));
    }
}
