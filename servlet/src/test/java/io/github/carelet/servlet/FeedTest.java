package io.github.carelet.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.Carelet;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.egress.EgressTimeouts;
import io.github.carelet.egress.HostResolver;
import io.github.carelet.source.FileSource;
import io.github.carelet.source.HttpSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /api/catalog} and {@code /api/changes} in a container, below a nested mount path. */
@Timeout(120)
class FeedTest {

    private static final String BASE = "/clinic/carelet";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Tomcat tomcat = new Tomcat();
    private Path file;
    private Carelet carelet;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException, LifecycleException {
        Logger.getLogger("org.apache").setLevel(Level.WARNING);
        file = folder.resolve("clinic.json");
        Files.writeString(file, clinic());
        carelet = Carelet.builder(FileSource.of(file, CatalogReader.strict()))
                .contentOnly()
                .build();
        tomcat.setBaseDir(folder.resolve("tomcat").toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("/clinic", null);
        Tomcat.addServlet(context, "carelet", new CareletServlet(carelet)).addMapping("/carelet/*");
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        carelet.close();
    }

    @Test
    void thePublicCatalogueIsAFileThatAnyoneMayReadAndCache() throws Exception {
        HttpResponse<byte[]> plain = get("/api/catalog");
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.headers().map()).containsEntry("access-control-allow-origin", List.of("*"));
        assertThat(header(plain, "Content-Type")).startsWith("application/json");
        assertThat(header(plain, "ETag")).matches("\"[A-Za-z0-9_-]{22}\"");
        assertThat(text(plain)).doesNotContain("desk@example.org").contains("\"carelet\":1");
        assertThat(clinic()).as("the control: it is in the source").contains("desk@example.org");

        HttpResponse<byte[]> packed = get("/api/catalog", "Accept-Encoding", "gzip");
        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(packed, "ETag")).isNotEqualTo(header(plain, "ETag"));
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
        }
        assertThat(get("/api/catalog", "If-None-Match", header(plain, "ETag")).statusCode())
                .isEqualTo(304);
    }

    @Test
    void anotherCareletCanReadItAndFollowsIt() throws Exception {
        int port = tomcat.getConnector().getLocalPort();
        EgressGuard guard =
                new EgressGuard(EgressRules.publicHttps().allowing("127.0.0.1", port), HostResolver.system());
        HttpSource source =
                HttpSource.of(uri("/api/catalog"), CatalogReader.strict(), guard, EgressTimeouts.standard());
        try (Carelet other = Carelet.builder(source).contentOnly().build()) {
            assertThat(other.publication().catalog().treatments())
                    .isEqualTo(carelet.publication().catalog().treatments());
            assertThat(other.publication().catalog().locations())
                    .isEqualTo(carelet.publication().catalog().locations());
            assertThat(other.publication().catalog().clinic().notifyAddresses()).isEmpty();

            Fragments ours = Fragments.of(carelet, BASE);
            Fragments theirs = Fragments.of(other, BASE);
            assertThat(theirs.html("treatments")).isEqualTo(ours.html("treatments"));
            assertThat(theirs.html("clinic")).isEqualTo(ours.html("clinic"));

            Files.writeString(file, clinic().replace("+1626", "+1627"));
            carelet.reload();
            other.reload();
            assertThat(other.publication().catalog().clinic().phone())
                    .isEqualTo(carelet.publication().catalog().clinic().phone());
            assertThat(theirs.html("clinic")).isEqualTo(ours.html("clinic"));
        }
    }

    @Test
    void changesAreToldPageByPageWithWhatIsMaterial() throws Exception {
        JsonNode all = json(get("/api/changes"));
        assertThat(all.path("reset").asBoolean()).isTrue();
        assertThat(all.path("more").asBoolean()).isFalse();
        int things = all.path("changes").size();
        assertThat(things).isGreaterThan(5);

        JsonNode first = json(get("/api/changes?limit=2"));
        assertThat(first.path("more").asBoolean()).isTrue();
        JsonNode second =
                json(get("/api/changes?limit=1000&since=" + first.path("next").asText()));
        assertThat(second.path("reset").asBoolean()).isFalse();
        assertThat(second.path("changes")).hasSize(things - 2);

        Files.writeString(file, clinic().replace("+1626", "+1627"));
        carelet.reload();
        HttpResponse<byte[]> response =
                get("/api/changes?since=" + all.path("next").asText());
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
        JsonNode changes = json(response).path("changes");
        assertThat(changes).isNotEmpty();
        assertThat(changes.get(0).path("kind").asText()).isEqualTo("clinic");
        assertThat(changes.get(0).path("change").asText()).isEqualTo("changed");
        assertThat(changes.get(0).path("material").asBoolean()).isTrue();
        assertThat(changes.get(0).path("what").toString()).isEqualTo("[\"phone\"]");
        assertThat(changes.get(0).path("version").asText())
                .isEqualTo(carelet.publication().version());
    }

    @ParameterizedTest
    @CsvSource({
        "since=nonsense, since",
        "since=%22%3E%3Cscript%3E, since",
        "limit=0, limit",
        "limit=-1, limit",
        "limit=1001, limit",
        "limit=99999999999, limit",
        "limit=x, limit"
    })
    void aParameterThatIsNotAsExpectedIsAProblem(String query, String field) throws Exception {
        HttpResponse<byte[]> response = get("/api/changes?" + query);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
        assertThat(json(response).path("errors").get(0).path("field").asText()).isEqualTo(field);
        assertThat(text(response)).doesNotContain("script").doesNotContain("nonsense");
    }

    @Test
    void aCursorOfAnotherTimeGetsEverything() throws Exception {
        String unknown = "MSAwMTIzNDU2Nzg5YWJjZGVmIDMgZmVkY2JhOTg3NjU0MzIxMCAt";
        assertThat(json(get("/api/changes?since=" + unknown)).path("reset").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/api/catalog, POST", "/api/catalog, DELETE", "/api/changes, POST", "/api/changes, PUT"})
    void otherMethodsAreNotAllowed(String path, String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(header(response, "Allow")).isEqualTo("GET, HEAD");
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + BASE + path);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }

    private static String clinic() {
        try (InputStream clinic = FeedTest.class.getResourceAsStream("form/clinic.json")) {
            return new String(clinic.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"sample\": true", "\"sample\": false, \"notify\": [\"desk@example.org\"]");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
