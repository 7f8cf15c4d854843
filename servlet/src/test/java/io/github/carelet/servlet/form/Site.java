package io.github.carelet.servlet.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.Carelet;
import io.github.carelet.CareletBuilder;
import io.github.carelet.Partner;
import io.github.carelet.booking.ClinicDesk;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.servlet.CareletServlet;
import io.github.carelet.source.CatalogSource;
import io.github.carelet.source.ClassPathSource;
import io.github.carelet.source.FileSource;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.jsoup.nodes.Element;

/** A clinic in a real container, mounted two levels deep, at a fixed time that a test may move. */
final class Site implements AutoCloseable {

    static final String BASE = "/clinic/care";
    static final Partner PARTNER =
            new Partner("foothill", List.of("https://foothill.example", "https://www.foothill.example:8443"));

    /** A Monday, 10 AM in Los Angeles. */
    static final Instant START = Instant.parse("2026-11-30T18:00:00Z");

    private final Tomcat tomcat = new Tomcat();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Carelet carelet;
    private Instant now = START;
    private int patients;

    private Site(Path folder, UnaryOperator<CareletBuilder> settings, Optional<Filter> filter) {
        this(folder, clinic(), settings, filter);
    }

    private Site(Path folder, CatalogSource source, UnaryOperator<CareletBuilder> settings, Optional<Filter> filter) {
        Logger.getLogger("org.apache").setLevel(Level.WARNING);
        InstantSource clock = () -> now;
        carelet = settings.apply(
                        Carelet.builder(source).clock(clock).partner(PARTNER).withoutLimits())
                .build();
        tomcat.setBaseDir(folder.resolve("tomcat").toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("/clinic", null);
        Tomcat.addServlet(context, "carelet", new CareletServlet(carelet)).addMapping("/care/*");
        filter.ifPresent(each -> add(context, each));
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException("the container does not start", e);
        }
    }

    private static CatalogSource clinic() {
        return ClassPathSource.of(
                Site.class.getClassLoader(),
                List.of("io/github/carelet/servlet/form/clinic.json"),
                CatalogReader.withSamples());
    }

    /** Starts a site that takes bookings for another clinic. */
    static Site of(Path folder, String json) {
        return of(
                folder, json, builder -> builder.storage(folder.resolve("data")).keys(KeyRing.ephemeral()));
    }

    /** Starts a site for another clinic as the settings say. */
    static Site of(Path folder, String json, UnaryOperator<CareletBuilder> settings) {
        try {
            Path file = Files.writeString(folder.resolve("clinic.json"), json);
            return new Site(folder, FileSource.of(file, CatalogReader.withSamples()), settings, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a site that takes bookings. */
    static Site taking(Path folder) {
        return with(folder, UnaryOperator.identity());
    }

    /** Starts a site that takes bookings, with more settings. */
    static Site with(Path folder, UnaryOperator<CareletBuilder> more) {
        return new Site(
                folder,
                builder -> more.apply(builder.storage(folder.resolve("data")).keys(KeyRing.ephemeral())),
                Optional.empty());
    }

    /** Starts a site that takes bookings behind a filter of the host. */
    static Site behind(Path folder, Filter filter) {
        return new Site(
                folder,
                builder -> builder.storage(folder.resolve("data")).keys(KeyRing.ephemeral()),
                Optional.of(filter));
    }

    /** Starts a site that shows content only. */
    static Site showing(Path folder, UnaryOperator<CareletBuilder> more) {
        return new Site(folder, builder -> more.apply(builder.contentOnly()), Optional.empty());
    }

    /** Moves the clock. */
    void setNow(Instant instant) {
        now = instant;
    }

    /** Returns what the servlet serves. */
    Carelet carelet() {
        return carelet;
    }

    /** Returns the clinic's side of the bookings. */
    ClinicDesk staff() {
        return carelet.bookingDesk().orElseThrow().clinic();
    }

    /** Takes the store away while the servlet goes on. */
    void shutStore() {
        carelet.close();
    }

    URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + pathAndQuery);
    }

    HttpResponse<String> get(String belowBase) {
        return send("GET", BASE + belowBase, Map.of(), "");
    }

    /** Sends a form as a browser does from the sandboxed frame. */
    HttpResponse<String> post(String belowBase, Map<String, List<String>> fields) {
        Map<String, String> headers = Map.of(
                "Content-Type", "application/x-www-form-urlencoded",
                "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "Origin", "null",
                "Sec-Fetch-Site", "cross-site");
        return send("POST", BASE + belowBase, headers, encoded(fields));
    }

    HttpResponse<String> postJson(String body) {
        return send("POST", BASE + "/bookings", Map.of("Content-Type", "application/json"), body);
    }

    /** Goes on from an address to the step that asks who, by the first time that there is, and leaves that out again. */
    Filled form(String belowBase) {
        return Filled.from(lastStep(belowBase)).without("slot").without("preferred");
    }

    /** Returns the page that asks who, behind the one that asks when. */
    String lastStep(String belowBase) {
        Element form = Filled.parse(get(belowBase).body()).expectFirst("form");
        if (form.attr("method").equals("post")) {
            return get(belowBase).body();
        }
        Element time = form.expectFirst("[name=slot], [name=preferred]");
        Map<String, List<String>> fields =
                Filled.from(form).set(time.attr("name"), time.val()).fields();
        return get("/book?" + encoded(fields)).body();
    }

    /** Opens a form and fills it in for a patient who has not been here before. */
    Filled patient(String belowBase) {
        patients++;
        return form(belowBase).asPatient().set("phone", "626 555 01" + (10 + patients));
    }

    /** Fetches a token as a script does. */
    String token() throws IOException {
        return new ObjectMapper()
                .readTree(get("/api/token").body())
                .get("token")
                .asText();
    }

    HttpResponse<String> send(String method, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headers.forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encoded(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(value -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                                + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("the container does not stop", e);
        } finally {
            carelet.close();
        }
    }

    private static void add(Context context, Filter filter) {
        FilterDef definition = new FilterDef();
        definition.setFilterName("host");
        definition.setFilter(filter);
        context.addFilterDef(definition);
        FilterMap map = new FilterMap();
        map.setFilterName("host");
        map.addURLPattern("/*");
        context.addFilterMap(map);
    }
}
