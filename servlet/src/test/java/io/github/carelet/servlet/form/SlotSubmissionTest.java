package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picked time over HTTP: taken once, and then refused with others in its stead. */
class SlotSubmissionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SLOTS = "/api/slots?type=first-visit&location=arcadia&from=2026-12-02&to=2026-12-02";

    @TempDir
    private Path folder;

    @Test
    void aListedTimeIsTakenOnceAndWhoComesLateGetsOthersAsJson() throws IOException {
        try (Site site = Site.taking(folder)) {
            String slot = first(site);

            HttpResponse<String> won = site.postJson(body(site, slot, "Ada"));
            HttpResponse<String> late = site.postJson(body(site, slot, "Bea"));

            assertThat(won.statusCode()).isEqualTo(201);
            JsonNode booking = JSON.readTree(won.body());
            assertThat(booking.path("status").asText()).isEqualTo("requested");
            assertThat(booking.path("start").asText()).isEqualTo(slot);
            assertThat(late.statusCode()).isEqualTo(409);
            JsonNode problem = JSON.readTree(late.body());
            assertThat(problem.path("code").asText()).isEqualTo("slot_taken");
            assertThat(problem.path("alternatives")).hasSizeGreaterThan(5);
            assertThat(problem.path("alternatives").findValuesAsText("location"))
                    .startsWith("arcadia")
                    .anyMatch(location -> !location.equals("arcadia"));
            String next = problem.path("alternatives").path(0).path("start").asText();
            assertThat(site.postJson(body(site, next, "Bea")).statusCode()).isEqualTo(201);
            assertThat(first(site)).isNotIn(slot, next);
        }
    }

    @Test
    void whoComesLateWithTheFormGetsItBackWithAllThatWasTyped() throws IOException {
        try (Site site = Site.taking(folder)) {
            String slot = first(site);
            assertThat(site.postJson(body(site, slot, "Ada")).statusCode()).isEqualTo(201);
            Map<String, List<String>> form = new HashMap<>(
                    site.patient("/book?type=first-visit&location=arcadia").fields());
            form.remove("preferred");
            form.put("slot", List.of(slot));
            form.put("givenName", List.of("Late Bea"));

            HttpResponse<String> late = site.post("/bookings", form);

            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body()).contains("value=\"Late Bea\"").contains("tel:");
            assertThat(late.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    private static String first(Site site) throws IOException {
        return JSON.readTree(site.get(SLOTS).body())
                .path("days")
                .path(0)
                .path("slots")
                .path(0)
                .path("start")
                .asText();
    }

    private static String body(Site site, String slot, String name) throws IOException {
        return JSON.createObjectNode()
                .put("token", site.token())
                .put("type", "first-visit")
                .put("location", "arcadia")
                .put("slot", slot)
                .put("givenName", name)
                .put("phone", "626 555 0142")
                .put(
                        "consent",
                        JSON.readTree(site.get("/api/token").body())
                                .path("consent")
                                .path("version")
                                .asText())
                .toString();
    }
}
