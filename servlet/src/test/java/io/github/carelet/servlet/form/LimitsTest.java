package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.servlet.http.SlowBodyException;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much may be sent: on each side of each edge. */
class LimitsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    private static Path folder;

    private static Site site;

    @BeforeAll
    static void start() {
        site = Site.taking(folder);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({"16383, 403", "16384, 403", "16385, 413", "65536, 413"})
    void sixteenKilobytesAreRead(int bytes, int status) throws IOException {
        String json = "{\"token\": \"x\"}";
        assertThat(post(FORM, "token=x" + "&".repeat(bytes - 7)).statusCode()).isEqualTo(status);
        assertThat(post("application/json", json + " ".repeat(bytes - json.length()))
                        .statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"16384, 403", "16385, 413", "1000000, 413"})
    void soTheyAreWithoutALengthBeforehand(int bytes, int status) throws Exception {
        byte[] body = ("token=x" + "&".repeat(bytes - 7)).getBytes(StandardCharsets.US_ASCII);
        HttpRequest request = HttpRequest.newBuilder(site.uri(Site.BASE + "/bookings"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"63, 403", "64, 403", "65, 400"})
    void sixtyFourFieldsAreRead(int fields, int status) throws IOException {
        String form = IntStream.range(0, fields).mapToObj(i -> "f" + i + "=x").collect(Collectors.joining("&"));
        String repeated = IntStream.range(0, fields).mapToObj(i -> "f=x").collect(Collectors.joining("&"));
        String json = IntStream.range(0, fields)
                .mapToObj(i -> "\"f" + i + "\": 1")
                .collect(Collectors.joining(",", "{", "}"));
        String list = IntStream.range(0, fields).mapToObj(i -> "1").collect(Collectors.joining(",", "{\"f\": [", "]}"));
        assertThat(post(FORM, form).statusCode()).isEqualTo(status);
        assertThat(post(FORM, repeated).statusCode()).isEqualTo(status);
        assertThat(post("application/json", json).statusCode()).isEqualTo(status);
        assertThat(post("application/json", list).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"2048, unknown", "2049, too_long"})
    void twoKilobytesOfAFieldAreRead(int bytes, String code) throws IOException {
        for (String text : new String[] {"x".repeat(bytes), "é".repeat(bytes / 2) + "x".repeat(bytes % 2)}) {
            String json =
                    JSON.writeValueAsString(Map.of("token", site.token(), "type", "first-visit", "treatment", text));
            JsonNode answer = JSON.readTree(post("application/json", json).body());
            assertThat(answer.at("/errors")).anySatisfy(error -> {
                assertThat(error.get("field").asText()).isEqualTo("treatment");
                assertThat(error.get("code").asText()).isEqualTo(code);
            });
        }
    }

    @Test
    void whoIsTooSlowIsToldSo(@TempDir Path other) {
        Filter slow = (request, response, chain) -> chain.doFilter(
                new HttpServletRequestWrapper((HttpServletRequest) request) {
                    @Override
                    public ServletInputStream getInputStream() throws IOException {
                        throw new SlowBodyException();
                    }
                },
                response);
        try (Site behind = Site.behind(other, slow)) {
            HttpResponse<String> answer =
                    behind.send("POST", Site.BASE + "/bookings", Map.of("Content-Type", FORM), "token=x");
            assertThat(answer.statusCode()).isEqualTo(408);
            assertThat(answer.headers().firstValue("Connection")).contains("close");
        }
    }

    private static HttpResponse<String> post(String type, String body) {
        return site.send(
                "POST", Site.BASE + "/bookings", Map.of("Content-Type", type, "Accept", "application/json"), body);
    }
}
