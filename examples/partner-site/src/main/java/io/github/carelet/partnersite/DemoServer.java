package io.github.carelet.partnersite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.carelet.Carelet;
import io.github.carelet.CareletBuilder;
import io.github.carelet.ConfigurationException;
import io.github.carelet.InvalidCatalogException;
import io.github.carelet.Look;
import io.github.carelet.LookToken;
import io.github.carelet.Partner;
import io.github.carelet.Publication;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.delivery.FhirServer;
import io.github.carelet.delivery.WebhookEndpoint;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.servlet.CareletServlet;
import io.github.carelet.source.CatalogSource;
import io.github.carelet.source.FileSource;
import io.github.carelet.store.StorageException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The partner site and Carelet below {@code /carelet}, in one Tomcat that only this machine can reach. */
final class DemoServer implements AutoCloseable {

    static final String MOUNT = "/carelet";
    static final String PARTNER = "demo";

    /** The colours of the site, which the form in its frame takes from nowhere else. */
    private static final Look LOOK = new Look(Map.of(
            LookToken.ACCENT, "#1d4b40",
            LookToken.INK, "#23211d",
            LookToken.PAPER, "#fbf8f3",
            LookToken.ACCENT_DARK, "#8fc4ae",
            LookToken.ON_ACCENT_DARK, "#10211b",
            LookToken.INK_DARK, "#ece8df",
            LookToken.PAPER_DARK, "#171a18",
            LookToken.RADIUS, "8px"));

    private static final Duration WATCH = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final LocalTomcat tomcat;
    private final Carelet carelet;
    private final Optional<HikariDataSource> database;
    private final List<StaffLogin> staff;

    private DemoServer(
            LocalTomcat tomcat, Carelet carelet, Optional<HikariDataSource> database, List<StaffLogin> staff) {
        this.tomcat = tomcat;
        this.carelet = carelet;
        this.database = database;
        this.staff = staff.isEmpty() ? List.of(StaffLogin.drawn()) : staff;
    }

    /**
     * Starts everything, or nothing.
     *
     * @param err hears of problems in a catalogue that changes while it is served
     */
    static DemoServer start(Command.Serve serve, PrintStream err) throws CannotStartException {
        KeyRing keys = DataFolder.open(serve.data());
        LocalTomcat tomcat = LocalTomcat.bind(serve.port());
        Optional<HikariDataSource> database = serve.jdbc().map(DemoServer::pool);
        try {
            Carelet carelet = carelet(serve, keys, tomcat.port(), database, err);
            DemoServer server = new DemoServer(tomcat, carelet, database, serve.staff());
            server.serve();
            return server;
        } catch (CannotStartException e) {
            tomcat.close();
            database.ifPresent(HikariDataSource::close);
            throw e;
        }
    }

    /** Returns the address of the home page, without the slash at its end. */
    String address() {
        return "http://localhost:" + tomcat.port();
    }

    /** Returns who may open the clinic's inbox; the first of them may do everything there. */
    List<StaffLogin> staff() {
        return staff;
    }

    /** Lets requests under way end, then closes Carelet. */
    @Override
    public void close() {
        tomcat.close();
        carelet.close();
        database.ifPresent(HikariDataSource::close);
    }

    /** Connects at first use, so that Carelet says what is wrong with an address. */
    private static HikariDataSource pool(String address) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    private void serve() throws CannotStartException {
        try {
            tomcat.protect(List.of(MOUNT + "/staff/*", MOUNT + "/studio/partners"), staff);
            tomcat.serve(MOUNT, new CareletServlet(carelet), new SiteServlet(carelet, MOUNT));
        } catch (CannotStartException e) {
            carelet.close();
            throw e;
        }
    }

    private static Carelet carelet(
            Command.Serve serve, KeyRing keys, int port, Optional<HikariDataSource> database, PrintStream err)
            throws CannotStartException {
        CareletBuilder builder = Carelet.builder(source(serve.catalog()))
                .keys(keys)
                .publicUrl(URI.create("http://localhost:" + port + MOUNT))
                .openStudio()
                .watch(WATCH)
                .unreviewedLanguages("zh-Hans", "hy", "vi", "ko", "fa")
                .onReload(publication -> report(publication, err));
        database.ifPresentOrElse(builder::storage, () -> builder.storage(serve.data()));
        partners(serve.partners(), port).forEach(builder::partner);
        serve.pickup().forEach(builder::pickup);
        builder.egress(egress(serve));
        serve.webhook().ifPresent(builder::webhook);
        serve.fhir().ifPresent(builder::fhir);
        serve.smtp().ifPresent(builder::mail);
        if (!serve.limited()) {
            builder.withoutLimits();
        }
        try {
            return builder.build();
        } catch (InvalidCatalogException | ConfigurationException | StorageException e) {
            throw new CannotStartException(e);
        }
    }

    /** Whoever names an address on the command line may reach it, wherever it is. */
    private static EgressRules egress(Command.Serve serve) {
        Stream<URI> named = Stream.concat(
                serve.webhook().map(WebhookEndpoint::address).stream(), serve.fhir().map(FhirServer::address).stream());
        return named.reduce(EgressRules.publicHttps(), DemoServer::allowing, (one, other) -> other);
    }

    private static EgressRules allowing(EgressRules rules, URI address) {
        int port =
                address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
        return rules.allowing(address.getHost(), port);
    }

    private static CatalogSource source(Optional<Path> catalog) {
        return catalog.<CatalogSource>map(path -> FileSource.of(path, CatalogReader.withSamples()))
                .orElseGet(SampleClinic::source);
    }

    /** The site itself is partner {@code demo}, on top of what the arguments say of it. */
    private static Stream<Partner> partners(List<Partner> given, int port) {
        Stream<String> own = Stream.of("http://localhost:" + port, "http://127.0.0.1:" + port);
        Stream<String> more =
                given.stream().filter(each -> each.id().equals(PARTNER)).flatMap(each -> each.origins().stream());
        Partner demo = new Partner(PARTNER, Stream.concat(own, more).distinct().toList()).looking(LOOK);
        return Stream.concat(
                Stream.of(demo), given.stream().filter(each -> !each.id().equals(PARTNER)));
    }

    private static void report(Publication publication, PrintStream err) {
        err.println("The catalogue has changed: " + publication.problems().size() + " problems; serving version "
                + publication.version());
        publication.problems().forEach(err::println);
    }
}
