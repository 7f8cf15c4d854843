package io.github.carelet.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserTokensTest {

    private static final Instant START = Instant.parse("2026-11-23T18:00:00Z");

    private Instant now = START;
    private final KeyRing keys = KeyRing.ephemeral();
    private final UserTokens tokens = new UserTokens(keys, () -> now);

    @Test
    void aTokenIsGoodForItsUserAndNobodyElse() {
        String token = tokens.issue("ann");

        assertThat(token).matches("[A-Za-z0-9_-]+");
        assertThat(tokens.isGood(token, "ann")).isTrue();
        assertThat(tokens.isGood(token, "bob")).isFalse();
        assertThat(tokens.isGood(token, "Ann")).isFalse();
        assertThat(tokens.isGood(token, "")).isFalse();
    }

    @Test
    void aTokenOfOtherKeysIsRefused() {
        String token = new UserTokens(KeyRing.ephemeral(), () -> now).issue("ann");

        assertThat(tokens.isGood(token, "ann")).isFalse();
    }

    @Test
    void aTokenIsGoodForAShiftAndNoLonger() {
        String token = tokens.issue("ann");

        now = START.plus(UserTokens.LIFETIME).minusMillis(1);
        assertThat(tokens.isGood(token, "ann")).isTrue();
        now = START.plus(UserTokens.LIFETIME);
        assertThat(tokens.isGood(token, "ann")).isFalse();
    }

    @Test
    void anotherMachineMayBeALittleAheadButNotMore() {
        now = START.plus(Duration.ofMinutes(5));
        String ahead = tokens.issue("ann");
        now = START.plus(Duration.ofMinutes(5)).plusMillis(1);
        String tooFarAhead = tokens.issue("ann");

        now = START;
        assertThat(tokens.isGood(ahead, "ann")).isTrue();
        assertThat(tokens.isGood(tooFarAhead, "ann")).isFalse();
    }

    @Test
    void everyFlippedBitAndEveryTruncationIsRefused() {
        String token = tokens.issue("ann");
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        int accepted = 0;
        int tried = 0;
        for (int bit = 0; bit < bytes.length * 8; bit++, tried++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            accepted += good(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
        }
        for (int length = 0; length < token.length(); length++, tried++) {
            accepted += good(token.substring(0, length));
        }
        System.out.println("altered user tokens accepted: " + accepted + " of " + tried + "; control, unaltered: "
                + good(token) + " of 1");
        assertThat(accepted).isZero();
        assertThat(good(token)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "AQ", "AQD_", "Af8", "not base64!", "AQAAAAAAAAAAAA"})
    void whatIsNoTokenIsRefused(String text) {
        assertThat(tokens.isGood(text, "ann")).isFalse();
    }

    @Test
    void thereIsOneWayToWriteAToken() {
        String token = tokens.issue("ann");

        assertThat(tokens.isGood(token + "=", "ann")).isFalse();
        assertThat(tokens.isGood(" " + token, "ann")).isFalse();
        assertThat(tokens.isGood(token + "A".repeat(300), "ann")).isFalse();
    }

    @FuzzTest
    void nobodyWithoutTheKeysWritesAToken(FuzzedDataProvider data) {
        String user = data.consumeString(20);
        byte[] bytes = data.consumeRemainingAsBytes();
        assertThat(tokens.isGood(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), user))
                .isFalse();
        assertThat(tokens.isGood(new String(bytes, java.nio.charset.StandardCharsets.UTF_8), user))
                .isFalse();
    }

    private int good(String token) {
        return tokens.isGood(token, "ann") ? 1 : 0;
    }
}
