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

    /** A message signed by another implementation. */
    @Test
    void itSignsWithAPrivateKeyLikeOthersDo() {
        WebhookSecret key = WebhookSecret.parse(
                "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dR" + "qSKJp4AJ6p9lMicMFs6Kvg==");
        assertThat(key.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo(
                        "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==");
        assertThat(key.publicKey()).contains("whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=");
    }

    @Test
    void whoHasThePublicKeyCanCheckASignatureAndNobodyElse() throws Exception {
        Base64.Encoder base64 = Base64.getEncoder();
        for (int i = 0; i < 50; i++) {
            byte[] seed = new byte[32];
            java.util.Arrays.fill(seed, (byte) i);
            WebhookSecret key = WebhookSecret.parse("whsk_" + base64.encodeToString(seed));
            WebhookSecret other = WebhookSecret.parse("whsk_"
                    + base64.encodeToString(new byte[] {
                        (byte) (i + 1),
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0
                    }));
            assertThat(verifies(key.publicKey().orElseThrow(), key.sign("m", 7, "{}"), "m.7.{}"))
                    .isTrue();
            assertThat(verifies(key.publicKey().orElseThrow(), key.sign("m", 7, "{}"), "m.8.{}"))
                    .isFalse();
            assertThat(verifies(other.publicKey().orElseThrow(), key.sign("m", 7, "{}"), "m.7.{}"))
                    .isFalse();
        }
        assertThat(WebhookSecret.parse(secret(32)).publicKey()).isEmpty();
    }

    /** By the platform's reading of a key as everybody writes it (RFC 8410). */
    private static boolean verifies(String publicKey, String signature, String content) throws Exception {
        byte[] head = java.util.HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] key = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
        byte[] encoded = java.util.Arrays.copyOf(head, head.length + key.length);
        System.arraycopy(key, 0, encoded, head.length, key.length);
        java.security.Signature verifier = java.security.Signature.getInstance("Ed25519");
        verifier.initVerify(java.security.KeyFactory.getInstance("Ed25519")
                .generatePublic(new java.security.spec.X509EncodedKeySpec(encoded)));
        verifier.update(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return verifier.verify(Base64.getDecoder().decode(signature.substring("v1a,".length())));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 33, 63, 65})
    void privateKeysOfOtherLengthsAreRefused(int length) {
        assertThatThrownBy(
                        () -> WebhookSecret.parse("whsk_" + Base64.getEncoder().encodeToString(new byte[length])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("found " + length);
    }

    @Test
    void aPrivateKeyWithThePublicKeyOfAnotherIsRefused() {
        assertThatThrownBy(
                        () -> WebhookSecret.parse("whsk_" + Base64.getEncoder().encodeToString(new byte[64])))
                .hasMessage("no webhook secret: what follows its private key is not its public key");
    }

    @Test
    void anEndpointWithoutASecretIsRefused() {
        assertThatThrownBy(() -> new WebhookEndpoint("desk", URI.create("https://hooks.example/"), java.util.List.of()))
                .hasMessage("webhook 'desk' has no secret: expected one, or several");
    }

    private static String secret(int length) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[length]);
    }
}
