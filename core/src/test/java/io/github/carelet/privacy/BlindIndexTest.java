package io.github.carelet.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlindIndexTest {

    private static final String ONE = "{\"id\": \"k1\", \"secret\": \"" + "A".repeat(43) + "=\"}";
    private static final String TWO = "{\"id\": \"k2\", \"secret\": \"B" + "A".repeat(42) + "=\"}";

    @TempDir
    private Path folder;

    @Test
    void aTextIsFoundAgainByItsTermAndTheTermDoesNotShowIt() throws IOException {
        BlindIndex index = new BlindIndex(ring("k1"));

        assertThat(index.term("ada")).hasSize(16).isEqualTo(index.term("ada")).isNotEqualTo(index.term("adb"));
        assertThat(new String(index.term("ada"), StandardCharsets.ISO_8859_1)).doesNotContain("ada");
    }

    @Test
    void aTermIsNoSealOfAnythingElse() throws IOException {
        byte[] audit = ring("k1").mac("k1", Purpose.AUDIT, "ada".getBytes(StandardCharsets.UTF_8));

        assertThat(new BlindIndex(ring("k1")).term("ada")).isNotEqualTo(Arrays.copyOf(audit, 16));
    }

    @Test
    void whatWasFiledUnderAnOlderKeyIsLookedForAsWell() throws IOException {
        BlindIndex before = new BlindIndex(ring("k1"));
        BlindIndex after = new BlindIndex(ring("k2"));

        assertThat(before.currentKey()).isEqualTo("k1");
        assertThat(after.currentKey()).isEqualTo("k2");
        assertThat(after.term("ada")).isNotEqualTo(before.term("ada"));
        assertThat(after.everyTerm("ada")).containsExactlyInAnyOrder(before.term("ada"), after.term("ada"));
    }

    private KeyRing ring(String current) throws IOException {
        return KeyRing.load(Files.writeString(
                folder.resolve("keys.json"),
                "{\"keys\": [" + ONE + ", " + TWO + "], \"current\": \"" + current + "\"}"));
    }
}
