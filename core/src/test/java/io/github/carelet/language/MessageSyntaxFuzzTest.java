package io.github.carelet.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever stands in a file of messages, it is read, or refused with what was expected. */
class MessageSyntaxFuzzTest {

    private static final int TRIES = 20_000;

    @FuzzTest
    void anyBytesAreReadOrRefused(FuzzedDataProvider data) {
        readsFile(data.consumeBytes(4096));
        String text = data.consumeRemainingAsString();
        readsRule(text);
        readsClock(text);
    }

    /** The same on random mixes of pieces: the seed is fixed, so a failure comes again. */
    @Test
    void everyMixOfPiecesIsReadOrRefused() {
        String[] pieces = {
            "one",
            "few",
            ":",
            ";",
            " n ",
            "%",
            "10",
            "=",
            "!=",
            "1",
            "..",
            "4",
            ",",
            " and ",
            " or ",
            "12:",
            "24:",
            "0 ",
            "AM",
            "\n",
            "\\u00",
            "é",
            "key=",
            "{0}",
            "99999999999",
            "٣"
        };
        Random random = new Random(20261124);
        int rules = 0;
        int clocks = 0;
        int files = 0;
        for (int i = 0; i < TRIES; i++) {
            StringBuilder text = new StringBuilder(new String[] {"", "one: n = 1", "12: 0 AM"}[random.nextInt(3)]);
            for (int k = random.nextInt(8); k > 0; k--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            rules += readsRule(text.toString()) ? 1 : 0;
            clocks += readsClock(text.toString()) ? 1 : 0;
            files += readsFile(text.toString().getBytes(StandardCharsets.UTF_8)) ? 1 : 0;
        }
        System.out.printf("of %d texts read: %d plural rules, %d clocks, %d files%n", TRIES, rules, clocks, files);
        assertThat(rules).isBetween(1, TRIES - 1);
        assertThat(clocks).isBetween(1, TRIES - 1);
        assertThat(files).isBetween(1, TRIES - 1);
    }

    private static boolean readsRule(String text) {
        return reads(text, PluralRule::parse, rule -> assertThat(rule.names()).contains(rule.form(text.length())));
    }

    private static boolean readsClock(String text) {
        return reads(
                text, ClockWords::parse, clock -> assertThat(clock.shown(23)).isBetween(0, 23));
    }

    private static boolean readsFile(byte[] bytes) {
        MessageFile file = MessageFile.of(bytes);
        file.problems().forEach(problem -> assertThat(problem).contains("expected"));
        return file.problems().isEmpty();
    }

    private static <T> boolean reads(String text, Function<String, T> reading, Consumer<T> check) {
        try {
            check.accept(reading.apply(text));
            return true;
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("expected");
            return false;
        }
    }
}
