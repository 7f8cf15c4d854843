package io.github.carelet.examples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.servlet.CareletServlet;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;
import javax.sql.DataSource;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/**
 * One servlet in an embedded Tomcat, the same for everybody: {@code KIND FOLDER}, where {@value #PAGE} in the folder holds our own
 * answer for the others to give, and {@value #DATABASE} the address of a PostgreSQL database. Prints its port and ends when its input does.
 */
final class Server {

    static final String PAGE = "fragment.html";
    static final String DATABASE = "database";

    private Server() {}

    /** Starts it. */
    public static void main(String[] arguments) throws Exception {
        Tomcat tomcat = new Tomcat();
        LogManager.getLogManager().reset();
        String folder = arguments[1];
        tomcat.setBaseDir(folder);
        Connector connector = new Connector("HTTP/1.1");
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxKeepAliveRequests", "-1");
        connector.setProperty("keepAliveTimeout", "600000");
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", folder);
        Tomcat.addServlet(context, "it", servlet(arguments[0], Path.of(folder, PAGE)))
                .addMapping(Sample.MOUNT + "/*");
        tomcat.start();
        System.out.println(connector.getLocalPort());
        System.in.transferTo(OutputStream.nullOutputStream());
        tomcat.stop();
        System.exit(0);
    }

    private static HttpServlet servlet(String kind, Path file) throws Exception {
        return switch (kind) {
            case "carelet" -> new CareletServlet(Sample.carelet());
            case "forgetful" -> new ForgetfulServlet(new CareletServlet(Sample.carelet()));
            case "hello" -> new ConstantServlet("hello".getBytes(StandardCharsets.US_ASCII));
            case "constant" -> new ConstantServlet(Files.readAllBytes(file));
            case "jte" -> new RenderingServlet(Peers.jte(page(file)));
            case "thymeleaf" -> new RenderingServlet(Peers.thymeleaf(page(file)));
            case "book" -> new CareletServlet(Sample.taking(file.resolveSibling("data")));
            case "node" ->
                new CareletServlet(Sample.taking(pool(file), KeyRing.loadOrCreate(file.resolveSibling("keys"))));
            case "inbox" -> new InboxServlet(Sample.taking(file.resolveSibling("data")));
            case "inbox-postgresql" -> new InboxServlet(Sample.taking(pool(file), KeyRing.ephemeral()));
            case "soak" -> new SoakServlet(file, false);
            case "soak-leaking" -> new SoakServlet(file, true);
            case "append" -> new AppendServlet(file.resolveSibling("append.log"));
            case "sqlite" ->
                new RowServlet(
                        "jdbc:sqlite:" + file.resolveSibling("each.db") + "?journal_mode=WAL&synchronous=FULL",
                        "BLOB",
                        1);
            case "postgresql" -> new RowServlet(database(file), "BYTEA", 16);
            default -> throw new IllegalArgumentException("no server '" + kind + "'");
        };
    }

    private static String database(Path beside) throws IOException {
        return Files.readString(beside.resolveSibling(DATABASE), StandardCharsets.UTF_8);
    }

    private static DataSource pool(Path beside) throws IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database(beside));
        return new HikariDataSource(config);
    }

    private static Page page(Path file) throws IOException {
        return PageReader.read(Files.readString(file, StandardCharsets.UTF_8));
    }
}
