package io.github.carelet.examples.benchmarks;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.CatalogReading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A catalogue of 10,000 conditions in 4 languages, of made-up words; the same each time. */
final class LargeClinic {

    static final int ITEMS = 10_000;

    private static final List<String> LANGUAGES = List.of("en", "es", "de", "fr");
    private static final List<String> SYLLABLES = List.of(
            "ka", "ri", "mo", "ten", "lus", "pha", "gri", "no", "ver", "sta", "bel", "cor", "dun", "esk", "fam", "zil");
    private static final int WORDS = 8_000;

    private final Random random = new Random(20261124);
    private final List<String> words =
            IntStream.range(0, WORDS).mapToObj(i -> word(3 + i % 3)).toList();

    /** Returns the catalogue. */
    Catalog catalog() {
        StringBuilder json =
                new StringBuilder("{\"clinic\": {\"id\": \"c\", \"name\": \"C\", \"phone\": \"+16265550100\","
                        + " \"timeZone\": \"America/Los_Angeles\", \"languages\": [\"en\"]}, \"conditions\": [");
        for (int i = 0; i < ITEMS; i++) {
            json.append(i == 0 ? "" : ",\n")
                    .append("{\"id\": \"c-" + i + "\", \"name\": " + text(3) + ", \"summary\": " + text(10)
                            + ", \"sections\": [{\"id\": \"s\", \"body\": " + text(20) + "}]}");
        }
        byte[] file = (json + "]}").getBytes(StandardCharsets.UTF_8);
        CatalogReading reading = CatalogReader.strict().read(List.of(new CatalogFile("clinic.json", file)));
        return reading.catalog().orElseThrow(() -> new IllegalStateException("no catalogue: " + reading.errors()));
    }

    private String text(int length) {
        return LANGUAGES.stream()
                .map(tag -> "\"" + tag + "\": \"" + sentence(length) + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String sentence(int length) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            some.add(words.get(random.nextInt(words.size())));
        }
        return String.join(" ", some);
    }

    private String word(int syllables) {
        return IntStream.range(0, syllables)
                .mapToObj(i -> SYLLABLES.get(random.nextInt(SYLLABLES.size())))
                .collect(Collectors.joining());
    }
}
