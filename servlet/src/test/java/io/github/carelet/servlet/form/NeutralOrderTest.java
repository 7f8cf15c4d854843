package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.Partner;
import io.github.carelet.catalog.CatalogScope;
import io.github.carelet.privacy.KeyRing;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is put first for whom they come through: places, times and treatments stand in one order for all. */
class NeutralOrderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ITEMS = Pattern.compile(
            "\\b(arcadia|glendale|ontario|barstow|physical-therapy|nerve-block|pt-evaluation|first-visit)\\b");

    /** The last one names everything, the other way round. */
    private static final List<String> THROUGH = List.of("", "aardvark", "foothill&source=spine-article", "zebra");

    private static final List<String> SHOWN = List.of(
            "/fragments/locations?",
            "/fragments/locations?view=full&",
            "/fragments/treatments?",
            "/fragments/treatments/physical-therapy?",
            "/fragments/conditions/sciatica?",
            "/fragments/clinic?",
            "/fragments/search?q=therapy&",
            "/api/search?q=therapy&",
            "/book?",
            "/book?type=first-visit&",
            "/book?type=pt-evaluation&",
            "/book?type=first-visit&location=arcadia&",
            "/api/slots?type=first-visit&location=arcadia&");

    @TempDir
    private Path folder;

    @Test
    void everyPartnerShowsTheSameInTheSameOrder() throws IOException {
        int wrong = 0;
        int tried = 0;
        int control = 0;
        try (Site site = site("as-it-is", false);
                Site other = site("turned", true)) {
            for (String path : SHOWN) {
                List<String> plain = items(site.get(path).body());
                assertThat(plain.size() > 1 || path.startsWith("/api/slots"))
                        .as(path)
                        .isTrue();
                for (String through : THROUGH) {
                    wrong += items(site.get(path + partner(through)).body()).equals(plain) ? 0 : 1;
                    tried++;
                }
                control += items(other.get(path + partner("zebra")).body()).equals(plain) ? 0 : 1;
            }
        }
        System.out.println("lists in another order for a partner: " + wrong + " of " + tried
                + "; control, a clinic with another order: " + control + " of " + SHOWN.size());
        assertThat(wrong).isZero();
        assertThat(control).isGreaterThan(6);
    }

    @Test
    void otherPlacesAreOfferedByHowNearTheyAreToTheChosenOneToEveryoneAlike() throws IOException {
        try (Site site = site("alternatives", true)) {
            String slot = JSON.readTree(site.get("/api/slots?type=first-visit&location=arcadia")
                            .body())
                    .at("/days/3/slots/0/start")
                    .asText();
            assertThat(book(site, "", slot).statusCode()).isEqualTo(201);
            List<JsonNode> answers = new ArrayList<>();
            for (String through : THROUGH) {
                HttpResponse<String> late = book(site, through, slot);
                assertThat(late.statusCode()).isEqualTo(409);
                answers.add(JSON.readTree(late.body()).path("alternatives"));
            }
            assertThat(answers).hasSize(THROUGH.size()).containsOnly(answers.get(0));
            assertThat(answers.get(0).findValuesAsText("location").stream().distinct())
                    .containsExactly("arcadia", "glendale", "ontario", "barstow");
        }
    }

    private static String partner(String through) {
        return through.isEmpty() ? "" : "partner=" + through;
    }

    private static List<String> items(String body) {
        String shown = body.replaceAll("name=\"(token|ref)\" value=\"[^\"]*\"", "");
        return ITEMS.matcher(shown).results().map(MatchResult::group).toList();
    }

    private static HttpResponse<String> book(Site site, String through, String slot) throws IOException {
        JsonNode token =
                JSON.readTree(site.get("/api/token?" + partner(through)).body());
        Map<String, Object> fields = new LinkedHashMap<>(Map.of(
                "token", token.path("token").asText(),
                "type", "first-visit",
                "location", "arcadia",
                "slot", slot,
                "givenName", "Ada",
                "familyName", "Example",
                "email", "ada@example.org",
                "consent", "2026-11"));
        if (token.has("ref")) {
            fields.put("ref", token.path("ref").asText());
        }
        return site.postJson(JSON.writeValueAsString(fields));
    }

    private Site site(String name, boolean turned) throws IOException {
        ObjectNode clinic = (ObjectNode) JSON.readTree(
                NeutralOrderTest.class.getResourceAsStream("/io/github/carelet/servlet/form/clinic.json"));
        ArrayNode locations = (ArrayNode) clinic.get("locations");
        locations.add(locations.get(1).deepCopy());
        locations.add(locations.get(0).deepCopy());
        place(locations.get(0), "arcadia", 34.14, -118.03);
        place(locations.get(1), "glendale", 34.14, -118.25);
        place(locations.get(2), "barstow", 34.90, -117.02);
        place(locations.get(3), "ontario", 34.06, -117.65);
        ((ArrayNode) clinic.get("treatments"))
                .forEach(each -> ((ObjectNode) each)
                        .putPOJO("availableAt", List.of("arcadia", "glendale", "barstow", "ontario")));
        if (turned) {
            turn(locations);
            turn((ArrayNode) clinic.get("treatments"));
        }
        Path home = Files.createDirectories(folder.resolve(name));
        return Site.of(
                home,
                JSON.writeValueAsString(clinic),
                builder -> builder.storage(home.resolve("data"))
                        .keys(KeyRing.ephemeral())
                        .partner(new Partner("aardvark", List.of()))
                        .partner(new Partner("zebra", List.of())
                                .limitedTo(new CatalogScope(
                                        List.of("ontario", "barstow", "glendale", "arcadia"),
                                        List.of("nerve-block", "physical-therapy"),
                                        List.of()))));
    }

    private static void place(JsonNode location, String id, double lat, double lng) {
        ObjectNode node = (ObjectNode) location;
        node.put("id", id);
        node.put("name", id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1));
        node.putObject("geo").put("lat", lat).put("lng", lng);
    }

    private static void turn(ArrayNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        Collections.reverse(items);
        array.removeAll().addAll(items);
    }
}
