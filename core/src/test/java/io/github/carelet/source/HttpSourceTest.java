package io.github.carelet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.carelet.catalog.CatalogLimits;
import io.github.carelet.catalog.CatalogProblem;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.CatalogReading;
import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.egress.EgressTimeouts;
import io.github.carelet.egress.HostResolver;
import io.github.carelet.egress.RawPeer;
import io.github.carelet.egress.WebServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class HttpSourceTest {

    private static final String CLINIC = """
            {"clinic": {"id": "c", "name": "%s", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
              "languages": ["en"]}}
            """;

    private final WebServer server = new WebServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aLookAndTheReadingAfterItAreOneRequest() {
        HttpSource source = serving("C", "\"1\"");
        String mark = source.mark();
        assertThat(name(source.read())).isEqualTo("C");
        assertThat(source.mark()).isEqualTo(mark);
        serving("D", "\"2\"");
        assertThat(source.mark()).isNotEqualTo(mark);
        assertThat(name(source.read())).isEqualTo("D");
        assertThat(server.requests()).containsExactly("GET /c 200", "GET /c 304", "GET /c 200");
    }

    @Test
    void aServerWithoutTagsIsComparedByWhatItSends() {
        server.put("/c", 200, CLINIC.formatted("C"), Map.of());
        HttpSource source = source(CatalogReader.strict());
        String mark = source.mark();
        assertThat(source.mark()).isEqualTo(mark);
        server.put("/c", 200, CLINIC.formatted("D"), Map.of());
        assertThat(source.mark()).isNotEqualTo(mark);
    }

    @Test
    void readingWithoutALookAsksForAllOfIt() {
        HttpSource source = serving("C", "\"1\"");
        assertThat(name(source.read())).isEqualTo("C");
        source.mark();
        source.read();
        assertThat(name(source.read())).isEqualTo("C");
        assertThat(server.requests()).containsOnly("GET /c 200");
    }

    @Test
    void nodesThatReadTheSameHaveTheSameVersion() {
        serving("C", "\"1\"");
        CatalogReading one = source(CatalogReader.strict()).read();
        CatalogReading other = source(CatalogReader.strict()).read();
        assertThat(one.version()).isEqualTo(other.version()).hasSize(16);
        serving("D", "\"2\"");
        assertThat(source(CatalogReader.strict()).read().version()).isNotEqualTo(one.version());
    }

    @ParameterizedTest
    @CsvSource({
        "404, '', 127.0.0.1 answered HTTP 404",
        "500, '', 127.0.0.1 answered HTTP 500",
        "302, '', 127.0.0.1 answered HTTP 302"
    })
    void aServerThatFailsIsAProblemWithItsOwnMark(int status, String body, String value) {
        HttpSource source = serving("C", "\"1\"");
        String good = source.mark();
        source.read();
        server.put("/c", status, body, Map.of());
        String bad = source.mark();
        assertThat(bad).isNotEqualTo(good).isEqualTo(source.mark());
        assertProblem(source.read(), value);

        serving("C", "\"1\"");
        assertThat(source.mark()).isEqualTo(good);
        assertThat(name(source.read())).isEqualTo("C");
    }

    @Test
    void aFailureBetweenTwoLooksIsForgotten() {
        HttpSource source = serving("C", "\"1\"");
        String good = source.mark();
        source.read();
        server.put("/c", 500, "", Map.of());
        source.mark();
        server.put("/c", 200, CLINIC.formatted("C"), Map.of("ETag", "\"1\""));
        assertThat(source.mark()).isEqualTo(good);
        assertThat(name(source.read())).isEqualTo("C");
        assertThat(server.requests()).containsExactly("GET /c 200", "GET /c 500", "GET /c 304", "GET /c 200");
    }

    @Test
    void aDeadServerIsAProblem() {
        HttpSource source = serving("C", "\"1\"");
        server.close();
        source.mark();
        assertProblem(source.read(), "127.0.0.1 gave no whole answer: HttpHostConnectException");
        assertProblem(source.read(), "127.0.0.1 gave no whole answer: HttpHostConnectException");
    }

    @Test
    void aSlowServerIsAProblem() throws IOException {
        try (RawPeer peer = RawPeer.hangingAfter("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")) {
            EgressTimeouts timeouts =
                    new EgressTimeouts(Duration.ofSeconds(9), Duration.ofMillis(200), Duration.ofSeconds(9));
            URI address = URI.create("http://127.0.0.1:" + peer.port() + "/c");
            assertProblem(
                    HttpSource.of(address, CatalogReader.strict(), guard(peer.port()), timeouts)
                            .read(),
                    "127.0.0.1 gave no whole answer: SocketTimeoutException");
        }
    }

    @Test
    void whatIsTooLargeOrTooDeepOrNoCatalogueIsAProblem() {
        CatalogLimits small = new CatalogLimits(1, 1_000, 5, 100, 1_000, 10);
        Map<String, String> bodies = Map.of(
                " ".repeat(1_001),
                "127.0.0.1 sent more than 1000 bytes",
                "{\"clinic\": " + "[".repeat(6) + "]".repeat(6) + "}",
                "nested at most 5 deep",
                "[" + "1,".repeat(100) + "1]",
                "values",
                "<html>",
                "JSON",
                "",
                "JSON");
        bodies.forEach((body, said) -> {
            server.put("/c", 200, body, Map.of());
            CatalogReading reading =
                    source(CatalogReader.strict().limits(small)).read();
            assertThat(reading.catalog()).as(body).isEmpty();
            assertThat(reading.errors())
                    .as(body)
                    .anySatisfy(each -> assertThat(each.toString()).contains(said));
        });
    }

    @Test
    void sampleDataIsRefusedByAReaderThatIsStrict() {
        String sample = CLINIC.formatted("C").replace("\"phone\"", "\"sample\": true, \"phone\"");
        server.put("/c", 200, sample, Map.of());
        assertThat(source(CatalogReader.strict()).read().errors())
                .extracting(CatalogProblem::pointer)
                .containsExactly("/clinic/sample");
        assertThat(source(CatalogReader.withSamples()).read().catalog()).isPresent();
    }

    @Test
    void keptFilesAreReadByTheSameRules() {
        HttpSource source = serving("C", "\"1\"");
        CatalogReading reading = source.read();
        assertThat(source.read(reading.files())).isEqualTo(reading);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anAddressThatTheGuardRefusesIsAMistakeAtOnceAndItsPathIsNotTold() {
        for (String address :
                List.of("http://example.org/s3cret", "https://127.0.0.1/s3cret", "ftp://example.org/s3cret")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> HttpSource.of(URI.create(address), CatalogReader.strict()))
                    .withMessageContaining(URI.create(address).getHost())
                    .withMessageNotContaining("s3cret");
        }
        assertThat(HttpSource.of(URI.create("https://example.org/c"), CatalogReader.strict()))
                .isNotNull();
    }

    @Test
    void problemsDoNotTellThePathOfTheAddress() {
        server.put("/c", 200, "{", Map.of());
        assertThat(source(CatalogReader.strict()).read().problems())
                .isNotEmpty()
                .allMatch(each -> each.file().equals("http://127.0.0.1"));
    }

    @Test
    void nothingStaysBehindBetweenTwoLooks() throws InterruptedException {
        serving("C", "\"1\"").mark();
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (each.getName().equals("carelet-egress-deadline")) {
                each.join(TimeUnit.SECONDS.toMillis(10));
                assertThat(each.isAlive()).isFalse();
            }
        }
    }

    private HttpSource serving(String name, String tag) {
        server.put("/c", 200, CLINIC.formatted(name), Map.of("ETag", tag));
        return source(CatalogReader.strict());
    }

    private HttpSource source(CatalogReader reader) {
        return HttpSource.of(server.at("/c"), reader, server.guard(), EgressTimeouts.standard());
    }

    private static EgressGuard guard(int port) {
        return new EgressGuard(EgressRules.publicHttps().allowing("127.0.0.1", port), HostResolver.system());
    }

    private static String name(CatalogReading reading) {
        return reading.catalog().orElseThrow().clinic().name().in("en").value();
    }

    private static void assertProblem(CatalogReading reading, String value) {
        assertThat(reading.catalog()).isEmpty();
        assertThat(reading.errors())
                .containsExactly(new CatalogProblem(
                        CatalogProblem.Severity.ERROR,
                        CatalogProblem.Check.FORM,
                        "http://127.0.0.1",
                        "",
                        0,
                        value,
                        "an answer that holds a catalogue"));
    }
}
