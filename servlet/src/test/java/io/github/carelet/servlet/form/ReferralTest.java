package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.InboxFilter;
import io.github.carelet.booking.Referral;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From which page of a partner a patient came goes along from the first address to the booking, and nobody can change it on the way. */
class ReferralTest {

    private static final String FROM = "partner=foothill&source=spine-article";
    private static final Referral REFERRAL = new Referral(Optional.of("foothill"), Optional.of("spine-article"));
    private static final List<String> NONE = List.of(
            "https://foothill.example/page",
            "Spine-Article",
            "spine article",
            "spine_article",
            "s".repeat(41),
            "<b>",
            "%00");

    @TempDir
    private Path folder;

    private Site site;

    @BeforeEach
    void start() {
        site = Site.taking(folder);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void itGoesAlongThroughAllStepsLanguagesAndRefusals() {
        Filled first =
                Filled.from(Filled.parse(site.get("/book?" + FROM).body()).expectFirst("form"));
        assertThat(first.value("source")).isEqualTo("spine-article");

        String last = site.lastStep("/book?type=first-visit&location=arcadia&" + FROM);
        Filled form = Filled.from(last).asPatient().without("slot");
        assertThat(form.fields()).doesNotContainKey("source");
        assertThat(form.value("ref")).startsWith("spine-article.");

        Filled turned =
                Filled.from(post("/bookings?partner=foothill&step=where", form).body());
        assertThat(turned.value("ref")).isEqualTo(form.value("ref"));
        Filled again = Filled.from(
                post("/bookings?partner=foothill&at=arcadia&lang=es", form).body());
        assertThat(again.value("ref")).isEqualTo(form.value("ref"));
        Filled refused = Filled.from(post("/bookings", form.set("phone", "")).body());
        assertThat(refused.value("ref")).isEqualTo(form.value("ref"));

        assertThat(post("/bookings", refused.set("phone", "626 555 0142")).statusCode())
                .isEqualTo(303);
        assertThat(referrals()).containsExactly(REFERRAL);
    }

    @Test
    void aFormThatHasExpiredComesBackWithItAndABookedOneAnswersAgain() {
        Filled form = site.patient("/book?type=first-visit&location=arcadia&" + FROM);
        site.setNow(Site.START.plus(Duration.ofHours(3)));
        HttpResponse<String> expired = post("/bookings", form);
        assertThat(expired.statusCode()).isEqualTo(403);
        Filled fresh = Filled.from(expired.body());
        assertThat(fresh.value("token")).isNotEqualTo(form.value("token"));
        assertThat(fresh.value("ref")).startsWith("spine-article.").isNotEqualTo(form.value("ref"));

        HttpResponse<String> booked = post("/bookings", fresh);
        site.setNow(Site.START.plus(Duration.ofHours(9)));
        assertThat(booked.statusCode()).isEqualTo(303);
        assertThat(post("/bookings", fresh).headers().map()).containsEntry("Location", locations(booked));
        assertThat(referrals()).containsExactly(REFERRAL);
    }

    @Test
    void whateverIsNotWhatWasSignedForTheFormIsRefusedAndBooksNothing() {
        String form = "/book?type=first-visit&location=arcadia&";
        Filled good = site.patient(form + FROM);
        String ref = good.value("ref");
        Map<String, List<String>> bad = new LinkedHashMap<>();
        bad.put("another source", List.of(ref.replace("spine", "knee")));
        bad.put("its end cut off", List.of(ref.substring(0, ref.length() - 1)));
        bad.put("its signature cut off", List.of("spine-article."));
        bad.put("the source alone", List.of("spine-article"));
        bad.put("of another partner's form", List.of(ref(form + "source=spine-article")));
        bad.put("of another form of this partner", List.of(ref(form + FROM)));
        bad.put("twice", List.of(ref, ref));
        bad.put("markup", List.of("<b>.x"));
        int refused = 0;
        for (Map.Entry<String, List<String>> each : bad.entrySet()) {
            Map<String, List<String>> fields = new LinkedHashMap<>(good.fields());
            fields.put("ref", each.getValue());
            HttpResponse<String> answer = site.post("/bookings", fields);
            assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(403);
            assertThat(answer.body()).as(each.getKey()).doesNotContain("knee-article", "<b>.x");
            refused++;
        }
        assertThat(referrals()).isEmpty();

        // Whoever was refused is kept from nothing: the form that comes back books, and says nothing of a source.
        Map<String, List<String>> fields = new LinkedHashMap<>(good.fields());
        fields.put("ref", List.of("spine-article"));
        Filled kept = Filled.from(site.post("/bookings", fields).body());
        assertThat(kept.fields()).doesNotContainKey("ref");
        assertThat(post("/bookings", kept).statusCode()).isEqualTo(303);
        int control = post("/bookings", good.set("phone", "626 555 0188")).statusCode() == 303 ? 1 : 0;
        System.out.println("changed referrals refused: " + refused + " of " + bad.size()
                + "; control, unchanged and accepted: " + control);
        assertThat(referrals()).containsExactlyInAnyOrder(Referral.through(Optional.of("foothill")), REFERRAL);
    }

    @Test
    void aFormWithoutOneBooksAsEver() {
        assertThat(post("/bookings", site.patient("/book?type=first-visit&location=arcadia&partner=foothill"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(referrals()).containsExactly(Referral.through(Optional.of("foothill")));
    }

    @Test
    void aScriptGetsItWithItsToken() throws Exception {
        JsonNode token =
                new ObjectMapper().readTree(site.get("/api/token?" + FROM).body());
        assertThat(new ObjectMapper()
                        .readTree(site.get("/api/token?partner=foothill").body())
                        .has("ref"))
                .isFalse();
        Filled form = site.patient("/book?type=first-visit&location=arcadia")
                .set("token", token.get("token").asText())
                .set("ref", token.get("ref").asText());
        HttpResponse<String> answer = site.postJson(form.json());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).doesNotContain("spine-article");
        assertThat(referrals()).containsExactly(REFERRAL);
    }

    @Test
    void anEmptyOneSaysNothing() {
        Filled form = site.patient("/book?type=first-visit&location=arcadia").set("ref", " ");
        assertThat(post("/bookings", form).statusCode()).isEqualTo(303);
        assertThat(referrals()).containsExactly(new Referral(Optional.empty(), Optional.empty()));
    }

    @Test
    void whatIsNoSourceKeepsNobodyFromTheFormAndIsNotRepeated() {
        for (String path : List.of("/book?", "/book?type=first-visit&location=arcadia&", "/api/token?")) {
            for (String each : NONE) {
                String query = each.equals("%00")
                        ? each
                        : Site.encoded(Map.of("source", List.of(each))).substring(7);
                HttpResponse<String> answer = site.get(path + "partner=foothill&source=" + query);
                assertThat(answer.statusCode()).as(path + each).isEqualTo(200);
                assertThat(each.length() < 4 || !answer.body().contains(each)).isTrue();
                assertThat(answer.body()).as(path + each).doesNotContain("\"ref\"");
            }
            HttpResponse<String> said = site.get(path + FROM);
            assertThat(said.statusCode()).isEqualTo(200);
            assertThat(said.body()).contains("spine-article");
        }
        assertThat(site.get("/embed/carelet-booking?mode=popup&" + FROM).body()).contains("source=spine-article");
        assertThat(site.get("/embed/carelet-booking?mode=popup&partner=foothill&source=A%20B")
                        .body())
                .contains("partner=foothill")
                .doesNotContain("source=");
    }

    @Test
    void thePatientsPageDoesNotTellOfIt() {
        HttpResponse<String> booked =
                post("/bookings", site.patient("/book?type=first-visit&location=arcadia&" + FROM));
        String page = locations(booked).get(0).replace("#top", "").substring(Site.BASE.length());
        assertThat(site.get(page).body()).contains("Arcadia").doesNotContain("spine-article");
    }

    private HttpResponse<String> post(String path, Filled form) {
        return site.post(path, form.fields());
    }

    private String ref(String path) {
        return site.patient(path).value("ref");
    }

    private static List<String> locations(HttpResponse<String> answer) {
        return answer.headers().allValues("Location");
    }

    private List<Referral> referrals() {
        InboxFilter all = InboxFilter.of(BookingStatus.REQUESTED, BookingStatus.CONFIRMED);
        return site.carelet().inbox().orElseThrow().of("test").list(all, Optional.empty(), 50).entries().stream()
                .map(entry -> entry.booking().referral())
                .toList();
    }
}
