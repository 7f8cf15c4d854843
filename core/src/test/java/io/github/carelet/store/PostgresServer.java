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
public final class PostgresServer {

    private static final String DATA = "data";
    private static final int TRIES = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String UNTIL_PARENT_ENDS =
            "\"$@\" & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf \"$GARBAGE\"";

    private final AtomicInteger schemas = new AtomicInteger();
    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Made by the first test that needs it. */
    private static final class Shared {
        static final Optional<PostgresServer> SERVER = programs().map(programs -> start(programs, newFolder()));
    }

    /** Returns the server, or ends the test. */
    public static PostgresServer shared() {
        require(Shared.SERVER.isPresent());
        return Shared.SERVER.orElseThrow();
    }

    /** Returns a server of a test's own, to do harm to, in a folder that is there; or ends the test. */
    public static PostgresServer in(Path folder) {
        Optional<Path> programs = programs();
        require(programs.isPresent());
        return start(programs.orElseThrow(), folder);
    }

    private static void require(boolean there) {
        if (!there) {
            String missing = "NO POSTGRESQL ON THIS MACHINE: nothing of it is tested here";
            System.out.println("================\n" + missing + "\n================");
            if (Boolean.parseBoolean(System.getenv("CARELET_REQUIRE_POSTGRESQL"))) {
                throw new AssertionError(missing + ", but CARELET_REQUIRE_POSTGRESQL is true");
            }
            assumeTrue(false, missing);
        }
    }

    /** Returns the address of a new schema with nothing in it. */
    public String newSchema() {
        String schema = "test_" + schemas.incrementAndGet();
        admin("create schema " + schema);
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres&currentSchema=" + schema;
    }

    /** Runs a statement as the administrator. */
    public void admin(String statement) {
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

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("carelet-postgresql");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgresServer start(Path programs, Path folder) {
        try {
            if (isRoot()) {
                Files.setOwner(
                        folder,
                        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
            }
            String data = folder.resolve(DATA).toString();
            run(folder, programs + "/initdb", "-D", data, "-U", "postgres", "-A", "trust", "--no-sync");
            for (int i = 0; i < TRIES; i++) {
                PostgresServer server = new PostgresServer(programs, folder, freePort());
                if (server.serves()) {
                    return server;
                }
            }
            throw new IOException("no port is free for long enough");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("PostgreSQL does not start", e);
        }
    }

    /** Ends the server as a crash would, unless it has given up by itself. */
    public void crash() {
        String data = folder.resolve(DATA).toString();
        try {
            if (as(folder, List.of(programs + "/pg_ctl", "-D", data, "status"))
                            .start()
                            .waitFor()
                    == 0) {
                run(folder, programs + "/pg_ctl", "-D", data, "-m", "immediate", "-w", "stop");
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("PostgreSQL does not stop", e);
        }
    }

    /** Starts the server again where it was. */
    public void comeBack() {
        try {
            if (!serves()) {
                throw new IOException("its port was taken by somebody else");
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("PostgreSQL does not start again", e);
        }
    }

    /** Moves what the server writes ahead to another disk, while it does not run. */
    public void writeAheadOn(Path disk) {
        Path log = folder.resolve(DATA).resolve("pg_wal");
        Path there = disk.resolve("pg_wal");
        try {
            run(folder, "mv", log.toString(), there.toString());
            run(folder, "ln", "-s", there.toString(), log.toString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("its log can't be moved to " + disk, e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Somebody else may have taken it in the meantime: then the server does not start, and another one is tried. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The server refuses to run as root, so then it runs as the user that its package made. */
    private static ProcessBuilder as(Path folder, List<String> command) {
        List<String> all = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("GARBAGE", folder.toString());
        return builder.redirectErrorStream(true);
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = as(folder, List.of(command)).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
    }

    /** Starts it, and waits until it answers; returns false if it does not for want of its port. */
    private boolean serves() throws IOException, InterruptedException {
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        Files.deleteIfExists(log);
        List<String> watched = new ArrayList<>(List.of("sh", "-c", UNTIL_PARENT_ENDS, "postgresql"));
        watched.addAll(
                List.of(programs + "/postgres", "-D", folder.resolve(DATA).toString()));
        watched.addAll(List.of("-p", "" + port, "-k", folder.toString()));
        watched.addAll(List.of("-c", "listen_addresses=localhost", "-c", "max_connections=200"));
        as(folder, watched).redirectOutput(log.toFile()).start();
        log.toFile().deleteOnExit();
        return answers(log);
    }

    private boolean answers(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (Files.readString(log, UTF_8).contains("could not create any TCP/IP sockets")) {
                return false;
            }
            try (Connection connection = DriverManager.getConnection(address(port))) {
                return connection.isValid(1);
            } catch (SQLException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new IOException("no answer: " + Files.readString(log, UTF_8));
    }
}
