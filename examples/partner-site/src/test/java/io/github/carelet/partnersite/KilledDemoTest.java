package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.partnersite.WebhookReceiver.Delivery;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was answered survives a kill, on the whole program, with a form that needs no script. */
class KilledDemoTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String FORM = "/carelet/book?partner=demo&lang=en&type=pt-evaluation&location=arcadia";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "after the first attempt to tell the clinic: {0}")
    @ValueSource(booleans = {false, true})
    void losesNothingThatItHasAnswered(boolean afterAnAttempt) throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            Set<String> ids = new HashSet<>();
            String body;
            HttpResponse<String> answer;
            try (DemoProcess demo = start(receiver)) {
                body = filled(form(demo));
                answer = post(demo, body);
                if (afterAnAttempt) {
                    ids.add(next(receiver).id());
                }
                demo.kill();
            }
            assertThat(answer.statusCode()).isEqualTo(303);

            receiver.comeUp();
            try (DemoProcess demo = start(receiver)) {
                assertSameAnswer(post(demo, body), answer);
                assertThat(get(demo, location(answer)).statusCode()).isEqualTo(200);
                assertThat(post(demo, body + "&reason=other").statusCode()).isEqualTo(422);
                Delivery delivery = accepted(receiver, ids);
                assertThat(ids).hasSize(1);
                assertThat(delivery.body())
                        .contains("\"type\":\"booking.requested\"", "\"location\":\"arcadia\"")
                        .doesNotContain("Kim", "Example", "555-0142", "pt-evaluation", "physical");
            }
        }
    }

    @Test
    void startsWithOneLineAndStopsCleanlyWhenAsked() throws Exception {
        try (DemoProcess demo = DemoProcess.start(folder.resolve("data"))) {
            assertThat(demo.firstLine()).matches("listening on http://localhost:[0-9]+/");
            assertThat(get(demo, "/carelet/health").statusCode()).isEqualTo(200);

            assertThat(demo.stop())
                    .anySatisfy(line -> assertThat(line).contains("keys.json"))
                    .endsWith("stopped");
        }
        // A newer JDK may put warnings of its own about native access before it.
        assertThat(Files.readAllLines(folder.resolve("err.txt")).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("WARNING: ")))
                .as("nobody but a person who was told so starts it without a webhook")
                .singleElement()
                .asString()
                .contains("there is no webhook");
    }

    private DemoProcess start(WebhookReceiver receiver) throws IOException {
        return DemoProcess.start(folder.resolve("data"), "--webhook", receiver.address(), "--webhook-secret", SECRET);
    }

    private static FormElement form(DemoProcess demo) throws IOException, InterruptedException {
        Document page = Jsoup.parse(get(demo, FORM).body());
        return (FormElement) page.expectFirst("form[action^=/carelet/bookings]");
    }

    private static String filled(FormElement form) {
        form.expectFirst("[name=givenName]").val("Kim");
        form.expectFirst("[name=familyName]").val("Example");
        form.expectFirst("[name=phone]").val("+1 626 555-0142");
        form.expectFirst("[name=preferred]").attr("checked", "");
        form.expectFirst("[name=consent]").attr("checked", "");
        Stream<KeyVal> entered =
                form.formData().stream().filter(each -> !each.value().isEmpty());
        return entered.map(each -> encode(each.key()) + "=" + encode(each.value()))
                .collect(Collectors.joining("&"));
    }

    private static void assertSameAnswer(HttpResponse<String> again, HttpResponse<String> first) {
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.body()).isEqualTo(first.body());
    }

    private static String location(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).matches("/carelet/bookings/[A-Za-z0-9_-]{22,}#top");
        return location.substring(0, location.indexOf('#'));
    }

    private static Delivery accepted(WebhookReceiver receiver, Set<String> ids) throws InterruptedException {
        while (true) {
            Delivery delivery = next(receiver);
            ids.add(delivery.id());
            if (delivery.answer() == 204) {
                return delivery;
            }
        }
    }

    private static Delivery next(WebhookReceiver receiver) throws InterruptedException {
        Delivery delivery = receiver.deliveries().poll(60, TimeUnit.SECONDS);
        assertThat(delivery).as("a delivery within a minute").isNotNull();
        return delivery;
    }

    private static HttpResponse<String> get(DemoProcess demo, String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(demo.at(path)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(DemoProcess demo, String body) throws IOException, InterruptedException {
        URI address = demo.at("/carelet/bookings");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "null")
                .POST(BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
