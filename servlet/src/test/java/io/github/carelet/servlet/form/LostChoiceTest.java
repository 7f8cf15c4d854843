package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a form answers when what the first steps settled got lost on the way, or is not offered any more. */
@TestInstance(Lifecycle.PER_CLASS)
class LostChoiceTest {

    private Site site;

    @BeforeAll
    void open(@TempDir Path folder) {
        site = Site.taking(folder);
    }

    @AfterAll
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({"type, ''", "type, gone", "location, ''", "location, gone"})
    void theFormAsksForItAndKeepsEverythingThatWasTyped(String name, String value) {
        Filled sent = site.form("/book?type=pt-evaluation&location=arcadia")
                .asPatient()
                .set(name, value);

        HttpResponse<String> answer = site.post("/bookings", sent.fields());

        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("input[type=radio][name=" + name + "]")).hasSizeGreaterThan(1);
        assertThat(page.select("input[type=hidden][name=" + name + "]")).isEmpty();
        assertThat(page.select("a[href=#carelet-" + name + "]")).hasSize(1);
        Filled again = Filled.from(answer.body());
        for (String kept : List.of("givenName", "familyName", "phone", "consent", "token")) {
            assertThat(again.value(kept)).as(kept).isEqualTo(sent.value(kept));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/bookings, preferred, x",
        "/bookings?when=chosen, preferred, x",
        "/bookings?at=arcadia&when=chosen, preferred, x",
        "/bookings, slot, +999999999-12-31T23:59:59-18:00",
        "/bookings?when=chosen, slot, +999999999-12-31T23:59:59-18:00",
        "/bookings?at=arcadia&when=chosen, slot, +999999999-12-31T23:59:59-18:00"
    })
    void whatIsNoTimeIsNoHarmAndTheRestIsKept(String path, String name, String value) {
        HttpResponse<String> answer = site.post(
                path,
                Map.of(
                        "token",
                        List.of("x"),
                        "type",
                        List.of("pt-evaluation"),
                        "location",
                        List.of("arcadia"),
                        name,
                        List.of(value),
                        "givenName",
                        List.of("Kim")));

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(Filled.from(answer.body()).value("givenName")).isEqualTo("Kim");
    }

    @ParameterizedTest
    @CsvSource({"preferred, x", "slot, +999999999-12-31T23:59:59-18:00", "slot, -999999999-01-01T00:00+18:00"})
    void norIsItWhereEverythingElseIsRight(String name, String value) {
        Filled sent = site.form("/book?type=first-visit&location=arcadia")
                .asPatient()
                .without("preferred")
                .set(name, value);

        HttpResponse<String> answer = site.post("/bookings", sent.fields());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Filled.from(answer.body()).value("familyName")).isEqualTo(sent.value("familyName"));
    }

    @Test
    void overAVisitThatIsBookedByPhoneNothingTypedIsLost() {
        Filled begun = site.form("/book?type=first-visit&location=arcadia").asPatient();

        HttpResponse<String> byPhone = site.post(
                "/bookings?step=next", begun.set("type", "surgery-talk").fields());

        assertThat(byPhone.statusCode()).isEqualTo(200);
        assertThat(byPhone.headers().firstValue("Cache-Control")).contains("no-store");
        Document page = Jsoup.parse(byPhone.body());
        assertThat(page.select("a.carelet-button[href^=tel:]")).hasSize(1);
        Filled carried = Filled.from(byPhone.body());
        for (String kept : List.of("givenName", "familyName", "phone", "token")) {
            assertThat(carried.value(kept)).as(kept).isEqualTo(begun.value(kept));
        }
        String back = page.expectFirst("button[formaction*=step=what]").attr("formaction");
        Filled again = Filled.from(site.post(back.substring(Site.BASE.length(), back.indexOf('#')), carried.fields())
                .body());
        assertThat(again.value("familyName")).isEqualTo(begun.value("familyName"));
    }

    @Test
    void aButtonThatLedToALocationThatIsGoneBooksNothing() {
        Filled sent =
                site.form("/book?type=first-visit&location=arcadia").asPatient().set("familyName", "Elsewhere");

        HttpResponse<String> answer = site.post("/bookings?at=gone", sent.fields());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Filled.from(answer.body()).value("familyName")).isEqualTo(sent.value("familyName"));
        assertThat(site.post("/bookings", sent.fields()).statusCode())
                .as("the control: it would have been booked")
                .isEqualTo(303);
    }

    @Test
    void withWhatIsAskedForTheSameFormIsAccepted() {
        Filled sent =
                site.form("/book?type=first-visit&location=arcadia").asPatient().without("type");
        Filled again = Filled.from(site.post("/bookings", sent.fields()).body());

        HttpResponse<String> answer =
                site.post("/bookings", again.set("type", "first-visit").fields());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    @Test
    void aPartnerMayFrameTheAnswerToATokenThatNamesNobody() {
        Document form = Jsoup.parse(site.lastStep("/book?type=first-visit&location=arcadia&partner=foothill"));
        String action = form.expectFirst("form[method=post]").attr("action");
        assertThat(action).isEqualTo(Site.BASE + "/bookings?partner=foothill&when=chosen#top");

        HttpResponse<String> answer =
                site.post("/bookings?partner=foothill", Map.of("token", List.of("x"), "type", List.of("first-visit")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self' https://foothill.example https://www.foothill.example:8443;");
    }
}
