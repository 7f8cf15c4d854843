package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way through a real container: from the first question to the patient's page and back. */
class BookingFlowTest {

    @TempDir
    Path folder;

    @Test
    void aPatientGoesFromTheFirstQuestionToAPageOfTheirOwnAndCallsItOff() {
        try (Site site = Site.taking(folder)) {
            Document what = Filled.parse(site.get("/book").body());
            assertThat(what.select("input[name=type]").eachAttr("value"))
                    .containsExactly("first-visit", "pt-evaluation", "injection", "surgery-talk");
            Document where = Filled.parse(site.get("/book?type=first-visit").body());
            assertThat(where.select("input[name=location]").eachAttr("value")).containsExactly("arcadia", "glendale");
            String last = site.lastStep("/book?type=first-visit&location=arcadia");

            Filled form = Filled.from(last).asPatient();
            HttpResponse<String> sent = site.post("/bookings", form.fields());
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
            String location = sent.headers().firstValue("Location").orElseThrow();
            assertThat(location).matches("/clinic/care/bookings/[A-Za-z0-9_-]{22,}#top");

            String page = location.substring(Site.BASE.length(), location.indexOf('#'));
            Document manage = Filled.parse(site.get(page).body());
            assertThat(manage.expectFirst("h1").text()).isEqualTo("Your request has been sent");
            assertThat(manage.text())
                    .contains("We will answer you by Tuesday, December 1, 2026.")
                    .contains("Wednesday, December 2, in the morning")
                    .contains("51 Example Ave, Suite B")
                    .contains("(626) 555-0111")
                    .contains("If this is an emergency, call 911.")
                    .doesNotContain("Zoë")
                    .doesNotContain("First visit")
                    .doesNotContain("555-0142");

            HttpResponse<String> cancelled = site.post(
                    page + "/cancel",
                    Filled.from(manage.expectFirst("form"))
                            .set("reason", "Feeling better")
                            .fields());
            assertThat(cancelled.statusCode()).isEqualTo(303);
            assertThat(cancelled.headers().firstValue("Location")).contains(location);
            Document after = Filled.parse(site.get(page).body());
            assertThat(after.expectFirst("h1").text()).isEqualTo("Your request is canceled");
            assertThat(after.select("form")).isEmpty();
        }
    }
}
