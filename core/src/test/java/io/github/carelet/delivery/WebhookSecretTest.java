package io.github.carelet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {

    @Test
    void itSignsLikeTheExampleOfTheStandard() {
        WebhookSecret secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 25, 32, 64})
    void lengthsOfTheStandardAreTaken(int length) {
        assertThat(WebhookSecret.parse(secret(length))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 23, 65, 1000})
    void otherLengthsAreRefusedAndNamed(int length) {
        assertThatThrownBy(() -> WebhookSecret.parse(secret(length)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("found " + length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS!",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n",
                "WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void noRefusalRepeatsWhatMayBeASecret(String text) {
        assertThatThrownBy(() -> WebhookSecret.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageStartingWith("no webhook secret: ")
                .hasMessageNotContaining("MfKQ9r8G");
    }

    @Test
    void neitherItNorItsEndpointPrintsASecret() {
        WebhookSecret secret = WebhookSecret.parse(secret(32));
        WebhookEndpoint endpoint =
                new WebhookEndpoint("desk", URI.create("https://hooks.example/s3cret?token=s3cret"), secret);
        assertThat(secret).hasToString("WebhookSecret");
        assertThat(endpoint).hasToString("WebhookEndpoint[desk at hooks.example]");
    }

    private static String secret(int length) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[length]);
    }
}
