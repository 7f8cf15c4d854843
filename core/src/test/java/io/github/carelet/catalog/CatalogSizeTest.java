package io.github.carelet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A catalogue of 10,000 items in 4 languages. */
class CatalogSizeTest {

    private static final List<String> LANGUAGES = List.of("en", "es", "zh-Hans", "ar");

    @Test
    void tenTimesTheItemsTakeNoMoreThanAFewTimesTheTimePerItem() {
        CatalogFile small = catalog(1_000);
        CatalogFile large = catalog(10_000);
        long warmUp = nanos(small) + nanos(small);
        long smallNanos = Math.min(nanos(small), nanos(small));
        long largeNanos = nanos(large);
        double perItem = (double) largeNanos / 10 / smallNanos;
        System.out.printf(
                java.util.Locale.ROOT,
                "10,000 items in 4 languages, %.1f MB: %d ms of CPU; per item %.2f times that of 1,000 (warm-up %d ms)%n",
                large.content().length / 1e6,
                largeNanos / 1_000_000,
                perItem,
                warmUp / 1_000_000);
        assertThat(perItem).as("quadratic work would make it 10").isLessThan(4);
    }

    @Test
    void whatHasAnIdIsFoundByIt() {
        Catalog catalog =
                Catalogs.reader().read(List.of(catalog(100))).catalog().orElseThrow();
        assertThat(catalog.treatment("t-99")).map(Treatment::id).contains("t-99");
        assertThat(catalog.treatment("t-100")).isEmpty();
        assertThat(catalog.treatmentsFor("c-7")).extracting(Treatment::id).containsExactly("t-7");
        assertThat(catalog.treatmentsFor("nothing")).isEmpty();
    }

    /** CPU time of this thread: the machine may be busy. */
    private static long nanos(CatalogFile file) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        assertThat(Catalogs.reader().read(List.of(file)).errors()).isEmpty();
        return threads.getCurrentThreadCpuTime() - start;
    }

    static CatalogFile catalog(int items) {
        StringBuilder json = new StringBuilder("""
                {"clinic": {"id": "c", "name": "C", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
                  "languages": ["en", "es", "zh-Hans", "ar"]},
                """);
        json.append("\"treatments\": [");
        for (int i = 0; i < items; i++) {
            json.append(i == 0 ? "" : ",\n")
                    .append("{\"id\": \"t-" + i + "\", \"name\": " + text("Treatment " + i) + ", \"treats\": [\"c-" + i
                            + "\"], \"summary\": " + text("What it is, in a sentence that says it all.")
                            + ", \"sections\": [{\"id\": \"s\", \"heading\": " + text("How it helps") + ", \"body\": "
                            + text("<p>It <strong>helps</strong>.</p><ul><li>a little</li><li>a lot</li></ul>")
                            + "}]}");
        }
        json.append("],\n\"conditions\": [");
        for (int i = 0; i < items; i++) {
            json.append(i == 0 ? "" : ",\n").append("{\"id\": \"c-" + i + "\", \"name\": " + text("C") + "}");
        }
        return Catalogs.file("clinic.json", json + "]}");
    }

    private static String text(String text) {
        return LANGUAGES.stream()
                .map(tag -> "\"" + tag + "\": \"" + text + "\"")
                .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
    }
}
