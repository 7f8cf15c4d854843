package io.github.carelet.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerTokensTest {

    private static final String ONE = "{\"id\": \"k1\", \"secret\": \"" + "A".repeat(43) + "=\"}";
    private static final String TWO = "{\"id\": \"k2\", \"secret\": \"B" + "A".repeat(42) + "=\"}";

    @Test
    void aTokenIsLongTheSameOnEachNodeAndAnotherForEachPartner(@TempDir Path folder) throws IOException {
        PartnerTokens here = tokens(folder, ONE, "k1");
        PartnerTokens there = tokens(folder, ONE, "k1");

        assertThat(here.of("demo")).matches("[A-Za-z0-9_-]{22}").isEqualTo(there.of("demo"));
        assertThat(here.of("demo")).isNotEqualTo(here.of("demo2"));
        assertThat(here.isOf(here.of("demo"), "demo")).isTrue();
        assertThat(here.isOf(here.of("demo"), "demo2")).isFalse();
        assertThat(here.isOf(here.of("demo") + "A", "demo")).isFalse();
        assertThat(here.isOf("", "demo")).isFalse();
    }

    @Test
    void aTokenIsGoodAsLongAsItsSecretIsInTheRing(@TempDir Path folder) throws IOException {
        String old = tokens(folder, ONE, "k1").of("demo");

        PartnerTokens rotated = tokens(folder, ONE + ", " + TWO, "k2");
        assertThat(rotated.of("demo")).isNotEqualTo(old);
        assertThat(rotated.isOf(old, "demo")).isTrue();
        assertThat(tokens(folder, TWO, "k2").isOf(old, "demo")).isFalse();
    }

    private static PartnerTokens tokens(Path folder, String keys, String current) throws IOException {
        Path file = folder.resolve("keys.json");
        Files.writeString(file, "{\"keys\": [" + keys + "], \"current\": \"" + current + "\"}");
        return new PartnerTokens(KeyRing.load(file));
    }
}
