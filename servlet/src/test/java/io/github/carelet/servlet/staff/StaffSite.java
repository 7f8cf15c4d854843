package io.github.carelet.servlet.staff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.Carelet;
import io.github.carelet.CareletBuilder;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.servlet.CareletServlet;
import io.github.carelet.servlet.StaffAccess;
import io.github.carelet.servlet.StaffRole;
import io.github.carelet.servlet.StaffUser;
import io.github.carelet.source.CatalogSource;
import io.github.carelet.source.ClassPathSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A clinic in a real container with people who work there: the host knows them by a header of theirs. */
final class StaffSite implements AutoCloseable {

    static final String BASE = "/clinic/care";

    /** What the clinic offers. */
    static final String CATALOG = "io/github/carelet/servlet/form/clinic.json";

    /** A Monday, 10 AM in Los Angeles. */
    static final Instant START = Instant.parse("2026-11-30T18:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WHO = "X-Test-User";

    private final Tomcat tomcat = new Tomcat();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Carelet carelet;
    private Instant now = START;
    private int patients;

    StaffSite(Path folder) {
        this(folder, builder -> builder);
    }

    /** Makes one of which something else is asked as well. */
    StaffSite(Path folder, UnaryOperator<CareletBuilder> more) {
        this(
                folder,
                ClassPathSource.of(StaffSite.class.getClassLoader(), List.of(CATALOG), CatalogReader.withSamples()),
                more);
    }

    /** Makes one with a catalogue of its own. */
    StaffSite(Path folder, CatalogSource source, UnaryOperator<CareletBuilder> more) {
        Logger.getLogger("org.apache").setLevel(Level.WARNING);
        InstantSource clock = () -> now;
        carelet = more.apply(Carelet.builder(source)
                        .clock(clock)
                        .storage(folder.resolve("data"))
                        .keys(KeyRing.ephemeral()))
                .build();
        StaffAccess access = request -> Optional.ofNullable(request.getHeader(WHO))
                .map(name -> new StaffUser(name, name.equals("root") ? StaffRole.ADMIN : StaffRole.STAFF));
        tomcat.setBaseDir(folder.resolve("tomcat").toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("/clinic", null);
        Tomcat.addServlet(context, "carelet", new CareletServlet(carelet, access))
                .addMapping("/care/*");
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException("the container does not start", e);
        }
    }

    Carelet carelet() {
        return carelet;
    }

    /** Moves the clock. */
    void setNow(Instant instant) {
        now = instant;
    }

    /** Takes the store away while the servlet goes on. */
    void shutStore() {
        carelet.close();
    }

    /** Asks for a visit as a patient does, and returns the reference. */
    String request(Map<String, ?> more) {
        try {
            patients++;
            JsonNode token =
                    JSON.readTree(send("GET", BASE + "/api/token", Map.of(), "").body());
            Map<String, Object> fields = new LinkedHashMap<>(Map.of(
                    "token", token.get("token").asText(),
                    "type", "first-visit",
                    "location", "arcadia",
                    "givenName", "Ada",
                    "familyName", "Example",
                    "phone", "626 555 01" + (10 + patients),
                    "consent", "2026-11"));
            fields.put("preferred", List.of("2026-12-02/morning", "2026-12-04/any"));
            more.forEach(fields::put);
            if (fields.containsKey("slot")) {
                fields.remove("preferred");
            }
            HttpResponse<String> answer = send(
                    "POST",
                    BASE + "/bookings",
                    Map.of("Content-Type", "application/json"),
                    JSON.writeValueAsString(fields));
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body()).get("reference").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> get(String user, String belowStaff) {
        return send("GET", BASE + "/staff/" + belowStaff, Map.of(WHO, user), "");
    }

    /** Opens a page as somebody of the clinic. */
    Document page(String user, String belowStaff) {
        HttpResponse<String> answer = get(user, belowStaff);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " for " + belowStaff);
        }
        return Jsoup.parse(answer.body());
    }

    /** Sends the form of a page that goes to an address with such an end, with some fields filled in. */
    HttpResponse<String> submit(String user, Document page, String end, Map<String, ?> filled) {
        Element form = page.select("form[method=post]").stream()
                .filter(each -> address(each).endsWith(end))
                .findFirst()
                .or(() -> page.select("button[formaction]").stream()
                        .filter(each -> path(each.attr("formaction")).endsWith(end))
                        .map(each -> each.closest("form"))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("no form for " + end));
        Map<String, List<String>> fields = new LinkedHashMap<>();
        form.select("input[type=hidden]").forEach(each -> fields.put(each.attr("name"), List.of(each.attr("value"))));
        filled.forEach((name, value) -> fields.put(
                name,
                value instanceof List<?> several
                        ? several.stream().map(String::valueOf).toList()
                        : List.of(value.toString())));
        String action = address(form).endsWith(end)
                ? address(form)
                : path(form.select("button[formaction*=" + end + "]").attr("formaction"));
        return post(user, action, fields);
    }

    HttpResponse<String> post(String user, String path, Map<String, List<String>> fields) {
        return send(
                "POST",
                path,
                Map.of(WHO, user, "Content-Type", "application/x-www-form-urlencoded", "Sec-Fetch-Site", "same-origin"),
                encoded(fields));
    }

    HttpResponse<String> send(String method, String path, Map<String, String> headers, String body) {
        URI uri = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
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

    private static String address(Element form) {
        return path(form.attr("action"));
    }

    private static String path(String href) {
        return href.replaceFirst("#.*", "");
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
}
