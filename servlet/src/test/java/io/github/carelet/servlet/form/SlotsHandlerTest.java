package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.schedule.Resource;
import io.github.carelet.store.SqlStorage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotsHandlerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PT = "/api/slots?type=pt-evaluation&location=arcadia";

    @TempDir
    Path folder;

    @Test
    void itListsWhatIsFree() {
        try (Site site = Site.taking(folder)) {
            HttpResponse<String> answer = site.get(PT + "&from=2026-12-01&to=2026-12-03");

            assertThat(answer.statusCode()).isEqualTo(200);
            // It is Monday the 30th, 10 AM: with a day of notice, Tuesday begins at 10. Wednesday is left out for
            // brevity.
            assertThat(answer.body())
                    .startsWith("{\"timeZone\":\"America/Los_Angeles\",\"days\":[{\"date\":\"2026-12-01\",\"slots\":["
                            + "{\"start\":\"2026-12-01T10:15:00-08:00\",\"end\":\"2026-12-01T11:00:00-08:00\",\"left\":1},"
                            + "{\"start\":\"2026-12-01T11:00:00-08:00\",\"end\":\"2026-12-01T11:45:00-08:00\",\"left\":1}]},"
                            + "{\"date\":\"2026-12-02\",\"slots\":[{\"start\":\"2026-12-02T08:00:00-08:00\"")
                    .endsWith("\"left\":1}]}],\"next\":\"2026-12-04T08:00:00-08:00\"}");
        }
    }

    @Test
    void anyPageMayAskAndNobodyMayKeepTheAnswer() {
        try (Site site = Site.taking(folder)) {
            for (String path : List.of(PT, "/api/slots", PT + "&from=x")) {
                assertThat(site.get(path).headers().map())
                        .containsEntry("Access-Control-Allow-Origin", List.of("*"))
                        .containsEntry("Cross-Origin-Resource-Policy", List.of("cross-origin"))
                        .containsEntry("Cache-Control", List.of("no-store"))
                        .doesNotContainKeys("Access-Control-Allow-Credentials", "Set-Cookie", "ETag");
            }
            assertThat(site.get(PT).headers().firstValue("Content-Type")).contains("application/json");
            HttpResponse<String> head = site.send("HEAD", Site.BASE + PT, Map.of(), "");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
        }
    }

    @Test
    void withoutDaysItAnswersFromTodayOnForTwoWeeksAndSaysWhyADayIsEmpty() throws IOException {
        try (Site site = Site.taking(folder)) {
            JsonNode days = JSON.readTree(site.get(PT).body()).path("days");

            assertThat(days).hasSize(14);
            assertThat(days.path(0).path("date").asText()).isEqualTo("2026-11-30");
            assertThat(days.path(0).path("reason").asText()).isEqualTo("too_soon");
            assertThat(days.path(1).has("reason")).isFalse();
            assertThat(days.path(5).path("reason").asText()).isEqualTo("closed");
            assertThat(days.path(5).path("slots")).isEmpty();
            assertThat(JSON.readTree(site.get(PT + "&from=2026-12-05").body())
                            .path("days")
                            .path(13)
                            .path("date")
                            .asText())
                    .isEqualTo("2026-12-18");
            JsonNode far = JSON.readTree(
                    site.get(PT + "&from=2030-01-01&to=2030-01-01").body());
            assertThat(far.path("days").path(0).path("reason").asText()).isEqualTo("too_far");
            assertThat(far.path("next").isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?location=arcadia, 400, parameter, type, required",
        "?type=pt-evaluation, 400, parameter, location, required",
        "?type=injection, 200, , ,",
        "?type=nothing&location=arcadia, 422, invalid, type, unknown",
        "?type=pt-evaluation&location=nowhere, 422, invalid, location, unknown",
        "?type=surgery-talk&location=arcadia, 422, phone_only, type, phone_only",
        "?type=injection&location=glendale, 422, not_offered_here, location, not_offered_here",
        "?type=injection&type=injection, 400, parameter, type, invalid",
        "?type=injection&from=tomorrow, 400, parameter, from, invalid",
        "?type=injection&from=2026-02-30, 400, parameter, from, invalid",
        "?type=injection&from=%2B2026-12-01, 400, parameter, from, invalid",
        "?type=injection&from=2026-12-01T00:00, 400, parameter, from, invalid",
        "?type=injection&to=2026-11-29, 400, parameter, to, invalid",
        "?type=injection&from=2026-12-01&to=2027-03-02, 200, , ,",
        "?type=injection&from=2026-12-01&to=2027-03-03, 400, parameter, to, too_many",
        "?type=injection&from=9999-12-31, 200, , ,",
        "?type=injection&from=0000-01-01, 200, , ,",
        "?type=injection&from=&to=, 200, , ,",
        "?type=injection&utm=1, 200, , ,",
        "?type=nothing&from=x, 400, parameter, from, invalid"
    })
    void whatCanNotBeAnsweredIsAProblemThatNamesTheParameter(
            String query, int status, String code, String field, String error) throws IOException {
        try (Site site = Site.taking(folder)) {
            HttpResponse<String> answer = site.get("/api/slots" + query);

            assertThat(answer.statusCode()).isEqualTo(status);
            if (status != 200) {
                assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
                JsonNode problem = JSON.readTree(answer.body());
                assertThat(problem.path("code").asText()).isEqualTo(code);
                JsonNode first = problem.path("errors").path(0);
                assertThat(first.path("field").asText()).isEqualTo(field);
                assertThat(first.path("code").asText()).isEqualTo(error);
                assertThat(first.path("message").asText()).isNotEmpty();
            }
        }
    }

    @Test
    void aParameterIsNeverEchoed() {
        try (Site site = Site.taking(folder)) {
            String answers = site.get("/api/slots?type=%3Cscript%3E").body()
                    + site.get(PT + "&from=%3Cscript%3E").body();
            assertThat(answers).doesNotContain("script");
        }
    }

    @Test
    void itIsReadOnlyAndNotThereWhereNoBookingsAreTaken() {
        try (Site site = Site.taking(folder.resolve("taking"));
                Site content = Site.showing(folder.resolve("content"), UnaryOperator.identity())) {
            HttpResponse<String> post = site.send("POST", Site.BASE + PT, Map.of(), "");
            assertThat(post.statusCode()).isEqualTo(405);
            assertThat(post.headers().firstValue("Allow")).contains("GET, HEAD");
            assertThat(content.get(PT).statusCode()).isEqualTo(404);
            assertThat(site.get("/api/slots/").statusCode()).isEqualTo(404);
            site.shutStore();
            assertThat(site.get(PT).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void whatIsTakenIsNotListed() throws IOException {
        KeyRing keys = KeyRing.ephemeral();
        Resource room = Resource.pool("arcadia", "pt-evaluation");
        TakenSlots taken = new TakenSlots("pt-evaluation", "arcadia", Duration.ofMinutes(45));
        try (SqlStorage storage = SqlStorage.open(folder.resolve("data"), keys)) {
            taken.put(storage.bookings(), BookingStatus.CONFIRMED, room, "2026-12-02T08:45:00-08:00");
            taken.put(storage.bookings(), BookingStatus.CANCELLED, room, "2026-12-02T09:30:00-08:00");
        }
        try (Site site = Site.with(folder, builder -> builder.keys(keys))) {
            List<String> starts = new ArrayList<>();
            JSON.readTree(site.get(PT + "&from=2026-12-02&to=2026-12-02").body())
                    .path("days")
                    .path(0)
                    .path("slots")
                    .forEach(slot -> starts.add(slot.path("start").asText().substring(11, 16)));
            assertThat(starts).startsWith("08:00", "09:30", "10:15").doesNotContain("08:45");
        }
    }
}
