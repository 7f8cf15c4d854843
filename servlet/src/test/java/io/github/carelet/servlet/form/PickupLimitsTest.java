package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.CareletBuilder;
import io.github.carelet.PickupCredential;
import io.github.carelet.PickupCredential.Scope;
import io.github.carelet.RateLimits;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often systems of the clinic may call, and how often those who are none: on each side of each edge, and back again. */
class PickupLimitsTest {

    private static final String OLD = "old-token-of-forty-characters-0123456789";
    private static final String NEW = "new-token-of-forty-characters-0123456789";
    private static final String OTHER = "other-token-of-forty-characters-01234567";

    @TempDir
    private Path folder;

    private Site site(UnaryOperator<CareletBuilder> limits) {
        return Site.with(
                folder,
                builder -> limits.apply(builder)
                        .pickup(PickupCredential.of("ehr", OLD, Scope.READ))
                        .pickup(PickupCredential.of("ehr", NEW, Scope.READ))
                        .pickup(PickupCredential.of("other", OTHER, Scope.READ)));
    }

    private static HttpResponse<String> call(Site site, String token) {
        return site.send("GET", Site.BASE + "/api/bookings/XXXX-XXXX", Map.of("Authorization", "Bearer " + token), "");
    }

    private static long count(Site site, int times, String token, int status) {
        return IntStream.range(0, times)
                .filter(any -> call(site, token).statusCode() == status)
                .count();
    }

    @Test
    void whoGuessesIsToldToWaitAndASystemBesideThemIsNot() {
        try (Site site = site(builder -> builder.limits(RateLimits.DEFAULT))) {
            assertThat(count(site, 20, "x", 401)).isEqualTo(20);
            HttpResponse<String> one = call(site, "x");
            assertThat(one.statusCode()).isEqualTo(429);
            assertThat(one.headers().firstValue("Retry-After")).contains("4");
            assertThat(one.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(call(site, OLD).statusCode()).as("a good token").isEqualTo(404);
            site.setNow(Site.START.plusSeconds(4));
            assertThat(call(site, "x").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aSystemHasOneBudgetWhicheverOfItsTokensItShows() {
        try (Site site = site(builder -> builder.limits(RateLimits.DEFAULT))) {
            assertThat(count(site, 300, OLD, 404) + count(site, 300, NEW, 404)).isEqualTo(600);
            assertThat(call(site, OLD).statusCode()).isEqualTo(429);
            assertThat(call(site, NEW).statusCode()).isEqualTo(429);
            assertThat(call(site, OTHER).statusCode()).as("another system").isEqualTo(404);
        }
    }

    @Test
    void withoutLimitsNobodyWaits() {
        try (Site site = site(UnaryOperator.identity())) {
            assertThat(count(site, 25, "x", 401)).isEqualTo(25);
            assertThat(count(site, 601, OLD, 404)).isEqualTo(601);
        }
    }
}
