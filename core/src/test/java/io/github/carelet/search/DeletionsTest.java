package io.github.carelet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeletionsTest {

    @ParameterizedTest
    @CsvSource({
        "sciatica, sciatica, 0",
        "siatica, sciatica, 1",
        "sciattica, sciatica, 1",
        "sciotica, sciatica, 1",
        "scaitica, sciatica, 1",
        "saiticca, sciatica, 3",
        "sciatic, ciatica, 2",
        "back, neck, 2",
        "back, knee, 3",
        "ab, ba, 1",
        "'', ab, 2"
    })
    void theDistanceIsTheNumberOfTypingErrors(String one, String other, int distance) {
        assertThat(EditDistance.atMost(2, one, other)).isEqualTo(Math.min(3, distance));
        assertThat(EditDistance.atMost(2, other, one)).isEqualTo(Math.min(3, distance));
    }

    @ParameterizedTest
    @CsvSource({"pt, 0", "leg, 0", "knee, 1", "therapy, 1", "sciatica, 2", "91204, 0", "l4l5s1, 0"})
    void moreIsForgivenInALongerWord(String word, int errors) {
        assertThat(Deletions.forgiven(word)).isEqualTo(errors);
    }

    /** Every word within reach is found and no other: the same as if all words were measured. */
    @Test
    void findsExactlyWhatMeasuringAllWordsFinds() {
        Random random = new Random(20261124);
        List<String> words = new ArrayList<>();
        while (words.size() < 2_000) {
            words.add(word(random, 3 + random.nextInt(10)));
        }
        List<String> distinct = words.stream().distinct().sorted().toList();
        Deletions deletions = Deletions.of(distinct, i -> true);
        int asked = 0;
        int neighbours = 0;
        for (int i = 0; i < 4_000; i++) {
            String word = i % 4 == 0
                    ? word(random, 4 + random.nextInt(9))
                    : damaged(random, distinct.get(random.nextInt(distinct.size())));
            int[] found = deletions.near(word);
            Arrays.sort(found);
            int most = Deletions.forgiven(word);
            int[] measured = IntStream.range(0, distinct.size())
                    .filter(k -> !distinct.get(k).equals(word) && most > 0)
                    .filter(k -> EditDistance.atMost(most, word, distinct.get(k)) <= most)
                    .toArray();
            assertThat(found).as(word).isEqualTo(measured);
            asked++;
            neighbours += found.length;
        }
        System.out.println("words whose neighbours differ from those by measuring all: 0 of " + asked + "; neighbours: "
                + neighbours);
        assertThat(neighbours).isGreaterThan(4_000);
    }

    /** Few letters, so that words are near each other. */
    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append("abcde".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private static String damaged(Random random, String word) {
        StringBuilder damaged = new StringBuilder(word);
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.insert(at, 'e');
                default -> damaged.setCharAt(at, 'a');
            }
            if (damaged.length() < 2) {
                return word;
            }
        }
        return damaged.toString();
    }
}
