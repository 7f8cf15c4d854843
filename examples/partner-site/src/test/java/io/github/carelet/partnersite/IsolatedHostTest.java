package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.Carelet;
import io.github.carelet.CareletBuilder;
import io.github.carelet.Partner;
import io.github.carelet.exchange.JsonLdRole;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.servlet.CareletServlet;
import jakarta.servlet.http.HttpServlet;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form in pages that are cross-origin isolated, and what a page hears of it; under a mount that is two levels deep. */
class IsolatedHostTest {

    private static final Map<String, String> ISOLATED =
            Map.of("Cross-Origin-Embedder-Policy", "require-corp", "Cross-Origin-Opener-Policy", "same-origin");

    @TempDir
    Path data;

    @Test
    void theFormIsFilledInAndEachStepIsToldToAPartnerThatMayHearIt() throws Exception {
        withForm(CareletBuilder::crossOriginIsolated, guest -> {
            guest.hears("ready");
            EmbedStage.requests(guest.page.frameLocator("carelet-booking iframe"), "Ada");
            guest.hears("requested");
            assertThat(guest.page.evaluate("crossOriginIsolated")).isEqualTo(true);
            assertThat(guest.heard())
                    .startsWith("readynull", "step{\"step\":3,\"of\":4}", "step{\"step\":4,\"of\":4}")
                    .last()
                    .asString()
                    .startsWith("requested");
            assertThat(guest.complaints).isEmpty();
        });
    }

    @Test
    void withoutThatSettingTheFallbackComesBack() throws Exception {
        withForm(UnaryOperator.identity(), guest -> {
            guest.hears("error");
            assertThat(guest.page.locator("carelet-booking > a").isVisible()).isTrue();
        });
    }

    private interface Seen {
        void by(Guest guest);
    }

    private void withForm(UnaryOperator<CareletBuilder> settings, Seen seen) throws CannotStartException {
        try (Chromium chromium = Chromium.start();
                OtherSite site = OtherSite.start();
                LocalTomcat tomcat = LocalTomcat.bind(0);
                Carelet carelet = settings.apply(Carelet.builder(SampleClinic.source())
                                .storage(data)
                                .keys(KeyRing.ephemeral())
                                .partner(new Partner("loud", List.of(site.origin()), JsonLdRole.NONE, true)))
                        .build()) {
            tomcat.serve("/app/care", new CareletServlet(carelet), new Nothing());
            String base = "http://localhost:" + tomcat.port() + "/app/care/";
            String page =
                    "<!doctype html><html lang=en><title>x</title><script src='" + base + "embed.js' async></script>"
                            + "<carelet-booking type=pt-evaluation location=arcadia partner=loud><a href=/away>Ask</a></carelet-booking>";
            try (Guest guest = new Guest(chromium, UnaryOperator.identity())) {
                guest.page.navigate(site.show("/isolated", page, ISOLATED));
                seen.by(guest);
            }
        }
    }

    /** Everything beside the mount. */
    private static final class Nothing extends HttpServlet {
        private static final long serialVersionUID = 1L;
    }
}
