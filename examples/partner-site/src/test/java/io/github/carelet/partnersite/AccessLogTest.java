package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.Carelet;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.servlet.CareletServlet;
import java.io.CharArrayWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.AbstractAccessLogValve;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What containers write down of each request: never anything about a patient, whichever way they go. */
class AccessLogTest {

    private static final String BASE = "/clinic/care";
    private static final String FORM = "/book?type=pt-evaluation&location=arcadia&when=times";
    private static final String SLOT = "&slot=2026-12-02T09%3A00%3A00-08%3A00";
    private static final String TIMES = "/book?type=pt-session&location=arcadia";
    private static final String COMBINED = "%h %l %u %t \"%r\" %s %b \"%{Referer}i\" \"%{User-Agent}i\"";
    private static final List<String> CANARIES = List.of(
            "Canaryname", "Canaryfamily", "5550147", "555-0147", "canary@", "canary%40", "Canaryreason", "1957");

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void ofTomcatHoldsNoPatient(@TempDir Path folder) throws Exception {
        Logger.getLogger("org.apache").setLevel(Level.WARNING);
        Tomcat tomcat = new Tomcat();
        try (Carelet carelet = carelet(folder)) {
            tomcat.setBaseDir(folder.resolve("tomcat").toString());
            tomcat.setPort(0);
            tomcat.getConnector().setProperty("address", "127.0.0.1");
            BlockingQueue<String> lines = new LinkedBlockingQueue<>();
            tomcat.getHost().getPipeline().addValve(log(lines));
            Tomcat.addServlet(tomcat.addContext("/clinic", null), "carelet", new CareletServlet(carelet))
                    .addMapping("/care/*");
            tomcat.start();
            int requests =
                    goEveryWay("http://127.0.0.1:" + tomcat.getConnector().getLocalPort());
            check("Tomcat", lines, requests);
            tomcat.stop();
            tomcat.destroy();
        }
    }

    private static AbstractAccessLogValve log(BlockingQueue<String> lines) {
        AbstractAccessLogValve log = new AbstractAccessLogValve() {
            @Override
            protected void log(CharArrayWriter message) {
                lines.add(message.toString());
            }
        };
        log.setPattern(COMBINED);
        return log;
    }

