package io.github.carelet.partnersite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.Carelet;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.delivery.WebhookEndpoint;
import io.github.carelet.delivery.WebhookSecret;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.servlet.CareletServlet;
import io.github.carelet.source.FileSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A small clinic whose clock is turned by hand, with its receiver of webhooks, and who works there. */
final class TurnedDesk implements AutoCloseable {

    /** A Monday, 10 AM in Los Angeles. */
    static final Instant START = Instant.parse("2026-11-30T18:00:00Z");

    static final StaffLogin ANN = new StaffLogin("ann", "correct horse");

    private static final String CLINIC = """
            {"carelet": 1,
             "clinic": {"id": "maple", "name": "Maple Street Clinic", "phone": "+16265550100",
               "timeZone": "America/Los_Angeles", "languages": ["en"], "emergency": "Call 911.",
               "consent": {"version": "1", "text": "You may use what I write here."},
               "smsConsent": {"version": "sms-1", "text": "You may text me."},
               "marketingConsent": {"version": "news-1", "text": "You may send me news."}},
             "locations": [{"id": "arcadia", "name": "Arcadia",
               "address": {"street": "51 Maple St", "city": "Arcadia", "region": "CA", "postalCode": "91006", "country": "US"},
               "hours": {"weekly": {"mon": ["08:00-17:00"], "tue": ["08:00-17:00"], "wed": ["08:00-17:00"],
                 "thu": ["08:00-17:00"], "fri": ["08:00-17:00"]}}}],
             "conditions": [], "treatments": [], "practitioners": [], "articles": [],
             "appointmentTypes": [{"id": "visit", "name": "Visit", "duration": "PT30M"}]}
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final LocalTomcat tomcat;
    private final Carelet carelet;
    private volatile Instant now = START;

    /**
     * Opens it.
     *
     * @param webhook the address of the receiver
     */
    TurnedDesk(Path folder, String webhook) throws IOException, CannotStartException {
        URI receiver = URI.create(webhook);
        Path clinic = Files.writeString(folder.resolve("clinic.json"), CLINIC);
        tomcat = LocalTomcat.bind(0);
        carelet = Carelet.builder(FileSource.of(clinic, CatalogReader.strict()))
                .clock(() -> now)
                .storage(folder.resolve("data"))
                .keys(KeyRing.ephemeral())
                .egress(EgressRules.publicHttps().allowing(receiver.getHost(), receiver.getPort()))
                .webhook(new WebhookEndpoint(
                        "desk", receiver, WebhookSecret.parse("whsec_QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=")))
                .build();
        tomcat.protect(List.of("/carelet/staff/*"), List.of(ANN));
        tomcat.serve("/carelet", new CareletServlet(carelet), new SiteServlet(carelet, "/carelet"));
    }

    /** Returns the address of a page of the inbox. */
    String staff(String path) {
        return "http://localhost:" + tomcat.port() + "/carelet/staff/" + path;
    }

    void setNow(Instant instant) {
        now = instant;
    }

    Instant now() {
        return now;
    }

    /** Lets whoever delivers look at the clock. */
    void wake() {
        carelet.deliveries().orElseThrow().replay("no such message", "ann");
    }

    /** Asks for a visit as a patient does, and returns the reference. */
    String request(String name, String wish, Map<String, String> more) throws IOException, InterruptedException {
        ObjectNode fields = json.createObjectNode()
                .put("token", read(get("/api/token")).get("token").asText())
                .put("type", "visit")
                .put("location", "arcadia")
                .put("givenName", name)
                .put("phone", "626 555 0142")
                .put("consent", "1");
        fields.putArray("preferred").add(wish);
        more.forEach(fields::put);
        HttpResponse<String> answer = client.send(
                request("/bookings")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(fields.toString()))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return read(answer.body()).get("reference").asText();
    }

    private JsonNode read(String text) throws IOException {
        return json.readTree(text);
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + tomcat.port() + "/carelet" + path));
    }

    @Override
    public void close() {
        tomcat.close();
        carelet.close();
    }
}
