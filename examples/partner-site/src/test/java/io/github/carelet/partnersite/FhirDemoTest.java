package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.delivery.FhirPeer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo tells a FHIR server of each booking, and its inbox shows that it did. */
@Timeout(120)
class FhirDemoTest {

    @TempDir
    Path folder;

    @Test
    void anAppointmentIsMadeOfABookingAndTheInboxSaysSo() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        try (FhirPeer peer = new FhirPeer(0)) {
            peer.beforeWrite(written::countDown);
            String address = peer.as("clinic").address().toString();
            try (DemoProcess demo =
                    DemoProcess.start(folder.resolve("data"), "--fhir", address, "--staff", "desk:word")) {
                DemoPatient.post(demo, DemoPatient.filledIn(demo));
                assertThat(written.await(60, TimeUnit.SECONDS)).isTrue();
                JsonNode appointment = peer.resources().get(0);
                assertThat(appointment.path("status").asText()).isEqualTo("proposed");
                JsonNode identifier = appointment.path("identifier").path(0);
                assertThat(identifier.path("system").asText())
                        .matches("https://carelet.github.io/fhir/[a-z0-9-]+/booking");
                String page = inbox(demo, "bookings/" + identifier.path("value").asText());
                assertThat(page).contains("fhir").contains("clinic").contains("booking.requested");
                assertFreeTimesArePublished(demo);
                assertThat(demo.stop())
                        .anySatisfy(line -> assertThat(line)
                                .contains("appointments go to 127.0.0.1:" + peer.port() + "   (FHIR R4, one way)"));
            }
        }
    }

    /** Whoever gathers free times gets from the manifest to the form with the time in it. */
    private static void assertFreeTimesArePublished(DemoProcess demo) throws IOException, InterruptedException {
        ObjectMapper json = new ObjectMapper();
        JsonNode manifest = json.readTree(
                DemoPatient.get(demo, "/carelet/fhir/$bulk-publish").body());
        String file = "";
        for (JsonNode each : manifest.path("output")) {
            file = each.path("type").asText().equals("Slot") ? each.path("url").asText() : file;
        }
        String first = DemoPatient.get(demo, file).body().lines().findFirst().orElseThrow();
        String link =
                json.readTree(first).path("extension").path(0).path("valueUrl").asText();
        HttpResponse<String> form = DemoPatient.get(demo, link);
        assertThat(form.statusCode()).isEqualTo(200);
        String start = json.readTree(first).path("start").asText();
        assertThat(Jsoup.parse(form.body()).select("[name=slot]").eachAttr("value"))
                .contains(start);
    }

    private static String inbox(DemoProcess demo, String path) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString("desk:word".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(demo.at("/carelet/staff/" + path))
                .header("Authorization", "Basic " + login)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
