package io.github.carelet.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a visitor names as a language, the answer is one that is offered, or none. */
class LanguageTagFuzzTest {

    private static final List<String> OFFERED = List.of("en", "es-MX", "zh-Hans");

    @FuzzTest
    void anyTagIsLookedUp(FuzzedDataProvider data) {
        looksUp(data.consumeRemainingAsString());
    }

    /** The same check on random pieces of tags: the seed is fixed, so a failure comes again. */
    @Test
    void everyMixOfSubtagsIsLookedUp() {
        String[] pieces = {
            "en", "ES", "zh", "-", "--", "hans", "MX", "x", "u", "1", "é", "und", "", "İ", "_", "abcdefghi"
        };
        Random random = new Random(20261124);
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder tag = new StringBuilder();
            for (int k = random.nextInt(6); k >= 0; k--) {
                tag.append(pieces[random.nextInt(pieces.length)]);
            }
            found += looksUp(tag.toString()) ? 1 : 0;
        }
        System.out.println("language tags that find an offer: " + found + " of 20000");
        assertThat(found).isBetween(1, 19_999);
    }

    private static boolean looksUp(String tag) {
        boolean found = LanguageTag.lookup(tag, OFFERED)
                .map(each -> {
                    assertThat(OFFERED).contains(each);
                    assertThat(tag).startsWithIgnoringCase(each);
                    return true;
                })
                .orElse(false);
        return LanguageTag.isWellFormed(tag) && found;
    }
}
