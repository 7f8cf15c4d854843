package io.github.carelet.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldCipherTest {

    private static final byte[] PLAIN = "Ada Beispiel, +16265550100".getBytes(UTF_8);

    private final KeyRing keys = KeyRing.ephemeral();
    private final FieldCipher cipher = new FieldCipher(keys);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 1000, 100_000})
    void whatIsSealedOpensAgain(int length) {
        byte[] plain = new byte[length];
        Arrays.fill(plain, (byte) 0x5a);

        byte[] sealed = cipher.seal(Purpose.MEDICAL, "b1", "visit", plain);

        assertThat(cipher.open(Purpose.MEDICAL, "b1", "visit", sealed)).isEqualTo(plain);
    }

    @Test
    void theHeaderNamesFormatAndKeyAndTheRestIsAsLongAsNonceValueAndTag() {
        byte[] sealed = cipher.seal(Purpose.IDENTITY, "b1", "patient", PLAIN);

        assertThat(Arrays.copyOf(sealed, 11)).isEqualTo("\u0001\u0009ephemeral".getBytes(UTF_8));
        assertThat(sealed).hasSize(11 + 12 + PLAIN.length + 16);
        assertThat(new String(sealed, UTF_8)).doesNotContain("Ada").doesNotContain("6265550100");
    }

    @Test
    void theSameValueIsNeverSealedTheSameWayTwice() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            seen.add(Arrays.toString(cipher.seal(Purpose.IDENTITY, "b1", "patient", PLAIN)));
        }

        assertThat(seen).hasSize(1000);
    }

    @Test
    void everyFlippedBitIsRefused() {
        byte[] sealed = cipher.seal(Purpose.IDENTITY, "b1", "patient", PLAIN);
        int opened = 0;
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            opened += opens(changed) ? 1 : 0;
        }

        System.out.println("sealed values opened after a flipped bit: " + opened + " of " + sealed.length * 8
                + "; control, unchanged: " + opens(sealed));
        assertThat(opens(sealed)).isTrue();
        assertThat(opened).isZero();
    }

    @Test
    void everyShorterOrLongerValueIsRefused() {
        byte[] sealed = cipher.seal(Purpose.IDENTITY, "b1", "patient", PLAIN);
        for (int length = 0; length < sealed.length; length++) {
            assertThat(opens(Arrays.copyOf(sealed, length))).isFalse();
        }
        assertThat(opens(Arrays.copyOf(sealed, sealed.length + 1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTITY, b2, patient",
        "IDENTITY, b1, visit",
        "MEDICAL, b1, patient",
        // The same characters, cut at another place.
        "IDENTITY, b1p, atient",
        "IDENTITY, b, 1patient"
    })
    void aValueCannotBeMovedToAnotherPlace(Purpose purpose, String recordId, String field) {
        byte[] sealed = cipher.seal(Purpose.IDENTITY, "b1", "patient", PLAIN);

        assertThatThrownBy(() -> cipher.open(purpose, recordId, field, sealed))
                .isInstanceOf(BrokenSealException.class)
                .hasMessage("the sealed field '" + field + "' of record '" + recordId
                        + "' can't be opened: it was changed, or sealed for another place");
    }

    @Test
    void aValueSealedWithAKeyThatIsGoneSaysSo() {
        byte[] sealed = "\u0001\u0003old0123456789abcdefghijklmnopqrstuv".getBytes(UTF_8);

        assertThatThrownBy(() -> cipher.open(Purpose.IDENTITY, "b1", "patient", sealed))
                .isInstanceOf(BrokenSealException.class)
                .hasMessage(
                        "the sealed field 'patient' of record 'b1' can't be opened: its key is not among [ephemeral]");
    }

    @Test
    void aRefusalTellsNothingOfTheValue() {
        byte[] sealed = cipher.seal(Purpose.IDENTITY, "b1", "patient", PLAIN);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> cipher.open(Purpose.IDENTITY, "b1", "patient", sealed))
                .satisfies(e -> assertThat(e.toString() + e.getCause())
                        .doesNotContain("Ada")
                        .doesNotContain("6265550100"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', its format is unknown",
        "1, its format is unknown",
        "1 0, it is cut off",
        "2 0, its format is unknown"
    })
    void whatIsTooShortToBeSealedSaysWhatItLacks(String bytes, String problem) {
        byte[] sealed = new byte[bytes.isEmpty() ? 0 : bytes.split(" ").length];
        for (int i = 0; i < sealed.length; i++) {
            sealed[i] = Byte.parseByte(bytes.split(" ")[i]);
        }

        assertThatThrownBy(() -> cipher.open(Purpose.IDENTITY, "b1", "patient", sealed))
                .isInstanceOf(BrokenSealException.class)
                .hasMessageEndingWith("can't be opened: " + problem);
    }

    @Test
    void aValueUnderAnotherKeysNameIsRefusedEvenIfTheSecretIsTheSame(@TempDir Path folder) throws IOException {
        FieldCipher two = new FieldCipher(ring(folder, "k1", "k1", 'A', "k2", 'A'));
        byte[] sealed = two.seal(Purpose.IDENTITY, "b1", "patient", PLAIN);
        byte[] renamed = sealed.clone();
        renamed[3] = '2';

        assertThat(two.open(Purpose.IDENTITY, "b1", "patient", sealed)).isEqualTo(PLAIN);
        assertThatThrownBy(() -> two.open(Purpose.IDENTITY, "b1", "patient", renamed))
                .isInstanceOf(BrokenSealException.class)
                .hasMessageEndingWith("it was changed, or sealed for another place");
    }

    @Test
    void whatAnOlderKeySealedIsSealedAnewAndTheRestIsLeftAsItIs(@TempDir Path folder) throws IOException {
        FieldCipher before = new FieldCipher(ring(folder, "k1", "k1", 'A', "k2", 'B'));
        FieldCipher after = new FieldCipher(ring(folder, "k2", "k1", 'A', "k2", 'B'));
        byte[] old = before.seal(Purpose.MEDICAL, "b1", "visit", PLAIN);

        byte[] renewed = after.renew(Purpose.MEDICAL, "b1", "visit", old);

        assertThat(before.renew(Purpose.MEDICAL, "b1", "visit", old)).isSameAs(old);
        assertThat(Arrays.copyOf(renewed, 4)).isEqualTo("\u0001\u0002k2".getBytes(UTF_8));
        assertThat(after.open(Purpose.MEDICAL, "b1", "visit", renewed)).isEqualTo(PLAIN);
        assertThat(after.renew(Purpose.MEDICAL, "b1", "visit", renewed)).isSameAs(renewed);
        assertThatThrownBy(() -> after.renew(Purpose.MEDICAL, "b2", "visit", old))
                .isInstanceOf(BrokenSealException.class);
    }

    private static KeyRing ring(Path folder, String current, String one, char first, String two, char second)
            throws IOException {
        String key = "{\"id\": \"%s\", \"secret\": \"%s\"}";
        String keys = String.format(Locale.ROOT, key + ", " + key, one, secret(first), two, secret(second));
        return KeyRing.load(Files.writeString(
                folder.resolve("keys.json"), "{\"keys\": [" + keys + "], \"current\": \"" + current + "\"}"));
    }

    private static String secret(char first) {
        return first + "A".repeat(42) + "=";
    }

    private boolean opens(byte[] sealed) {
        try {
            cipher.open(Purpose.IDENTITY, "b1", "patient", sealed);
            return true;
        } catch (BrokenSealException e) {
            return false;
        }
    }
}
