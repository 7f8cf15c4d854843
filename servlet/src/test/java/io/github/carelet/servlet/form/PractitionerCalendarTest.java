package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.calendar.PractitionerCalendar;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.schedule.Resource;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a practitioner's own calendar does to the times that are offered, over HTTP. */
class PractitionerCalendarTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BUSY = "2026-12-02T10:00:00-08:00";
    private static final String CLINIC = """
            {"carelet": 1,
             "clinic": {"id": "c", "name": "C", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
                        "languages": ["en"], "consent": {"version": "1", "text": "Yes."}},
             "locations": [
               {"id": "east", "name": "East", "hours": {"weekly": {"wed": ["09:00-12:00"]}}, "address": {
                 "street": "1 A St", "city": "Arcadia", "region": "CA", "postalCode": "91006", "country": "US"}},
               {"id": "west", "name": "West", "hours": {"weekly": {"wed": ["09:00-12:00"]}}, "address": {
                 "street": "2 B St", "city": "Glendale", "region": "CA", "postalCode": "91201", "country": "US"}}],
             "practitioners": [{"id": "jo", "name": "Jo", "locations": ["east", "west"]}],
             "appointmentTypes": [
               {"id": "visit", "name": "Visit", "default": true, "mode": "slots", "duration": "PT1H",
                "practitioners": ["jo"]},
               {"id": "room", "name": "Room", "mode": "slots", "duration": "PT1H"}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void aBusyTimeIsNotOfferedAtAnyLocationAndIsRefusedWithOthersInItsStead() throws IOException {
        calendar("DTSTART:20261202T180000Z\nDURATION:PT1H");
        try (Site site = site()) {
            for (String location : List.of("east", "west")) {
                assertThat(starts(site, "visit", location))
                        .containsExactly("2026-12-02T09:00:00-08:00", "2026-12-02T11:00:00-08:00");
                assertThat(starts(site, "room", location))
                        .as("control: no visit with them")
                        .contains(BUSY);
            }

            HttpResponse<String> refused = book(site, "visit", BUSY);

            assertThat(refused.statusCode()).isEqualTo(409);
            JsonNode problem = JSON.readTree(refused.body());
            assertThat(problem.path("code").asText()).isEqualTo("slot_taken");
            assertThat(problem.path("alternatives").findValuesAsText("location"))
                    .contains("east", "west");
            assertThat(problem.path("alternatives").findValuesAsText("start")).doesNotContain(BUSY);
            assertThat(book(site, "visit", "2026-12-02T11:00:00-08:00").statusCode())
                    .isEqualTo(201);
            assertThat(book(site, "room", BUSY).statusCode()).as("control").isEqualTo(201);
        }
    }

    @Test
    void ofACalendarThatWasNeverReadNoTimeIsOfferedAndHealthSaysSo() throws IOException {
        try (Site site = site()) {
            assertThat(starts(site, "visit", "east")).isEmpty();
            assertThat(starts(site, "room", "east")).as("control").hasSize(3);
            assertThat(book(site, "visit", BUSY).statusCode()).isEqualTo(409);
            HttpResponse<String> health = site.get("/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(JSON.readTree(health.body()).at("/calendars/jo"))
                    .isEqualTo(JSON.readTree("{\"status\": \"unread\", \"readAt\": null, \"problems\": 0}"));
        }
    }

    @Test
    void healthSaysAsOfWhenACalendarIsKnown() throws IOException {
        calendar("DTSTART:20261202T180000Z\nDURATION:PT1H\nRRULE:FREQ=OFTEN");
        try (Site site = site()) {
            assertThat(JSON.readTree(site.get("/health").body()).at("/calendars/jo"))
                    .isEqualTo(
                            JSON.readTree("{\"status\": \"ok\", \"readAt\": \"" + Site.START + "\", \"problems\": 1}"));
        }
    }

    @Test
    void whatAHostKnowsToBeTakenIsTaken() throws IOException {
        calendar("DTSTART:20261202T180000Z\nDURATION:PT1H\nTRANSP:TRANSPARENT");
        OffsetDateTime start = OffsetDateTime.parse("2026-12-02T09:00:00-08:00");
        try (Site site = Site.of(
                folder,
                CLINIC,
                builder -> builder.storage(folder.resolve("data"))
                        .keys(KeyRing.ephemeral())
                        .takenBy((taken, question) -> taken.take(
                                Resource.practitioner("jo"),
                                start.toInstant(),
                                start.plusHours(1).toInstant())))) {
            assertThat(starts(site, "visit", "east")).containsExactly(BUSY, "2026-12-02T11:00:00-08:00");
            assertThat(book(site, "visit", "2026-12-02T09:00:00-08:00").statusCode())
                    .isEqualTo(409);
        }
    }

    private void calendar(String event) throws IOException {
        Files.writeString(
                folder.resolve("jo.ics"), "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + event + "\nEND:VEVENT\nEND:VCALENDAR\n");
    }

    private Site site() {
        return Site.of(
                folder,
                CLINIC,
                builder -> builder.storage(folder.resolve("data"))
                        .keys(KeyRing.ephemeral())
                        .calendar(PractitionerCalendar.in(folder.resolve("jo.ics"), "jo")));
    }

    private static List<String> starts(Site site, String type, String location) throws IOException {
        String path = "/api/slots?type=" + type + "&location=" + location + "&from=2026-12-02&to=2026-12-02";
        return JSON.readTree(site.get(path).body()).at("/days/0/slots").findValuesAsText("start");
    }

    private static HttpResponse<String> book(Site site, String type, String slot) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        body.put("token", site.token())
                .put("type", type)
                .put("location", "east")
                .put("slot", slot);
        body.put("givenName", "Ann").put("phone", "626 555 0142").put("consent", "1");
        return site.postJson(body.toString());
    }
}