    @Test
    void ofJettyHoldsNoPatient(@TempDir Path folder) throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Server jetty = new Server();
        try (Carelet carelet = carelet(folder)) {
            ServerConnector connector = new ServerConnector(jetty);
            connector.setHost("127.0.0.1");
            jetty.addConnector(connector);
            jetty.setRequestLog(new CustomRequestLog(lines::add, CustomRequestLog.EXTENDED_NCSA_FORMAT));
            ServletContextHandler context = new ServletContextHandler("/clinic");
            context.addServlet(new ServletHolder(new CareletServlet(carelet)), "/care/*");
            jetty.setHandler(context);
            jetty.start();
            int requests = goEveryWay("http://127.0.0.1:" + connector.getLocalPort());
            check("Jetty", lines, requests);
            jetty.stop();
        }
    }

    /** A line is written when its answer is on its way already. */
    private static void check(String container, BlockingQueue<String> log, int requests) throws Exception {
        List<String> lines = new ArrayList<>();
        while (lines.size() < requests) {
            String line = log.poll(1, TimeUnit.MINUTES);
            assertThat(line).as("line " + lines.size() + " of " + requests).isNotNull();
            lines.add(line);
        }
        List<String> told = lines.stream()
                .filter(line -> CANARIES.stream().anyMatch(line::contains))
                .toList();
        System.out.println(told.size() - 1 + " of " + (requests - 1) + " lines of the access log of " + container
                + " say anything about a patient; control: 1 of 1 of a form that was sent by GET does");
        assertThat(told).singleElement().asString().contains("GET " + BASE + "/book?givenName=Canaryname");
    }

    private static Carelet carelet(Path folder) {
        return Carelet.builder(SampleClinic.source())
                .storage(folder.resolve("data"))
                .keys(KeyRing.ephemeral())
                .clock(() -> Instant.parse("2026-11-30T18:00:00Z"))
                .build();
    }

    /** Every request that a patient's browser makes, with something about the patient in each form. Returns how many. */
    private int goEveryWay(String host) throws Exception {
        Trip trip = new Trip(client, host);
        for (String step : List.of("/book", "/book?type=pt-evaluation", TIMES, FORM, "/api/token")) {
            assertThat(trip.get(BASE + step).statusCode()).as(step).isEqualTo(200);
        }
        for (String step : List.of(TIMES + SLOT, FORM + SLOT)) {
            Document page = Jsoup.parse(trip.get(BASE + step).body());
            for (Element button : page.select("button[formaction]")) {
                assertThat(trip.post(button.attr("formaction"), patient(page)).statusCode())
                        .as(button.outerHtml())
                        .isEqualTo(200);
            }
        }
        Document page = Jsoup.parse(trip.get(BASE + FORM + SLOT).body());
        String action = page.expectFirst("form[method=post]").attr("action");
        assertThat(trip.post(action, with(patient(page), "phone", "5550147")).statusCode())
                .isEqualTo(422);
        assertThat(trip.post(action, with(patient(page), "token", "x")).statusCode())
                .isEqualTo(403);
        HttpResponse<String> sent = trip.post(action, patient(page));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        manage(trip, sent.headers().firstValue("Location").orElseThrow().replaceAll("#.*", ""));
        assertThat(trip.postJson(BASE + "/bookings", patient(page)).statusCode())
                .isEqualTo(201);
        trip.get(BASE + "/book?givenName=Canaryname");
        return trip.requests;
    }

    private static void manage(Trip trip, String manage) throws Exception {
        Document page = Jsoup.parse(trip.get(manage).body());
        assertThat(trip.get(manage + "/calendar.ics").statusCode()).isEqualTo(200);
        assertThat(trip.get(manage + "?change=times").statusCode()).isEqualTo(200);
        Map<String, String> reason = new LinkedHashMap<>();
        reason.put(
                "token", page.expectFirst("form[action*=cancel] [name=token]").val());
        reason.put("reason", "Canaryreason");
        assertThat(trip.post(manage + "/reschedule", reason).statusCode()).isEqualTo(422);
        assertThat(trip.post(manage + "/cancel", reason).statusCode()).isEqualTo(303);
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        fields.put(name, value);
        return fields;
    }

    private static Map<String, String> patient(Document page) {
        Map<String, String> fields = new LinkedHashMap<>();
        page.select("form[method=post] input[type=hidden]").forEach(each -> fields.put(each.attr("name"), each.val()));
        fields.put("slot", "2026-12-02T09:00:00-08:00");
        fields.put("givenName", "Canaryname");
        fields.put("familyName", "Canaryfamily");
        fields.put("phone", "(626) 555-0147");
        fields.put("email", "canary@example.org");
        fields.put("birthDate", "1957-10-04");
        fields.put("reason", "Canaryreason");
        fields.put("patientType", "existing");
        fields.put("bookingFor", "self");
        fields.put("consent", page.expectFirst("[name=consent]").val());
        return fields;
    }

    /** Requests as a browser makes them, counted. */
    private static final class Trip {

        private final HttpClient client;
        private final String host;
        private int requests;

        Trip(HttpClient client, String host) {
            this.client = client;
            this.host = host;
        }

        HttpResponse<String> get(String path) throws Exception {
            return send(request(path).GET());
        }

        HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
            return send(request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Accept", "text/html")
                    .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
        }

        HttpResponse<String> postJson(String path, Map<String, String> fields) throws Exception {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(new ObjectMapper().writeValueAsString(fields))));
        }

        private static String encoded(Map<String, String> fields) {
            return fields.entrySet().stream()
                    .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(host + path.replaceAll("#.*", "")));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            requests++;
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
