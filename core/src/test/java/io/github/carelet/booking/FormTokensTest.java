package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.carelet.booking.FormTokens.Issued;
import io.github.carelet.privacy.KeyRing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00.123Z");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final FormTokens tokens = new FormTokens(KeyRing.ephemeral(), new SecureRandom());

    @Test
    void aTokenSaysWhenItWasIssuedAndForWhom() {
        Issued issued =
                tokens.read(tokens.issue(Optional.of("demo"), NOW).value()).orElseThrow();

        assertThat(issued.issuedAt()).isEqualTo(NOW);
        assertThat(issued.partner()).contains("demo");
        assertThat(issued.key()).hasSize(32);
        assertThat(issued).hasToString("Issued[2026-11-23T18:00:00.123Z]");
        assertThat(tokens.read(tokens.issue(Optional.empty(), NOW).value())
                        .orElseThrow()
                        .partner())
                .isEmpty();
    }

    @Test
    void theKeysOfLaterTokensStandBehindThoseOfEarlierOnes() {
        List<byte[]> keys = Stream.iterate(NOW, at -> at.plusMillis(7_919))
                .limit(1_000)
                .map(at -> tokens.issue(Optional.empty(), at).value())
                .map(value -> tokens.read(value).orElseThrow().key())
                .toList();

        assertThat(keys).isSortedAccordingTo(Arrays::compareUnsigned);
    }

    @Test
    void noTwoTokensAreTheSameAndAllAreUrlSafe() {
        Set<String> values = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String value = tokens.issue(Optional.empty(), NOW).value();
            assertThat(value).matches("[A-Za-z0-9_-]{80,160}");
            values.add(value);
        }
        assertThat(values).hasSize(1000);
    }

    @Test
    void everyFlippedBitEveryOtherLetterAndEveryTruncationIsRefused() {
        for (String partner : new String[] {"d", "de", "dem"}) {
            String value = tokens.issue(Optional.of(partner), NOW).value();
            byte[] bytes = Base64.getUrlDecoder().decode(value);
            int accepted = 0;
            int tried = 0;
            for (int bit = 0; bit < bytes.length * 8; bit++, tried++) {
                byte[] changed = bytes.clone();
                changed[bit / 8] ^= (byte) (1 << (bit % 8));
                accepted += isOurs(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
            }
            for (int at = 0; at < value.length(); at++) {
                for (char letter : LETTERS.toCharArray()) {
                    if (letter != value.charAt(at)) {
                        accepted += isOurs(value.substring(0, at) + letter + value.substring(at + 1));
                        tried++;
                    }
                }
                accepted += isOurs(value.substring(0, at)) + isOurs(value.substring(at + 1));
                tried += 2;
            }
            System.out.println("changed tokens accepted: " + accepted + " of " + tried + "; control, unchanged: "
                    + isOurs(value) + " of 1");
            assertThat(isOurs(value)).isOne();
            assertThat(accepted).isZero();
        }
    }

    @Test
    void thereIsOneWayToWriteAToken() {
        String value = tokens.issue(Optional.of("demo"), NOW).value();

        for (String other :
                new String[] {value + "=", value + "==", " " + value, value + "\n", value.replace('-', '+') + "="}) {
            assertThat(tokens.read(other)).isEmpty();
        }
        assertThat(tokens.read("A".repeat(10_000))).isEmpty();
        assertThat(new FormTokens(KeyRing.ephemeral(), new SecureRandom()).read(value))
                .isEmpty();
    }

    @Test
    void aSourceIsGoodWithTheTokenThatItWasSignedForAndNoOther() {
        String token = tokens.issue(Optional.of("demo"), NOW).value();
        String signed = tokens.refer(token, "spine-article").orElseThrow();
        List<String> others = Stream.of(
                        tokens.issue(Optional.of("demo"), NOW).value(),
                        tokens.issue(Optional.of("other"), NOW).value(),
                        tokens.issue(Optional.empty(), NOW).value())
                .toList();
        assertThat(others).noneMatch(other -> tokens.source(other, signed).isPresent());

        int accepted = 0;
        int tried = 0;
        for (int at = 0; at < signed.length(); at++) {
            for (char letter : (LETTERS + ". =+").toCharArray()) {
                if (letter != signed.charAt(at)) {
                    accepted += isSigned(token, signed.substring(0, at) + letter + signed.substring(at + 1));
                    tried++;
                }
            }
            accepted += isSigned(token, signed.substring(0, at)) + isSigned(token, signed.substring(at + 1));
            accepted += isSigned(token, signed.substring(0, at) + signed.substring(at + 1));
            tried += 3;
        }
        for (String made : List.of(signed + "=", signed + " ", " " + signed, signed + ".", "spine-article", ".", "")) {
            accepted += isSigned(token, made);
            tried++;
        }
        System.out.println("changed sources accepted: " + accepted + " of " + tried + "; control, unchanged: "
                + isSigned(token, signed) + " of 1");
        assertThat(tokens.source(token, signed)).contains("spine-article");
        assertThat(accepted).isZero();
        assertThat(tokens.refer("none of ours", "spine-article")).isEmpty();
    }

    private int isSigned(String token, String ref) {
        return tokens.source(token, ref).isPresent() ? 1 : 0;
    }

    @FuzzTest
    void nothingButAnIssuedTokenIsOurs(FuzzedDataProvider data) {
        byte[] bytes = data.consumeRemainingAsBytes();

        assertThat(isOurs(new String(bytes, StandardCharsets.ISO_8859_1))).isZero();
        assertThat(isOurs(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
                .isZero();
    }

    private int isOurs(String value) {
        return tokens.read(value).isPresent() ? 1 : 0;
    }
}
