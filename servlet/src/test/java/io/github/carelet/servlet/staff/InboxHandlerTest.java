package io.github.carelet.servlet.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.privacy.AuditAction;
import io.github.carelet.privacy.AuditEntry;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboxHandlerTest {

    private static final String WEDNESDAY_NINE = "2026-12-02T09:00:00-08:00";

    @TempDir
    private Path folder;

    private StaffSite site;

    @BeforeEach
    void start() {
        site = new StaffSite(folder);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void whatWaitsLongestComesFirstAndWhatIsLateSaysSo() {
        site.request(Map.of("givenName", "Old"));
        site.setNow(StaffSite.START.plus(Duration.ofHours(2)));
        site.request(Map.of("givenName", "Young"));
        site.setNow(StaffSite.START.plus(Duration.ofHours(25)));

        Document page = site.page("ann", "");

        assertThat(page.select("tbody th a").eachText()).containsExactly("Old Example", "Young Example");
        assertThat(page.select("tbody tr td:nth-child(2)").eachText()).containsExactly("25 h 0 min", "23 h 0 min");
        assertThat(page.select("tbody .carelet-staff-state").eachText()).containsExactly("Late", "New");
        assertThat(page.select("tbody .carelet-staff-state-late")).hasSize(1);
    }

    @Test
    void aBookingIsInTheListOfItsStateAndCounted() {
        String confirmed = site.request(Map.of("slot", WEDNESDAY_NINE));
        site.request(Map.of());
        site.request(Map.of("website", "https://spam.example"));
        Document list = site.page("ann", "");
        assertThat(site.submit("ann", list, confirmed + "/confirm", Map.of()).statusCode())
                .isEqualTo(303);

        Document page = site.page("ann", "");

        assertThat(page.select(".carelet-staff-tabs a").eachText())
                .containsExactly("New 1", "Times offered 0", "Waiting list 0", "Visits 1", "Quarantine 1", "Closed");
        assertThat(page.select("[data-carelet-count]").text()).isEqualTo("1");
        assertThat(site.page("ann", "?state=visits")
                        .select("tbody .carelet-staff-ref")
                        .text())
                .isEqualTo(confirmed);
        assertThat(site.page("ann", "?state=suspect").select("tbody button").text())
                .startsWith("Release");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2",
        "location=arcadia, 1",
        "location=glendale, 1",
        "location=nowhere, 2",
        "day=2026-12-02, 1",
        "day=2026-12-03, 0",
        "day=never, 2",
        "late=yes, 0",
        "state=closed, 0",
        "state=no-such, 2",
        "after=nothing, 2"
    })
    void theListIsFilteredAndIgnoresWhatMeansNothing(String query, int rows) {
        site.request(Map.of("slot", WEDNESDAY_NINE));
        site.request(Map.of("location", "glendale", "preferred", List.of("2026-12-03/any")));

        assertThat(site.page("ann", "?" + query).select("tbody tr")).hasSize(rows);
    }

    @Test
    void aLongListHasPages() {
        for (int i = 0; i < 51; i++) {
            site.setNow(StaffSite.START.plusSeconds(i));
            site.request(Map.of("givenName", "Patient" + i, "phone", "626 555 0" + (100 + i)));
        }
        Document first = site.page("ann", "");
        assertThat(first.select("tbody tr")).hasSize(50);

        String next = first.select("a[rel=next]").attr("href").replaceFirst(".*/staff/", "");
        Document second = site.page("ann", next);

        assertThat(second.select("tbody th a").eachText()).containsExactly("Patient50 Example");
        assertThat(second.select("a[rel=next]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "exam", "(626) 555-0111", "0111", "ada@example.org"})
    void aSearchFindsByWhatOneKnows(String words) {
        String reference = site.request(Map.of("email", "ada@example.org"));
        site.request(Map.of("givenName", "Grace", "familyName", "Other"));

        Document found = search(words);

        assertThat(found.select("h1").text()).isEqualTo("1 booking found");
        assertThat(found.select("tbody .carelet-staff-ref").text()).isEqualTo(reference);
        assertThat(found.select("a[href*=Ada], a[href*=0111]:not([href^=tel])")).isEmpty();
    }

    @Test
    void aSearchThatFindsNothingSaysHowToSearch() {
        Document found = search("nobody at all");

        assertThat(found.select("h1").text()).isEqualTo("0 bookings found");
        assertThat(found.select(".carelet-staff-empty").text()).contains("last four digits");
    }

    @Test
    void aListIsTakenOutWithNeitherVisitNorReasonAndThatIsInTheTrail() {
        String reference = site.request(
                Map.of("type", "pt-evaluation", "answers.side", "Left", "reason", "It hurts", "givenName", "=cmd()"));
        site.request(Map.of("location", "glendale", "preferred", List.of("2026-12-03/any")));
        Document page = site.page("ann", "?location=arcadia");

        HttpResponse<String> file = site.submit("ann", page, "/export", Map.of());

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"bookings.csv\"");
        assertThat(file.body().lines()).hasSize(2);
        assertThat(file.body())
                .contains("\"" + reference + "\"", "\"'=cmd()\"", "\"'+16265550111\"")
                .doesNotContain("pt-evaluation", "hurts", "Left");
        assertThat(site.carelet().audit().orElseThrow().about(reference, 10))
                .extracting(entry -> entry.event().actor() + " " + entry.event().action())
                .contains("ann " + AuditAction.EXPORT);
        assertThat(site.get("ann", "export").statusCode()).isEqualTo(405);
    }

    @Test
    void theCountIsForScripts() {
        site.request(Map.of());

        HttpResponse<String> answer = site.get("ann", "count");

        assertThat(answer.body()).contains("\"requested\":1", "\"late\":0").hasSizeLessThan(40);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void whoeverSawAPatientIsInTheTrail() {
        String reference = site.request(Map.of());
        site.page("ann", "");
        site.page("bob", "bookings/" + reference);
        search("Example");

        List<AuditEntry> trail = site.carelet().audit().orElseThrow().about(reference, 10);

        assertThat(trail)
                .extracting(entry -> entry.event().actor() + " " + entry.event().action())
                .contains("ann " + AuditAction.LIST, "bob " + AuditAction.READ, "ann " + AuditAction.SEARCH);
    }

    @Test
    void whatIsSeenOnceIsInTheTrailOnce() {
        String reference = site.request(Map.of());
        Document page = site.page("ann", "bookings/" + reference);
        Document list = site.page("ann", "");
        long before = site.carelet().audit().orElseThrow().verify().last();

        site.page("ann", "day?view=week");
        assertThat(site.submit("ann", page, "/decline", Map.of()).statusCode()).isEqualTo(422);
        assertThat(site.submit("ann", list, "/export", Map.of()).statusCode()).isEqualTo(200);

        assertThat(site.carelet().audit().orElseThrow().latest(Long.MAX_VALUE, 10).stream()
                        .filter(each -> each.number() > before)
                        .map(each -> each.event().action()))
                .containsExactly(AuditAction.EXPORT, AuditAction.READ, AuditAction.DAY);
    }

    @Test
    void everyPageIsStrictAboutWhatMayRun() {
        HttpResponse<String> answer = site.get("ann", "");

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("default-src 'none'")
                        .contains("frame-ancestors 'none'", "require-trusted-types-for 'script'")
                        .doesNotContain("unsafe"));
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(Jsoup.parse(answer.body()).select("[style], style, script:not([src]), [onclick]"))
                .isEmpty();
    }

    @Test
    void theAddressWithoutASlashLeadsToTheInbox() {
        HttpResponse<String> answer = site.send("GET", StaffSite.BASE + "/staff", Map.of("X-Test-User", "ann"), "");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(StaffSite.BASE + "/staff/");
    }

    private Document search(String words) {
        HttpResponse<String> answer = site.submit("ann", site.page("ann", ""), "/search", Map.of("q", words));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
