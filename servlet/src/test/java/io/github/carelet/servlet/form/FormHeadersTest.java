package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.Partner;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormHeadersTest {

    @Test
    void everyStepIsSandboxedAndNamesItsOwnOriginAndThePartners() {
        FormHeaders headers = new FormHeaders(Optional.of(URI.create("https://clinic.example:8443/care")), false);
        assertThat(headers.ofEmptyStep(Optional.of(Site.PARTNER)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Content-Security-Policy",
                        "sandbox allow-forms allow-scripts allow-popups allow-popups-to-escape-sandbox"
                                + " allow-downloads allow-modals; default-src 'none'"
                                + "; style-src 'self' https://clinic.example:8443"
                                + "; script-src 'self' https://clinic.example:8443"
                                + "; img-src 'self' https://clinic.example:8443"
                                + "; font-src 'self' https://clinic.example:8443"
                                + "; connect-src 'self' https://clinic.example:8443"
                                + "; form-action 'self' https://clinic.example:8443"
                                + "; base-uri 'none'"
                                + "; frame-ancestors 'self' https://clinic.example:8443"
                                + " https://foothill.example https://www.foothill.example:8443"
                                + "; require-trusted-types-for 'script'; trusted-types 'none'",
                        "Referrer-Policy",
                        "no-referrer",
                        "X-Content-Type-Options",
                        "nosniff",
                        "Cache-Control",
                        "private, no-cache"));
    }

    @Test
    void withoutAPublicAddressAndAPartnerOnlyTheSameOriginIsAllowed() {
        FormHeaders headers = new FormHeaders(Optional.empty(), false);
        assertThat(headers.ofAnswer(Optional.empty()).get("Content-Security-Policy"))
                .isEqualTo("sandbox allow-forms allow-scripts allow-popups allow-popups-to-escape-sandbox"
                        + " allow-downloads allow-modals; default-src 'none'; style-src 'self'; script-src 'self'"
                        + "; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
                        + "; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'");
    }

    @Test
    void noAnswerToWhatWasTypedIsKeptByABrowser() {
        FormHeaders headers = new FormHeaders(Optional.empty(), false);
        assertThat(headers.ofAnswer(Optional.empty())).containsEntry("Cache-Control", "no-store");
    }

    @Test
    void aPartnerWithoutOriginsAddsNoAncestor() {
        FormHeaders headers = new FormHeaders(Optional.empty(), false);
        var nowhere = Optional.of(new Partner("paper", List.of()));
        assertThat(headers.ofAnswer(nowhere)).isEqualTo(headers.ofAnswer(Optional.empty()));
    }
}
