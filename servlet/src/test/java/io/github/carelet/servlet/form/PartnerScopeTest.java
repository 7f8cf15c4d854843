package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.Partner;
import io.github.carelet.catalog.CatalogScope;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner for a part of what the clinic offers shows nothing else, and nobody books anything else through it. */
class PartnerScopeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Partner GLENDALE = new Partner("glendale-only", List.of())
            .limitedTo(new CatalogScope(List.of("glendale"), List.of("physical-therapy"), List.of("es")));
    private static final List<String> SHOWN = List.of(
            "/fragments/locations?",
            "/fragments/clinic?",
            "/fragments/treatments?view=full&",
            "/fragments/conditions?view=full&",
            "/fragments/conditions/sciatica?",
            "/fragments/search?q=arcadia&",
            "/fragments/search?q=nerve&",
            "/pages/locations?",
            "/api/search?q=arcadia&",
            "/book?",
            "/book?type=first-visit&",
            "/book?type=pt-evaluation&");

    @TempDir
    private static Path folder;

    private static Site site;

    @BeforeAll
    static void start() {
        site = Site.with(folder, builder -> builder.partner(GLENDALE));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void nothingElseIsShown() {
        int told = 0;
        int control = 0;
        for (String path : SHOWN) {
            HttpResponse<String> answer = site.get(path + "partner=glendale-only");
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            told += tellsOfOthers(answer) ? 1 : 0;
            control += tellsOfOthers(site.get(path + "partner=foothill")) ? 1 : 0;
        }
        System.out.println("pages of a partner of one location that tell of another or of what is only there: " + told
                + " of " + SHOWN.size() + "; control, a partner for all: " + control);
        assertThat(told).isZero();
        assertThat(control).isGreaterThan(SHOWN.size() / 2);
    }

    private static boolean tellsOfOthers(HttpResponse<String> answer) {
        // What was looked for stands in its box again.
        String body = answer.body().replace("value=\"arcadia\"", "").replace("value=\"nerve\"", "");
        return body.contains("rcadia") || body.contains("erve block") || body.contains("Injection visit");
    }

    @Test
    void whatIsElsewhereIsNotFound() {
        assertThat(site.get("/fragments/locations/arcadia?partner=glendale-only")
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.get("/fragments/treatments/nerve-block?partner=glendale-only")
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.get("/book?type=first-visit&location=arcadia&partner=glendale-only")
                        .statusCode())
                .isEqualTo(400);
        assertThat(site.get("/embed/carelet-booking?location=arcadia&partner=glendale-only")
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.get("/api/slots?type=first-visit&location=arcadia&partner=glendale-only")
                        .statusCode())
                .isEqualTo(422);
        assertThat(site.get("/api/slots?type=first-visit&location=glendale&partner=glendale-only")
                        .statusCode())
                .as("the control")
                .isEqualTo(200);
    }

    @Test
    void nothingElseIsBookedWhateverTheFormSays() throws Exception {
        String form = "/book?type=first-visit&location=glendale&partner=glendale-only";
        Filled filled = site.patient(form).set("preferred", "2026-12-03/any");
        for (String query : List.of("", "?partner=foothill")) {
            HttpResponse<String> refused = site.post(
                    "/bookings" + query, filled.set("location", "arcadia").fields());
            assertThat(refused.statusCode()).isEqualTo(422);
        }
        assertThat(codes(site.postJson(filled.set("location", "arcadia").json())))
                .contains("location unknown");
        assertThat(codes(site.postJson(filled.set("location", "glendale")
                        .set("type", "injection")
                        .json())))
                .contains("type unknown");
        HttpResponse<String> accepted =
                site.post("/bookings", filled.set("type", "first-visit").fields());
        assertThat(accepted.statusCode()).as("the control").isEqualTo(303);

        String manage = accepted.headers()
                .firstValue("Location")
                .orElseThrow()
                .replace(Site.BASE, "")
                .replace("#top", "");
        Map<String, List<String>> elsewhere = Map.of(
                "token", List.of(filled.value("token")),
                "location", List.of("arcadia"),
                "preferred", List.of("2026-12-02/any"));
        assertThat(site.post(manage + "/reschedule", elsewhere).statusCode()).isEqualTo(422);
        assertThat(site.get(manage + "?change=times").body()).doesNotContain("Arcadia");
    }

    private static List<String> codes(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body()).at("/errors").findParents("code").stream()
                .map(each -> each.get("field").asText() + " " + each.get("code").asText())
                .toList();
    }

    @Test
    void theLanguagesAreThoseOfThePartner() {
        assertThat(site.get("/book?partner=glendale-only&lang=en").body()).contains("<html lang=\"es\"");
        assertThat(site.get("/book?partner=foothill&lang=en").body())
                .as("the control")
                .contains("<html lang=\"en\"");
    }
}
