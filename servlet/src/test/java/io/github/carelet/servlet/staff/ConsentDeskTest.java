package io.github.carelet.servlet.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What patients agreed to, as the front desk sees it and takes it back for who calls. */
class ConsentDeskTest {

    @TempDir
    private Path folder;

    private StaffSite site;
    private String reference;
    private int day;

    @BeforeEach
    void start() {
        site = new StaffSite(folder);
        reference = site.request(Map.of("smsConsent", "sms-1", "marketingConsent", "news-1"));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Document page() {
        return site.page("ann", "bookings/" + reference);
    }

    /** Returns the last two columns of each line. */
    private List<String> exported() {
        HttpResponse<String> file = site.submit("ann", site.page("ann", "?state=all"), "/export", Map.of());
        return file.body()
                .lines()
                .map(line -> line.replaceFirst(".*,(\"[^\"]*\",\"[^\"]*\")$", "$1"))
                .toList();
    }

    @Test
    void theDeskTakesBackWhatThePatientSaysOnThePhone() {
        Document before = page();
        assertThat(before.select("main").text())
                .contains("Text messages, version sms-1", "news-1")
                .doesNotContain("SHA-256");
        assertThat(before.select("dd[title]").eachAttr("title"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(each -> each.matches("SHA-256 of the words agreed to: [0-9a-f]{64}"));

        HttpResponse<String> answer = site.submit("ann", page(), "/revoke-sms", Map.of("note", "rang at noon"));

        assertThat(answer.statusCode()).isEqualTo(303);
        Document after = page();
        assertThat(after.select("main").text())
                .contains("taken back Mon", "Consent to text messages taken back", "rang at noon");
        assertThat(after.select("form[action*=/revoke-sms]")).isEmpty();
        assertThat(after.select("form[action*=/revoke-marketing]")).hasSize(1);
        assertThat(site.carelet().audit().orElseThrow().latest(Long.MAX_VALUE, 10))
                .anySatisfy(entry -> {
                    assertThat(entry.event().actor()).isEqualTo("ann");
                    assertThat(entry.event().detail()).isEqualTo("sms_revoked");
                    assertThat(entry.event().about()).containsExactly(reference);
                });
        assertThat(site.page("ann", "bookings/" + reference + "?done=revoke-sms")
                        .select("[role=status]")
                        .text())
                .isEqualTo(
                        "The consent to text messages is taken back, here and in all bookings under the same name with the same phone number or email address.");
    }

    @Test
    void itIsTakenBackInTheOtherBookingsOfThePatientAndInNobodyElses() {
        Map<String, String> agreed = Map.of("smsConsent", "sms-1", "marketingConsent", "news-1");
        Map<String, String> ada = Map.of("givenName", "Ada", "familyName", "Planted", "phone", "626 555 0199");
        Map<String, String> sam = Map.of("givenName", "Sam", "familyName", "Planted", "phone", "626 555 0199");
        List<String> booked = Stream.of(ada, ada, sam)
                .map(who -> {
                    Map<String, Object> fields = new HashMap<>(agreed);
                    fields.putAll(who);
                    fields.put("preferred", List.of("2026-12-0" + (2 + day++) + "/any"));
                    return site.request(fields);
                })
                .toList();

        site.submit("ann", site.page("ann", "bookings/" + booked.get(1)), "/revoke-marketing", Map.of("note", "rang"));

        assertThat(booked)
                .extracting(each -> site.page("ann", "bookings/" + each).select("form[action*=/revoke-]").stream()
                        .map(form -> form.attr("action").replaceFirst(".*/", ""))
                        .toList())
                .containsExactly(
                        List.of("revoke-sms#top"),
                        List.of("revoke-sms#top"),
                        List.of("revoke-sms#top", "revoke-marketing#top"));
        assertThat(site.page("ann", "bookings/" + booked.get(0)).select("main").text())
                .contains("Consent to news taken back", "rang");
    }

    @Test
    void twoWhoTakeItBackDoSoOnce() {
        Document seenByAnn = page();
        Document seenByBob = site.page("bob", "bookings/" + reference);
        assertThat(site.submit("ann", seenByAnn, "/revoke-sms", Map.of()).statusCode())
                .isEqualTo(303);
        HttpResponse<String> second = site.submit("bob", seenByBob, "/revoke-sms", Map.of("note", "mine"));

        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(Jsoup.parse(second.body()).select("[role=alert]").text())
                .contains("Consent to text messages taken back", "mine");
    }

    @Test
    void aFileTellsWhatHoldsAndWhatDoesNot() {
        site.request(Map.of());
        site.submit("ann", page(), "/revoke-marketing", Map.of());

        assertThat(exported()).anyMatch(line -> line.contains("smsConsent") && line.contains("marketingConsent"));
        assertThat(exported()).anyMatch(line -> line.matches("\"?yes\"?,\"?revoked\"?"));
        assertThat(exported()).anyMatch(line -> line.matches("\"?\"?,\"?\"?"));
    }
}
