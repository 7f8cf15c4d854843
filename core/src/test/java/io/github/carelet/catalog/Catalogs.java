package io.github.carelet.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Catalogues for tests, and a reader for which it is always 23 November 2026. */
final class Catalogs {

    static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");

    private static final String HEAD = """
            {"carelet": 1,
             "clinic": {"id": "example", "name": "Example", "phone": "+16265550100",
                        "timeZone": "America/Los_Angeles", "languages": ["en"]},
            """;

    private Catalogs() {}

    static CatalogReader reader() {
        return CatalogReader.strict().clock(InstantSource.fixed(NOW));
    }

    static CatalogReading read(String json) {
        return reader().read(List.of(file("clinic.json", json)));
    }

    /** Reads what stands from line 4 on, after a clinic that is right. */
    static CatalogReading readRest(String rest) {
        return read(HEAD + rest + "}");
    }

    static CatalogFile file(String name, String json) {
        return new CatalogFile(name, json.getBytes(UTF_8));
    }

    /** The catalogue that uses everything. */
    static String full() {
        try (InputStream in = Objects.requireNonNull(Catalogs.class.getResourceAsStream("full.json"))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> errors(CatalogReading reading) {
        return reading.errors().stream().map(CatalogProblem::toString).toList();
    }

    static List<String> all(CatalogReading reading) {
        return reading.problems().stream().map(CatalogProblem::toString).toList();
    }
}
