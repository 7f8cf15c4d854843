package io.github.carelet.examples.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What patients do at one server, named by the address where Carelet is mounted; made-up patients, each another. */
final class Visitor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CANCEL = Pattern.compile(
            "action=\"[^\"]*/cancel[^\"]*\"[^>]*>\\s*<input type=\"hidden\" name=\"token\" value=\"([^\"]+)\"");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI base;

    Visitor(HttpClient http, URI base) {
        this.http = http;
        this.base = base;
    }

    /**
     * What a patient wants.
     *
     * @param type the appointment type
     * @param location the location
     * @param slot the time; without it a day is preferred, which holds no place
     * @param familyName the patient's, of nobody else
     * @param number of the patient
     */
    record Wish(String type, String location, Optional<String> slot, String familyName, int number) {}

    /** Asks for a path behind the address. */
    CompletableFuture<HttpResponse<String>> get(String path) {
        return http.sendAsync(request(path).GET().build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Fetches a token and books with it; where there is no token, that answer is returned. */
    CompletableFuture<HttpResponse<String>> book(Wish wish) {
        return get("/api/token").thenCompose(answer -> {
            if (answer.statusCode() != 200) {
                return CompletableFuture.completedFuture(answer);
            }
            return post("/bookings", "application/json", body(wish, parsed(answer.body())));
        });
    }

    /** Opens the page of a booking and cancels there, as its form does; returns the last answer. */
    CompletableFuture<HttpResponse<String>> cancel(String page) {
        return get(page).thenCompose(answer -> {
            Matcher token = CANCEL.matcher(answer.body());
            if (answer.statusCode() != 200 || !token.find()) {
                return CompletableFuture.completedFuture(answer);
            }
            return post(
                    page + "/cancel",
                    "application/x-www-form-urlencoded",
                    "token=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&reason=");
        });
    }

    /** Returns the path of the page of a booking that was accepted, at whichever server it is asked for. */
    static String page(String accepted) {
        String address = parsed(accepted).path("manageUrl").asText();
        String path = URI.create(address).getPath();
        return path.substring(path.lastIndexOf("/bookings/"));
    }

    /** Returns what a refusal is called, and its status where it has no name. */
    static String code(HttpResponse<String> answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            String code = problem.path("errors")
                    .path(0)
                    .path("code")
                    .asText(problem.path("code").asText(""));
            return answer.statusCode() + (code.isEmpty() ? "" : " " + code);
        } catch (IOException e) {
            return Integer.toString(answer.statusCode());
        }
    }

    /** Returns the first free time of an answer of {@code api/slots}. */
    static Optional<String> firstSlot(String slots) {
        for (JsonNode day : parsed(slots).path("days")) {
            for (JsonNode slot : day.path("slots")) {
                return Optional.of(slot.path("start").asText());
            }
        }
        return Optional.empty();
    }

    private CompletableFuture<HttpResponse<String>> post(String path, String type, String body) {
        HttpRequest request = request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(LONGEST);
    }

    private static String body(Wish wish, JsonNode token) {
        ObjectNode body = JSON.createObjectNode();
        body.put("token", token.path("token").asText());
        body.put("type", wish.type()).put("location", wish.location());
        body.put("givenName", "Kim").put("familyName", wish.familyName());
        body.put("phone", "+1 626 555-01" + String.format(Locale.ROOT, "%02d", wish.number() % 100));
        body.put("patientType", "existing");
        body.put("consent", token.path("consent").path("version").asText());
        if (wish.slot().isPresent()) {
            body.put("slot", wish.slot().get());
        } else {
            // A Wednesday that is neither too soon nor too far.
            LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(4).with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
            body.putArray("preferred").add(day + "/any");
        }
        return body.toString();
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
