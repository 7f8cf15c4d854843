package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.partnersite.WebhookReceiver.Delivery;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was answered survives a kill, on the whole program, with a form that needs no script. */
class KilledDemoTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

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
                body = DemoPatient.filledIn(demo);
                answer = DemoPatient.post(demo, body);
                if (afterAnAttempt) {
                    ids.add(next(receiver).id());
                }
                demo.kill();
            }
            assertThat(answer.statusCode()).isEqualTo(303);

            receiver.comeUp();
            try (DemoProcess demo = start(receiver)) {
                assertSameAnswer(DemoPatient.post(demo, body), answer);
                assertThat(DemoPatient.get(demo, location(answer)).statusCode()).isEqualTo(200);
                assertThat(DemoPatient.post(demo, body + "&reason=other").statusCode())
                        .isEqualTo(422);
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
            assertThat(DemoPatient.get(demo, "/carelet/health").statusCode()).isEqualTo(200);

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
                .contains("there is neither a webhook, nor a FHIR server, nor a mail server");
    }

    private DemoProcess start(WebhookReceiver receiver) throws IOException {
        return DemoProcess.start(
                folder.resolve("data"), "--webhook", receiver.address(), "--webhook-secret", SECRET, "--limits", "off");
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
}
