package io.github.carelet.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.CatalogReading;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Catalogues to search, and short ways to do so. */
final class Searches {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final String CLINIC = """
            {"clinic": {"id": "c", "name": "C", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
              "languages": ["en", "es", "zh-Hans"]},
            """;

    static final String SMALL = """
            "locations": [
              {"id": "north", "name": "North", "address": {"street": "1 Elm St", "city": "Ardén", "postalCode": "90001"}},
              {"id": "south", "name": "South", "address": {"street": "2 Elm St", "city": "Bosco", "postalCode": "90002"}}],
            "conditions": [
              {"id": "sciatica", "name": {"en": "Sciatica", "es": "Ciática", "zh-Hans": "坐骨神经痛"},
               "alsoCalled": ["Pinched nerve"],
               "patientWords": {"en": ["pain down my leg"], "es": ["se me duerme la pierna"]},
               "summary": {"en": "Pain along a nerve.", "es": "Dolor a lo largo de un nervio."},
               "redFlags": [{"en": "You lose control of your bladder.", "es": "Pierde el control de la vejiga."}]},
              {"id": "back", "name": {"en": "Back pain", "es": "Dolor de espalda"}, "patientWords": {"en": ["my back hurts"]},
               "redFlags": [{"en": "Back pain with a fever."}]},
              {"id": "old", "name": "Zygomorphia", "review": {"reviewedOn": "2026-01-01", "withdrawnOn": "2026-11-24"},
               "redFlags": ["Wheezing with kittens."]},
              {"id": "soon", "name": "Quixotism", "review": {"reviewedOn": "2026-01-01", "withdrawnOn": "2026-11-25"}}],
            "treatments": [
              {"id": "therapy", "name": {"en": "Physical therapy", "es": "Fisioterapia"}, "treats": ["sciatica"],
               "availableAt": ["north"], "sections": [
                 {"id": "s", "heading": "Stretching", "body": "<p>Exercises for the <strong>calf</strong> muscle.</p>"}]},
              {"id": "block", "name": {"en": "Nerve block", "es": "Bloqueo nervioso"}, "treats": ["back"],
               "availableAt": ["south"], "summary": "An injection."}],
            "practitioners": [{"id": "dana", "name": "Dana Reed", "role": "Physician", "locations": ["north"]}],
            "articles": [{"id": "moving", "headline": {"en": "Moving helps", "es": "Moverse ayuda"}, "about": ["therapy"]}]
            """;

    private Searches() {}

    static Catalog catalog(String rest) {
        CatalogReading reading = CatalogReader.strict()
                .read(List.of(new CatalogFile("clinic.json", (CLINIC + rest + "}").getBytes(UTF_8))));
        return reading.catalog().orElseThrow(() -> new AssertionError(reading.errors()));
    }

    static SearchQuery query(String text, String language) {
        return new SearchQuery(text, language, Optional.empty(), 10, TODAY);
    }

    /** What is found, from top to bottom, such as {@code treatments/therapy}. */
    static List<String> found(SearchIndex index, SearchQuery query) {
        return index.search(query).groups().stream()
                .flatMap(group -> group.hits().stream())
                .map(hit -> hit.kind().name().toLowerCase(Locale.ROOT) + "/" + hit.id())
                .toList();
    }
}
