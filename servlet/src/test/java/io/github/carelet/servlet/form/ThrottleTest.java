package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.RateLimits;
import io.github.carelet.RateLimits.Rate;
import io.github.carelet.booking.Submission;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThrottleTest {

    private static final String FIRST = "/book?type=first-visit&location=arcadia&condition=sciatica";
    private static final Rate PLENTY = new Rate(1_000, 1_000, Duration.ofMinutes(1));
    private static final Rate THREE = new Rate(3, 3, Duration.ofMinutes(1));

    @TempDir
    Path folder;

    private Instant now = Site.START;

    @Test
    void anAddressHasItsBurstAndThenWhatFlowsBack() {
        Throttle throttle = new Throttle(Optional.of(new RateLimits(THREE, PLENTY)), () -> now);

        assertThat(refused(throttle, "192.0.2.1", 10)).isEqualTo(7);
        assertThat(throttle.wait("192.0.2.1")).contains(Duration.ofSeconds(20));
        assertThat(throttle.wait("192.0.2.2")).isEmpty();
        now = now.plusSeconds(20);
        assertThat(refused(throttle, "192.0.2.1", 2)).isEqualTo(1);
        now = now.plusSeconds(3_600);
        assertThat(refused(throttle, "192.0.2.1", 10)).isEqualTo(7);
    }

    @Test
    void thePatientsOfOnePartnerHoldNoMoreTimesThanABusySiteNeeds() {
        Throttle throttle = new Throttle(Optional.of(RateLimits.DEFAULT), () -> now);
        Optional<String> busy = Optional.of("busy");

        assertThat(IntStream.range(0, 1_000).filter(i -> throttle.mayHold(busy)))
                .hasSize(60);
        assertThat(throttle.mayHold(Optional.of("other"))).isTrue();
        assertThat(throttle.mayHold(Optional.empty())).isTrue();
        now = now.plusSeconds(600);
        assertThat(throttle.mayHold(busy)).isTrue();
        Throttle unlimited = new Throttle(Optional.empty(), () -> now);
        assertThat(IntStream.range(0, 1_000).filter(i -> unlimited.mayHold(busy)))
                .as("the control")
                .hasSize(1_000);
    }

    @Test
    void aContactIsTheSameHoweverItIsWritten() {
        Throttle throttle = new Throttle(Optional.of(new RateLimits(PLENTY, THREE)), () -> now);
        for (String phone : List.of("626 555 0142", "(626) 555-0142", "626.555.0142")) {
            assertThat(throttle.wait(form("phone", phone))).isEmpty();
        }
        for (String email : List.of("kim@example.org", " Kim@Example.org", "KIM@EXAMPLE.ORG")) {
            assertThat(throttle.wait(form("email", email))).isEmpty();
        }

        assertThat(throttle.wait(form("phone", "6265550142"))).isPresent();
        assertThat(throttle.wait(form("email", "kim@example.org"))).isPresent();
        assertThat(throttle.wait(form("phone", "626 555 0143"))).isEmpty();
        assertThat(IntStream.range(0, 10)
                        .filter(i -> throttle.wait(form("phone", "")).isPresent()))
                .isEmpty();
    }

    @Test
    void withoutLimitsNobodyWaits() {
        Throttle throttle = new Throttle(Optional.empty(), () -> now);

        assertThat(refused(throttle, "192.0.2.1", 1_000)).isZero();
        assertThat(refused(new Throttle(Optional.of(RateLimits.DEFAULT), () -> now), "192.0.2.1", 1_000))
                .isEqualTo(880);
    }

    @Test
    void whoIsOverItKeepsTheFormAndLearnsWhenToTryAgain() throws IOException {
        try (Site site = Site.with(folder, builder -> builder.limits(new RateLimits(THREE, PLENTY)))) {
            for (int i = 0; i < 3; i++) {
                assertThat(site.post("/bookings", site.patient(FIRST).fields()).statusCode())
                        .isEqualTo(303);
            }
            Filled form = site.patient(FIRST).set("givenName", "Bertha");

            HttpResponse<String> html = site.post("/bookings", form.fields());
            assertThat(html.statusCode()).isEqualTo(429);
            assertThat(html.headers().firstValue("Retry-After")).contains("21");
            assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("sandbox");
            assertThat(html.body()).contains("Too much was sent at once", "value=\"Bertha\"", "tel:+1");

            HttpResponse<String> json = site.postJson(form.json());
            assertThat(json.statusCode()).isEqualTo(429);
            assertThat(json.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(new ObjectMapper().readTree(json.body()).get("code").asText())
                    .isEqualTo("too_many");
            assertThat(json.body()).doesNotContain("Bertha");

            site.setNow(Site.START.plusSeconds(60));
            assertThat(site.post("/bookings", Filled.from(html.body()).fields()).statusCode())
                    .isEqualTo(303);
        }
    }

    private static int refused(Throttle throttle, String sender, int times) {
        return (int) IntStream.range(0, times)
                .filter(i -> throttle.wait(sender).isPresent())
                .count();
    }

    private static Submission form(String field, String value) {
        return new Submission(Map.of(field, List.of(value)));
    }
}
