package io.github.carelet.servlet.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.Partner;
import io.github.carelet.booking.ClinicAction;
import io.github.carelet.booking.InboxFigures;
import io.github.carelet.servlet.NuChecker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last 30 days in numbers: right, of no patient, and for everybody to read. */
class FiguresPageTest {

    @TempDir
    private Path folder;

    private StaffSite site;

    @BeforeEach
    void start() {
        site = new StaffSite(folder, builder -> builder.partner(new Partner("foothill", List.of())));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void eachDayIsAColumnAndARow() {
        site.request(Map.of());
        site.request(Map.of());
        site.setNow(StaffSite.START.plus(Duration.ofDays(2)));
        site.request(Map.of("preferred", List.of("2026-12-09/any")));
        Document page = site.page("ann", "figures");

        Element chart = page.expectFirst("svg[role=img]");
        assertThat(chart.select("polygon")).hasSize(30);
        assertThat(chart.select("title, desc").eachText())
                .containsExactly("Requests per day", "Requests: 3. The most on one day: 2.");
        assertThat(chart.attr("aria-labelledby").split(" "))
                .allSatisfy(id -> assertThat(page.getElementById(id)).isNotNull());
        List<String> rows = page.select("details tbody tr").eachText();
        assertThat(rows).hasSize(30).contains("Monday, November 30 2", "Tuesday, December 1 0");
        assertThat(rows.get(29)).isEqualTo("Wednesday, December 2 1");
        assertThat(chart.select("polygon").get(29).attr("points")).isEqualTo("580,60 596,60 596,120 580,120");
    }

    @Test
    void whatBecameOfThemIsAddedUp() {
        String answered = site.request(Map.of());
        site.request(Map.of());
        site.request(Map.of("website", "spam"));
        site.setNow(StaffSite.START.plus(Duration.ofHours(2)));
        site.carelet()
                .clinicDesk()
                .orElseThrow()
                .confirm(
                        new ClinicAction(answered, 1, "ann", Optional.empty()),
                        StaffSite.START.plus(Duration.ofDays(3)));
        Document page = site.page("ann", "figures");

        assertThat(page.select(".carelet-staff-bars tbody tr").eachText())
                .containsExactly(
                        "Requests 2",
                        "Confirmed 1",
                        "Patient came 0",
                        "Within an hour 0",
                        "Within 4 hours 1",
                        "Within a day 0",
                        "Within 2 days 0",
                        "Later 0",
                        "Not yet 1",
                        "Directly 2 1 0",
                        "First visit 2 1 0");
        assertThat(page.text()).doesNotContain("Ada", "555", answered);
    }

    @Test
    void whatCameFromAPageOfAPartnerStandsBelowThePartnerAndIsListedAndTakenOutByItsName() throws Exception {
        site.request(Map.of());
        site.request(from("partner=foothill"));
        String article = site.request(from("partner=foothill&source=spine-article"));
        site.request(from("source=newsletter-3"));
        Document page = site.page("ann", "figures");

        assertThat(page.select(".carelet-staff-bars tbody tr").eachText())
                .containsSequence(
                        "Directly 2 0 0",
                        "Directly: newsletter-3 1 0 0",
                        "foothill 2 0 0",
                        "foothill: spine-article 1 0 0");
        Document list = site.page("ann", "?source=spine-article");
        assertThat(list.text()).contains(article);
        assertThat(list.select("form.carelet-staff-filter input[name=source]").val())
                .isEqualTo("spine-article");
        String file = site.submit("ann", list, "/export", Map.of()).body();
        assertThat(file.lines()).hasSize(2).last().asString().contains("\"foothill\",\"web\"");
        assertThat(file).as("it may say what the visit is about").doesNotContain("spine-article");
        assertThat(site.page("ann", "bookings/" + article).text()).contains("Their page or campaign spine-article");
    }

    @Test
    void ofManySourcesTheLastRowHasTheRest() throws Exception {
        for (int i = 0; i <= InboxFigures.MOST_SOURCES; i++) {
            site.request(from("source=page-" + (char) ('a' + i)));
        }
        List<String> rows = site.page("ann", "figures")
                .select(".carelet-staff-bars tbody tr")
                .eachText();

        assertThat(rows).filteredOn(each -> each.startsWith("Directly: page-")).hasSize(InboxFigures.MOST_SOURCES);
        assertThat(rows).contains("Directly: all other pages and campaigns 1 0 0");
    }

    private Map<String, ?> from(String query) throws Exception {
        JsonNode token = new ObjectMapper()
                .readTree(site.send("GET", StaffSite.BASE + "/api/token?" + query, Map.of(), "")
                        .body());
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String name : List.of("token", "ref")) {
            if (token.has(name)) {
                fields.put(name, token.get(name).asText());
            }
        }
        return fields;
    }

    @Test
    void whatIsOlderIsNotCountedAndNothingIsSaid() {
        site.request(Map.of());
        site.setNow(StaffSite.START.plus(Duration.ofDays(40)));
        Document page = site.page("ann", "figures");

        assertThat(page.select(".carelet-staff-bars tbody tr").eachText())
                .contains("Requests 0")
                .doesNotContain("Directly");
        assertThat(page.text()).contains("Nothing came in these 30 days.");
    }

    @Test
    void thePageIsValidAndHasNeitherStyleNorScriptOfItsOwn() {
        site.request(Map.of());
        String html = site.get("ann", "figures").body();

        assertThat(html).doesNotContain("style=", "<style");
        assertThat(new NuChecker().problems(html)).isEmpty();
    }
}
