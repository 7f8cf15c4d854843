package io.github.carelet.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.hc.core5.util.VersionInfo;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.endpoints.web.exposure.include=health,metrics",
            "management.endpoint.health.show-details=always"
        })
class ApplicationTest {

    @TempDir
    static Path data;

    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("carelet.storage", () -> data.toString());
    }

    @Test
    void theHomePageShowsTheFragmentsOfTheClinic() throws Exception {
        Document home = Jsoup.parse(get("/").body());

        assertThat(home.select("[data-carelet=treatments]").text()).contains("Physical therapy");
        assertThat(home.select("[data-carelet=locations]").text()).contains("12 Maple Street");
        assertThat(home.select("[data-carelet] a[href^=tel:]")).isNotEmpty();
        String stylesheet = home.select("link[integrity]").attr("href");
        assertThat(get(stylesheet).statusCode()).isEqualTo(200);
    }

    @Test
    void anAppointmentIsRequestedFromASandboxedFrameWithoutCookies() throws Exception {
        List<String> times = Jsoup.parse(get("/carelet/book?type=first-visit").body())
                .select("[name=preferred]")
                .eachAttr("value");
        String when = times.get(times.size() - 1);
        HttpResponse<String> page = get("/carelet/book?type=first-visit&preferred=" + when);
        FormElement form =
                Jsoup.parse(page.body(), uri("/carelet/book").toString()).expectForm("form[method=post]");
        fill(form, "givenName", "Ada");
        fill(form, "phone", "626-555-0142");
        check(form, "consent");

        HttpResponse<String> answer = post(URI.create(form.absUrl("action")), encoded(form));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.headers().allValues("X-Frame-Options")).isEmpty();
        HttpResponse<String> confirmation =
                get(answer.headers().firstValue("Location").orElseThrow());
        assertThat(confirmation.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(confirmation.body()).text())
                .contains("Maple Street")
                .doesNotContain("Ada");
    }

    @Test
    void theSitesOwnFormsKeepTheProtectionOfSpring() throws Exception {
        HttpResponse<String> home = get("/");
        FormElement form = Jsoup.parse(home.body(), uri("/").toString()).expectForm("form");
        fill(form, "email", "gym@example.org");
        String session = home.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];

        assertThat(post(uri("/newsletter"), "email=gym@example.org").statusCode())
                .isEqualTo(403);
        assertThat(post(uri("/newsletter"), "email=gym@example.org", "Cookie", session)
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(uri("/newsletter"), encoded(form), "Cookie", session).statusCode())
                .isEqualTo(200);
        assertThat(home.headers().firstValue("X-Frame-Options")).contains("DENY");
    }

    @Test
    void nothingOfCareletOpensASessionOrForbidsFrames() throws Exception {
        for (String path : List.of("/carelet/health", "/carelet/nothing", "/carelet/book", "/carelet/bookings/none")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
            assertThat(answer.headers().allValues("X-Frame-Options")).as(path).isEmpty();
            assertThat(answer.headers().allValues("X-Content-Type-Options"))
                    .as(path)
                    .contains("nosniff");
        }
    }

    @Test
    void actuatorTellsOfCareletAndOfNoPatient() throws Exception {
        String health = get("/actuator/health").body();
        assertThat(get("/carelet/health").statusCode()).isEqualTo(200);
        String counted =
                get("/actuator/metrics/carelet.requests?tag=route:/health").body();

        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(health)
                        .at("/components/carelet/status")
                        .asText())
                .as(health)
                .isEqualTo("UP");
        assertThat(JsonMapper.builder().build().readTree(health).at("/components/carelet/details"))
                .as(health)
                .hasSize(6);
        assertThat(counted).contains("carelet.requests", "COUNT");
    }

    @Test
    void careletWorksWithTheVersionsThatSpringBootBrings() {
        assertThat(SpringBootVersion.getVersion()).startsWith(expected("springboot"));
        assertThat(JsonMapper.builder().build().version().toString()).startsWith(expected("jackson"));
        assertThat(VersionInfo.loadVersionInfo("org.apache.hc.client5", null).getRelease())
                .startsWith(expected("httpclient"));
    }

    /** Returns what the build says of a version, so that another one is noticed. */
    private static String expected(String name) {
        return Objects.requireNonNull(System.getProperty("expected." + name), name);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(URI uri, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "null")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port).resolve(path);
    }

    private static void fill(Element form, String name, String value) {
        form.expectFirst("[name=" + name + "]").val(value);
    }

    private static void check(Element form, String name) {
        form.expectFirst("[name=" + name + "]").attr("checked", "checked");
    }

    private static String encoded(FormElement form) {
        return form.formData().stream()
                .map(pair -> URLEncoder.encode(pair.key(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(pair.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
