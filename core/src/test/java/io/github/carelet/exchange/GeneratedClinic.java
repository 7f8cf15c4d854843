package io.github.carelet.exchange;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.CatalogReading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Clinics by chance, the same ones for the same seed: every kind, relation, review and set of hours comes up. */
final class GeneratedClinic {

    /** Tuesday, 1 December 2026, noon in Los Angeles. */
    static final Instant NOW = Instant.parse("2026-12-01T20:00:00Z");

    private static final List<String> KINDS =
            List.of("therapy", "procedure", "injection", "device", "medication", "other");
    private static final List<String> HOURS = List.of(
            "[]", "[\"08:00-12:00\", \"13:00-17:00\"]", "[\"20:00-02:00\"]", "[\"00:00-24:00\"]", "[\"09:00-24:00\"]");
    private static final List<String> REVIEWS = List.of(
            "{}",
            "{\"reviewedOn\": \"2026-03-01\", \"dueOn\": \"2027-03-01\", \"reviewedBy\": \"Ana Ruiz\", \"credential\": \"PT\"}",
            "{\"reviewedOn\": \"2026-03-01\", \"dueOn\": \"2026-12-10\", \"reviewedBy\": \"Ana Ruiz\"}",
            "{\"reviewedOn\": \"2024-03-01\", \"dueOn\": \"2025-03-01\", \"reviewedBy\": \"Ana Ruiz\","
                    + " \"sources\": [{\"title\": \"A <guide>\", \"url\": \"https://guide.example.org/\"}]}",
            "{\"reviewedOn\": \"2024-03-01\", \"withdrawnOn\": \"2026-01-01\"}");

    private final Random random;

    private GeneratedClinic(long seed) {
        this.random = new Random(seed);
    }

    static Catalog of(long seed) {
        return read(new GeneratedClinic(seed).json());
    }

    static Catalog read(String json) {
        CatalogReading reading = CatalogReader.strict()
                .clock(InstantSource.fixed(NOW))
                .read(List.of(new CatalogFile("clinic.json", json.getBytes(StandardCharsets.UTF_8))));
        return reading.catalog().orElseThrow(() -> new AssertionError(reading.errors()));
    }

    private String json() {
        return """
                {"clinic": {"id": "maple", "name": "Maple", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
                            "languages": ["en", "es"]},
                 "locations": [%s], "conditions": [%s], "treatments": [%s], "practitioners": [%s], "articles": [%s]}
                """.formatted(
                        many(3, this::location),
                        many(
                                4,
                                i -> item(
                                        "c",
                                        i,
                                        "\"alsoCalled\": [\"Ache\"], \"codes\": [{\"system\": \"ICD-10-CM\", \"code\": \"M54.3"
                                                + i + "\"}]")),
                        many(5, this::treatment),
                        many(
                                2,
                                i -> "{\"id\": \"p-" + i
                                        + "\", \"name\": \"Pat\", \"role\": \"Nurse\", \"languages\": [\"es\"]}"),
                        many(3, i -> article(i)));
    }

    private String location(int i) {
        String week = List.of("mon", "wed", "fri").stream()
                .map(day -> "\"" + day + "\": " + one(HOURS))
                .collect(Collectors.joining(", "));
        return "{\"id\": \"l-" + i
                + "\", \"name\": \"Place\", \"fax\": \"+16265550109\", \"address\": {\"street\": \"1 Elm St\","
                + " \"unit\": \"B\", \"city\": \"Arcadia\", \"region\": \"CA\", \"postalCode\": \"91006\", \"country\": \"US\"},"
                + " \"hours\": {\"weekly\": {" + week + "}, \"exceptions\": [{\"from\": \"2026-12-0"
                + (1 + random.nextInt(8))
                + "\", \"to\": \"2026-12-20\", \"open\": " + one(HOURS.subList(1, HOURS.size())) + "},"
                + " {\"from\": \"2026-12-01\", \"to\": \"2026-12-12\", \"closed\": true}]},"
                + " \"acceptingNewPatients\": " + random.nextBoolean() + ", \"languagesSpoken\": [\"en\"]}";
    }

    private String treatment(int i) {
        return item(
                "t",
                i,
                "\"kind\": \"" + one(KINDS) + "\", \"alsoCalled\": [\"PT\"], \"treats\": [" + some("c", 4)
                        + "], \"combinesWith\": [" + some("t", i) + "]");
    }

    private String article(int i) {
        return "{\"id\": \"a-" + i
                + "\", \"headline\": {\"en\": \"Move </script>\", \"es\": \"Muévase\"}, \"summary\": \"Why.\","
                + " \"about\": [" + some("c", 4) + "], \"published\": \"2025-03-01\", \"review\": " + one(REVIEWS)
                + "}";
    }

    private String item(String prefix, int i, String more) {
        return "{\"id\": \"" + prefix + "-" + i + "\", \"name\": \"Name " + prefix + i
                + "\", \"summary\": \"What it is.\", " + more + ", \"review\": " + one(REVIEWS) + "}";
    }

    private String some(String prefix, int of) {
        return IntStream.range(0, of)
                .filter(i -> random.nextBoolean())
                .mapToObj(i -> "\"" + prefix + "-" + i + "\"")
                .collect(Collectors.joining(", "));
    }

    private static String many(int count, java.util.function.IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(",\n"));
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
