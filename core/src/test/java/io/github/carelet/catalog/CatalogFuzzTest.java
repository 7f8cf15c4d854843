package io.github.carelet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in, the parsers of the catalogue answer with a value or a problem. */
class CatalogFuzzTest {

    @FuzzTest
    void theReaderAnswersAnyBytes(FuzzedDataProvider data) {
        readsOrTells(data.consumeRemainingAsBytes());
    }

    @FuzzTest
    void theCleanerMakesAnythingSafeAndStable(FuzzedDataProvider data) {
        cleansStably(data.consumeRemainingAsString());
    }

    @FuzzTest
    void anIntervalIsReadAsItIsWrittenOrRefused(FuzzedDataProvider data) {
        readsBackOrRefuses(data.consumeRemainingAsString());
    }

    /** The same checks on what a broken editor makes of a good catalogue: the seed is fixed, so a failure comes again. */
    @Test
    void theReaderAnswersEveryDamagedCatalogue() {
        byte[] good = Catalogs.file("x", Catalogs.full()).content();
        Random random = new Random(20261123);
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] damaged = good.clone();
            for (int k = 0; k <= i % 3; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) "{}[]\",:0xé\\ \n".charAt(random.nextInt(13));
            }
            refused += readsOrTells(damaged) ? 0 : 1;
        }
        System.out.println("damaged catalogues refused: " + refused + " of 1000");
        assertThat(refused).isBetween(500, 1_000);
    }

    @Test
    void theCleanerStandsPiecesOfAttacksInAnyOrder() {
        Random random = new Random(20261123);
        for (int i = 0; i < 1_000; i++) {
            StringBuilder html = new StringBuilder();
            for (int k = 0; k < 4; k++) {
                String attack = XssCases.ALL.get(random.nextInt(XssCases.ALL.size()));
                int from = random.nextInt(attack.length());
                html.append(attack, from, from + random.nextInt(attack.length() - from) + 1)
                        .append(List.of("<p>", "<table>", "</p>", "<a href=/x>", "<li>", "<h2>")
                                .get(random.nextInt(6)));
            }
            cleansStably(html.toString());
        }
    }

    private static boolean readsOrTells(byte[] bytes) {
        CatalogReading reading = Catalogs.reader().read(List.of(new CatalogFile("fuzz.json", bytes)));
        assertThat(reading.catalog().isPresent()).isEqualTo(reading.errors().isEmpty());
        assertThat(reading.version()).hasSize(16);
        return reading.catalog().isPresent();
    }

    private static void cleansStably(String html) {
        RichText text = RichTextCleaner.clean(html);
        assertThat(XssCases.isDangerous(text.html())).as(html).isFalse();
        assertThat(RichTextCleaner.clean(text.html()).html()).as(html).isEqualTo(text.html());
    }

    private static void readsBackOrRefuses(String text) {
        try {
            OpenInterval interval = OpenInterval.parse(text);
            assertThat(OpenInterval.parse(interval.toString())).isEqualTo(interval);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining(text);
        }
    }
}
