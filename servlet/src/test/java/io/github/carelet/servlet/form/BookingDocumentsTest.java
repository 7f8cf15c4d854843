package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.servlet.AllowedDom;
import io.github.carelet.servlet.NuChecker;
import io.github.carelet.servlet.fragment.HostileClinic;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every document of the booking flow conforms to HTML, has the phone number, and shows texts of the clinic as texts. */
class BookingDocumentsTest {

    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";

    @TempDir
    Path folder;

    @Test
    void ofAnOrdinaryClinicConform() {
        try (Site site = Site.taking(folder)) {
            check("ordinary", new Walk(site, "pt-evaluation", "surgery-talk").documents());
        }
    }

    @Test
    void ofAHostileClinicConform() {
        List<String> all = HostileClinic.XSS;
        String json = HostileClinic.json(HOSTILE + String.join("", all), List.of("<p>x</p>"));
        try (Site site = Site.of(folder, json)) {
            Map<String, String> documents = new Walk(site, "visit", "talk").documents();
            check("hostile", documents);
            AllowedDom control = new AllowedDom(true);
            long alive = documents.values().stream()
                    .filter(html -> !control.violations(
                                    html.replace("&lt;", "<").replace("&#34;", "\""))
                            .isEmpty())
                    .count();
            assertThat(alive).as("control: alive if nothing is escaped").isEqualTo(documents.size());
        }
    }

    private static void check(String name, Map<String, String> documents) {
        NuChecker nu = new NuChecker();
        AllowedDom dom = new AllowedDom(true);
        List<String> wrong = new ArrayList<>();
        documents.forEach((what, html) -> {
            nu.problems(html).forEach(problem -> wrong.add(what + ": " + problem));
            dom.violations(html).forEach(problem -> wrong.add(what + ": " + problem));
            if (Filled.parse(html).select("a[href^=tel:+1626555]").isEmpty()) {
                wrong.add(what + ": no number to call");
            }
            if (!Filled.parse(html).text().contains("911")) {
                wrong.add(what + ": nothing for an emergency");
            }
        });
        System.out.printf(
                "booking flow, %s clinic: %d documents, %s, %d problems%n",
                name, documents.size(), dom.counts(), wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(documents).hasSizeGreaterThan(25);
        assertThat(nu.problems("<!DOCTYPE html><title>x</title><p id=a><p id=a>"))
                .isNotEmpty();
    }

    /** Goes through the flow and keeps what it sees, in both languages. */
    private static final class Walk {

        private final Site site;
        private final String type;
        private final String phoneType;
        private final Map<String, String> seen = new LinkedHashMap<>();
        private final Set<Integer> statuses = new TreeSet<>();

        Walk(Site site, String type, String phoneType) {
            this.site = site;
            this.type = type;
            this.phoneType = phoneType;
        }

        Map<String, String> documents() {
            for (String more : List.of("lang=en", "lang=es&partner=foothill")) {
                steps(more);
                answers(more);
            }
            assertThat(statuses).contains(200, 400, 403, 404, 405, 413, 415, 422);
            return seen;
        }

        private void steps(String more) {
            String asked = "&type=" + type + "&location=arcadia";
            for (String step : List.of(
                    "/book?" + more,
                    "/book?condition=sciatica&" + more,
                    "/book?type=" + type + "&" + more,
                    "/book?" + more + asked,
                    "/book?condition=sciatica&" + more + asked,
                    "/book?type=" + phoneType + "&" + more,
                    "/book?type=" + phoneType + "&location=arcadia&condition=sciatica&" + more,
                    "/book?" + more + asked + "&when=times",
                    "/book?type=none&" + more,
                    "/book/more?" + more,
                    "/bookings/none?" + more)) {
                keep("GET " + step, site.get(step));
            }
            keep("POST /book " + more, site.post("/book?" + more, Map.of()));
        }

        private void answers(String more) {
            String form = site.lastStep("/book?" + more + "&type=" + type + "&location=arcadia");
            keep(
                    "who " + more,
                    site.post(
                            "/bookings?at=arcadia&when=chosen&" + more,
                            filled(form).fields()));
            for (String step : List.of("what", "where", "next")) {
                keep(
                        step + " " + more,
                        site.post(
                                "/bookings?step=" + step + "&" + more,
                                hostile(form).fields()));
            }
            keep(
                    "empty " + more,
                    site.post("/bookings?" + more, Filled.from(form).fields()));
            String times = site.get("/book?" + more + "&type=" + type + "&location=arcadia&when=times")
                    .body();
            String slot = Filled.parse(times).select("input[name=slot]").attr("value");
            Filled picked = filled(form).without("preferred").set("slot", slot);
            keep(
                    "no time " + more,
                    site.post(
                            "/bookings?when=times&" + more,
                            picked.without("slot").fields()));
            Filled both = filled(form).set("slot", slot);
            keep("both " + more, site.post("/bookings?" + more, both.fields()));
            keep("turned " + more, site.post("/bookings?at=arcadia&when=times&" + more, both.fields()));
            keep("nothing " + more, site.post("/bookings?" + more, Map.of()));
            keep(
                    "token " + more,
                    site.post(
                            "/bookings?" + more, filled(form).set("token", "x").fields()));
            keep(
                    "large " + more,
                    site.post(
                            "/bookings?" + more,
                            filled(form).set("reason", "x".repeat(20_000)).fields()));
            keep("wrong " + more, site.post("/bookings?" + more, hostile(form).fields()));
            Map<String, String> odd = Map.of("Content-Type", "text/plain", "Accept", "text/html");
            keep("type " + more, site.send("POST", Site.BASE + "/bookings?" + more, odd, "x"));
            HttpResponse<String> sent =
                    site.post("/bookings?" + more, filled(form).fields());
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
            manage(more, sent.headers().firstValue("Location").orElseThrow().replaceAll("#.*", ""));
        }

        private void manage(String more, String location) {
            String page = location.substring(Site.BASE.length());
            HttpResponse<String> shown = site.get(page);
            keep("sent " + more, shown);
            String cancel = page.replaceAll("\\?.*", "") + "/cancel";
            Filled off = Filled.from(shown.body());
            keep("cancel by GET " + more, site.get(cancel));
            keep(
                    "cancel too long " + more,
                    site.post(cancel, off.set("reason", HOSTILE.repeat(200)).fields()));
            keep("cancel token " + more, site.post(cancel, Map.of("token", List.of("x"))));
            site.post(cancel, Filled.from(shown.body()).fields());
            keep("cancelled " + more, site.get(page));
        }

        private Filled filled(String form) {
            Filled filled = Filled.from(form).asPatient();
            String side = Filled.parse(form).select("input[name=answers.side]").attr("value");
            String consent = Filled.parse(form).select("input[name=consent]").attr("value");
            String time = Filled.parse(form).select("input[name=preferred]").attr("value");
            return filled.set("answers.side", side).set("consent", consent).set("preferred", time);
        }

        private Filled hostile(String form) {
            return filled(form)
                    .set("givenName", HOSTILE)
                    .set("phone", HOSTILE)
                    .set("email", HOSTILE)
                    .set("reason", HOSTILE + "\n</textarea><script>1</script>")
                    .set("insurance", HOSTILE)
                    .set("preferred", HOSTILE)
                    .set("birthDate", HOSTILE);
        }

        private void keep(String what, HttpResponse<String> answer) {
            statuses.add(answer.statusCode());
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(what)
                    .startsWith("text/html");
            seen.put(what, answer.body());
        }
    }
}
