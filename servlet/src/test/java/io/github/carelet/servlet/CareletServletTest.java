package io.github.carelet.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The servlet as a {@code web.xml} mounts it: made by the container, configured by a file. */
class CareletServletTest {

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Tomcat tomcat = new Tomcat();

    @BeforeEach
    void start() throws IOException, LifecycleException {
        Logger.getLogger("org.apache").setLevel(Level.WARNING);
        try (InputStream clinic = getClass().getResourceAsStream("form/clinic.json")) {
            String json = new String(clinic.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("clinic.json"), json.replace("\"sample\": true", "\"sample\": false"));
        }
        Files.writeString(folder.resolve("carelet.json"), """
                {"catalog": "clinic.json", "contentOnly": true, "bookingAt": "https://clinic.example/carelet"}""");
        tomcat.setBaseDir(folder.resolve("tomcat").toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", null);
        var mounted = Tomcat.addServlet(context, "carelet", CareletServlet.class.getName());
        mounted.addInitParameter(
                CareletServlet.CONFIG, folder.resolve("carelet.json").toString());
        mounted.addMapping("/*");
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void aFileOfTheInitParamConfiguresAServletMountedAtTheRoot() throws Exception {
        HttpResponse<String> clinic = get("/fragments/clinic");

        assertThat(clinic.statusCode()).isEqualTo(200);
        assertThat(clinic.body()).contains("https://clinic.example/carelet/book");
        assertThat(clinic.headers().firstValue("Link").orElseThrow()).startsWith("</assets/carelet.");
    }

    @Test
    void healthSaysWhatIsServed() throws Exception {
        HttpResponse<String> health = get("/health");
        JsonNode json = new ObjectMapper().readTree(health.body());

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(json.at("/status").asText()).isEqualTo("ok");
        assertThat(json.at("/catalog/version").asText()).hasSize(16);
        assertThat(json.at("/store").asText()).isEqualTo("none");
        assertThat(json.at("/tzdb").asText()).matches("20[0-9]{2}[a-z]+");
    }

    @Test
    void healthCountsWhatAnEditorHasToLookAfterAndListsItElsewhere() throws Exception {
        JsonNode counts = new ObjectMapper().readTree(get("/health").body()).at("/content");
        HttpResponse<String> answer = get("/health/content");
        JsonNode list = new ObjectMapper().readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(counts.at("/items").asInt()).isEqualTo(4);
        assertThat(counts.at("/never_reviewed").asInt()).isEqualTo(4);
        assertThat(counts.at("/without_risks").asInt()).isEqualTo(2);
        assertThat(counts.at("/overdue").asInt()).isZero();
        assertThat(counts.at("/missingTranslations/es").asInt())
                .isPositive()
                .isEqualTo(counts.at("/missing_translation").asInt());
        assertThat(list.at("/findings/0/kind").asText()).isEqualTo("never_reviewed");
        assertThat(list.at("/findings/0/place").asText()).isEqualTo("/conditions/sciatica");
        assertThat(list.at("/without_risks")).isEqualTo(counts.at("/without_risks"));
        assertThat(answer.body()).doesNotContain("clinic.json");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 404",
        "GET, /nothing, 404",
        "GET, /health/more, 404",
        "GET, /health/content/more, 404",
        "POST, /health/content, 405",
        "POST, /health, 405",
        "GET, /api/nothing, 404",
        "GET, /fragments, 404",
        "GET, /healthy, 404",
        "PUT, /fragments/clinic, 405",
        "TRACE, /pages/clinic, 405",
        "OPTIONS, /book, 405",
        "PUT, /oembed, 405",
        "DELETE, /lookup, 405",
        "POST, /sitemap.xml, 405",
        "GET, /oembed, 400",
        "GET, /lookup, 400"
    })
    void onlyThePathsAndMethodsThatExistAnswer(String method, String path, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();

        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Allow").isPresent()).isEqualTo(status == 405);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void noServiceWorkerIsEverServed() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/fragments/clinic"));

        assertThat(client.send(request.copy().build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        assertThat(client.send(request.header("Service-Worker", "script").build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aServletWithoutItsParameterSaysWhichOneIsMissing() {
        ServletConfig config = mock(ServletConfig.class);
        when(config.getServletName()).thenReturn("carelet");

        assertThatThrownBy(() -> new CareletServlet().init(config))
                .isInstanceOf(ServletException.class)
                .hasMessage("servlet 'carelet' has no init-param 'carelet.config': expected the path of a JSON file");
    }

    @Test
    void aWrongFileIsNamedWithAllItsProblems() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"catalog\": 7, \"colour\": 1}");
        ServletConfig config = mock(ServletConfig.class);
        when(config.getInitParameter(CareletServlet.CONFIG)).thenReturn(wrong.toString());

        assertThatThrownBy(() -> new CareletServlet().init(config))
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("/colour: is unknown")
                .hasMessageContaining("/catalog: is no text");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
    }
}
