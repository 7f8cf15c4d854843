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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What patients do, each request at the next of some servers in turn; made-up patients, each another. */
final class Visitor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CANCEL = Pattern.compile(
            "action=\"[^\"]*/cancel[^\"]*\"[^>]*>\\s*<input type=\"hidden\" name=\"token\" value=\"([^\"]+)\"");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HttpClient http;
    private final List<URI> mounts;
    private final AtomicInteger turn = new AtomicInteger();

    /** Makes one that asks servers by the addresses where Carelet is mounted. */
    Visitor(HttpClient http, List<URI> mounts) {
        this.http = http;
        this.mounts = List.copyOf(mounts);
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
        return book(wish, 1).thenApply(answers -> answers.get(0));
    }

    /** The same, and sends the booking so often at once, as somebody who is impatient does. */
    CompletableFuture<List<HttpResponse<String>>> book(Wish wish, int times) {
        return get("/api/token").thenCompose(answer -> {
            if (answer.statusCode() != 200) {
                return CompletableFuture.completedFuture(List.of(answer));
            }
            String body = body(wish, parsed(answer.body()));
            List<CompletableFuture<HttpResponse<String>>> sent = Stream.generate(
                            () -> post("/bookings", "application/json", body))
                    .limit(times)
                    .toList();
            return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                    .thenApply(all -> sent.stream().map(CompletableFuture::join).toList());
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
        URI mount = mounts.get(Math.floorMod(turn.getAndIncrement(), mounts.size()));
        return HttpRequest.newBuilder(URI.create(mount + path)).timeout(LONGEST);
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
