package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decides about a form, seen from outside: its method and its token, and nothing that a browser says of where it is from. */
class TokenTableTest {

    private static final String FORM = "/book?type=first-visit&location=arcadia&partner=foothill";
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final List<String> SITES = List.of("", "same-origin", "same-site", "cross-site", "none");
    private static final List<String> ORIGINS =
            List.of("", "null", "http://127.0.0.1", "https://foothill.example", "https://evil.example");

    @TempDir
    private static Path folder;

    private static Site site;
    private static Map<String, List<String>> fields;
    private static Map<String, Optional<String>> tokens;
    private static String good;

    @BeforeAll
    static void start() throws IOException {
        site = Site.taking(folder);
        site.setNow(Site.START.minus(Duration.ofHours(3)));
        String expired = site.token();
        site.setNow(Site.START);
        Filled form = site.patient(FORM);
        fields = form.fields();
        good = form.value("token");
        tokens = new LinkedHashMap<>();
        tokens.put("good", Optional.of(good));
        tokens.put("expired", Optional.of(expired));
        tokens.put("not ours", Optional.of(flipped(good, 100)));
        tokens.put("no token", Optional.of("x"));
        tokens.put("absent", Optional.empty());
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void theVerdictOnAFormDependsOnMethodAndTokenAlone() {
        check("/bookings", 303);
    }

    @Test
    void soDoesTheVerdictOnWhatAPatientDoesLater() {
        String manage = manageOf(site.post("/bookings", fields));
        check("/bookings/" + manage + "/cancel", 303);
    }

    private static void check(String path, int accepted) {
        Map<String, Set<String>> verdicts = new TreeMap<>();
        int tried = 0;
        for (String method : METHODS) {
            for (Map.Entry<String, Optional<String>> token : tokens.entrySet()) {
                boolean decides =
                        method.equals("POST") || Set.of("good", "absent").contains(token.getKey());
                for (String from : decides ? SITES : List.<String>of()) {
                    for (String origin : ORIGINS) {
                        tried++;
                        verdicts.computeIfAbsent(method + " " + token.getKey(), any -> new HashSet<>())
                                .add(verdict(method, path, token.getValue(), from, origin));
                    }
                }
            }
        }
        System.out.println(tried + " requests of " + METHODS.size() + " methods, " + tokens.size() + " tokens, "
                + SITES.size() + " sites and " + ORIGINS.size() + " origins to " + path.replaceAll("[\\w-]{32}", "…")
                + ": "
                + verdicts.values().stream().filter(each -> each.size() > 1).count()
                + " verdicts that depend on site or origin; control: the good token is accepted");
        verdicts.forEach((key, found) -> {
            String expected = !key.startsWith("POST ") ? "405 POST" : key.endsWith(" good") ? accepted + " " : "403 ";
            assertThat(found).as(key).containsExactly(expected);
        });
    }

    private static String verdict(String method, String path, Optional<String> token, String from, String origin) {
        Map<String, List<String>> sent = new LinkedHashMap<>(path.equals("/bookings") ? fields : Map.of());
        sent.put("token", token.stream().toList());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.put("Accept", "text/html");
        if (!from.isEmpty()) {
            headers.put("Sec-Fetch-Site", from);
        }
        if (!origin.isEmpty()) {
            headers.put("Origin", origin);
        }
        HttpResponse<String> answer = site.send(method, Site.BASE + path, headers, Site.encoded(sent));
        return answer.statusCode() + " " + answer.headers().firstValue("Allow").orElse("");
    }

    @Test
    void everyFlippedBitAndEveryTruncationOfAFormsTokenIsRefused() {
        Filled form = site.patient(FORM);
        String whole = form.value("token");
        int accepted = 0;
        List<String> broken = broken(whole);
        for (String each : broken) {
            accepted += site.post("/bookings", form.set("token", each).fields()).statusCode() == 403 ? 0 : 1;
        }
        int control = site.post("/bookings", form.set("token", whole).fields()).statusCode();
        System.out.println("broken tokens of forms accepted: " + accepted + " of " + broken.size()
                + "; control: the whole one is answered with " + control);
        assertThat(accepted).isZero();
        assertThat(control).isEqualTo(303);
    }

    @Test
    void everyFlippedBitAndEveryTruncationOfAPatientsLinkIsAnsweredLikeAnUnknownOne() {
        String manage = manageOf(site.post("/bookings", site.patient(FORM).fields()));
        Set<String> answers = new HashSet<>();
        Set<String> refusals = new HashSet<>();
        List<String> broken = new ArrayList<>(broken(manage));
        broken.addAll(List.of("unknown", "0".repeat(32), manage + "A", manage.toUpperCase(Locale.ROOT)));
        for (String each : broken) {
            answers.add(whole(site.get("/bookings/" + each)));
            answers.add(whole(site.get("/bookings/" + each + "/calendar.ics")));
            refusals.add(whole(site.post("/bookings/" + each + "/cancel", Map.of("token", List.of(good)))));
        }
        int control = site.get("/bookings/" + manage).statusCode();
        System.out.println("links of patients with a bit flipped, cut short or made up: " + broken.size()
                + ", different answers to them: " + answers.size() + "; control: the whole one is answered with "
                + control);
        assertThat(answers).singleElement().asString().startsWith("404 ");
        assertThat(refusals).singleElement().asString().startsWith("404 ");
        assertThat(control).isEqualTo(200);
    }

    /** Status, headers and bytes; but not what time it is and how long the container keeps the connection. */
    private static String whole(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(Set.of("date", "connection"));
        return answer.statusCode() + " " + headers + answer.body();
    }

    private static String manageOf(HttpResponse<String> accepted) {
        return accepted.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*/bookings/", "")
                .replace("#top", "");
    }

    private static List<String> broken(String token) {
        List<String> broken = new ArrayList<>();
        int bits = Base64.getUrlDecoder().decode(token).length * 8;
        for (int bit = 0; bit < bits; bit++) {
            broken.add(flipped(token, bit));
        }
        for (int length = 1; length < token.length(); length++) {
            broken.add(token.substring(0, length));
        }
        return broken;
    }

    private static String flipped(String token, int bit) {
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        byte[] other = Arrays.copyOf(bytes, bytes.length);
        other[bit / 8] ^= (byte) (1 << bit % 8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(other);
    }
}
