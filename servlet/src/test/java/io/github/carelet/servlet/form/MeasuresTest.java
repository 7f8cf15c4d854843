package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.Funnel;
import io.github.carelet.Measures;
import io.github.carelet.RateLimits;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.ClinicAction;
import io.github.carelet.booking.InboxFilter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host can count. Here is no library to count with: the port is the host's own. */
class MeasuresTest {

    private static final String FORM = "/book?type=first-visit&location=arcadia";

    private final Counted counted = new Counted();

    @TempDir
    Path folder;

    @Test
    void requestsAreCountedUnderAPatternAndNeverUnderTheirPath() {
        try (Site site = site()) {
            HttpResponse<String> sent =
                    site.post("/bookings", site.patient(FORM).fields());
            String manage = sent.headers()
                    .firstValue("Location")
                    .orElseThrow()
                    .replace(Site.BASE, "")
                    .replace("#top", "");
            site.get(manage);
            site.get(manage + "/calendar.ics");
            site.get("/fragments/treatments/physical-therapy");
            site.get("/fragments/treatments/made-up");
            site.get("/fragments/" + "deep/".repeat(40));
            site.get("/api/slots?type=first-visit&location=arcadia");
            site.get("/api/made-up");
            site.get("/made-up-by-somebody");
            site.get("/health");
        }
        assertThat(counted.numbers)
                .containsEntry("requests /book 2xx", 2)
                .containsEntry("requests /bookings 3xx", 1)
                .containsEntry("requests /bookings/* 2xx", 1)
                .containsEntry("requests /bookings/*/* 4xx", 1)
                .containsEntry("requests /fragments/*/* 2xx", 1)
                .containsEntry("requests /fragments/*/* 4xx", 1)
                .containsEntry("requests /fragments/*/*/*/* 4xx", 1)
                .containsEntry("requests /api/slots 2xx", 1)
                .containsEntry("requests /api/* 4xx", 1)
                .containsEntry("requests unknown 4xx", 1)
                .containsEntry("requests /health 2xx", 1);
    }

    @Test
    void howFarVisitorsComeIsCountedForEachPartnerThatIsKnown() {
        try (Site site = site()) {
            site.get("/fragments/booking?partner=foothill");
            site.get("/fragments/booking");
            site.get("/fragments/booking?partner=made-up");
            site.get("/embed/carelet-booking?partner=foothill");
            site.post("/bookings", site.patient(FORM + "&partner=foothill").fields());
            site.post("/bookings", site.patient(FORM).set("website", "spam").fields());
        }
        assertThat(counted.of("funnel"))
                .isEqualTo(Map.of(
                        "funnel opener foothill", 2,
                        "funnel opener none", 1,
                        "funnel form foothill", 1,
                        "funnel form none", 1,
                        "funnel sent foothill", 1));
    }

    /** Else more would be confirmed than were ever sent. */
    @Test
    void whoIsLetOutOfQuarantineHasSentTheForm() {
        try (Site site = site()) {
            for (int i = 0; i < 2; i++) {
                site.post("/bookings", site.patient(FORM).set("website", "spam").fields());
            }
            assertThat(counted.numbers).doesNotContainKey("funnel sent none");
            String reference = site.carelet()
                    .inbox()
                    .orElseThrow()
                    .of("ann")
                    .export(InboxFilter.of(BookingStatus.SUSPECT), 10, "csv")
                    .orElseThrow()
                    .get(0)
                    .reference();
            site.staff().release(new ClinicAction(reference, 1, "ann", Optional.empty()));
            site.staff()
                    .confirm(
                            new ClinicAction(reference, 2, "ann", Optional.empty()),
                            Instant.parse("2026-12-02T17:00:00Z"));
        }
        assertThat(counted.numbers).containsEntry("funnel sent none", 1).containsEntry("funnel confirmed none", 1);
    }

    @Test
    void refusalsAreCountedByTheirCode() {
        RateLimits three =
                new RateLimits(new RateLimits.Rate(4, 4, Duration.ofHours(1)), RateLimits.DEFAULT.perContact());
        try (Site site = Site.with(folder, builder -> builder.measures(counted).limits(three))) {
            Filled form = site.patient(FORM);
            site.post("/bookings", form.without("consent").fields());
            site.post("/bookings", site.patient(FORM).set("token", "none").fields());
            site.post(
                    "/bookings",
                    site.patient(FORM).set("preferred", "2026-11-30/any").fields());
            site.postJson("{");
            site.post("/bookings", site.patient(FORM).fields());
            site.post("/bookings", site.patient(FORM).fields());
        }
        assertThat(counted.of("refusals"))
                .isEqualTo(Map.of(
                        "refusals invalid", 1,
                        "refusals token_invalid", 1,
                        "refusals too_soon", 1,
                        "refusals malformed", 1,
                        "refusals too_many", 1));
    }

    @Test
    void searchesAreTimed() {
        try (Site site = site()) {
            site.get("/api/slots?type=first-visit&location=arcadia");
            site.get("/api/slots?type=made-up&location=arcadia");
        }
        assertThat(counted.numbers).containsEntry("searches", 1);
    }

    @Test
    void nothingThatIsCountedSaysAnythingOfAPatient() {
        try (Site site = site()) {
            Filled form = site.patient(FORM + "&partner=foothill");
            HttpResponse<String> sent = site.post("/bookings", form.fields());
            site.get(sent.headers()
                    .firstValue("Location")
                    .orElseThrow()
                    .replace(Site.BASE, "")
                    .replace("#top", ""));
        }
        Set<String> known = Set.of("requests", "funnel", "searches", "commits", "refusals", "holds");
        assertThat(counted.numbers.keySet())
                .isNotEmpty()
                .allMatch(each -> known.contains(each.split(" ")[0]))
                .allMatch(each -> each.matches("[a-z]+( [a-z/*.]+| [0-9]xx)*"), "words and patterns only");
    }

    private Site site() {
        return Site.with(folder, builder -> builder.measures(counted));
    }

    /** Counts in memory. */
    private static final class Counted implements Measures {

        private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

        Map<String, Integer> of(String what) {
            Map<String, Integer> found = new TreeMap<>(numbers);
            found.keySet().removeIf(each -> !each.startsWith(what));
            return found;
        }

        private void count(String what) {
            numbers.merge(what, 1, Integer::sum);
        }

        @Override
        public void answered(String route, int status) {
            count("requests " + route + " " + status / 100 + "xx");
        }

        @Override
        public void refused(String code) {
            count("refusals " + code);
        }

        @Override
        public void searched(Duration took) {
            count("searches");
        }

        @Override
        public void committed(Duration took) {
            count("commits");
        }

        @Override
        public void held(boolean held) {
            count("holds " + held);
        }

        @Override
        public void stepped(Funnel.Step step, String partner) {
            count("funnel " + step.code() + " " + partner);
        }
    }
}
