package io.github.carelet.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogProblem;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.CatalogReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;

/** Runs the importer and looks at what came out. */
final class Drafts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Importer IMPORTER = Importer.standard();

    private Drafts() {}

    static ImportResult html(String html) {
        return run(ImportSource.of("page.html", html.getBytes(StandardCharsets.UTF_8)));
    }

    static ImportResult text(String text) {
        return run(ImportSource.of("page.txt", text.getBytes(StandardCharsets.UTF_8)));
    }

    static ImportResult run(ImportSource... sources) {
        return IMPORTER.run(List.of(sources));
    }

    static JsonNode json(ImportResult result) {
        return json(result.draft());
    }

    static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the draft as a host would, and fails if it is refused, or if markup had to be removed from it. */
    static Catalog catalog(ImportResult result) {
        CatalogReading reading = CatalogReader.strict().read(List.of(new CatalogFile("clinic.json", result.draft())));
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.problems())
                .extracting(CatalogProblem::expected)
                .noneMatch(each -> each.contains("removed from the text"));
        return reading.catalog().orElseThrow();
    }

    /** Checks what holds of every report: pointers lead somewhere, what is dropped has a reason. */
    static void check(ImportResult result) {
        JsonNode draft = json(result);
        for (SourceReport source : result.report().sources()) {
            assertThat(source.coverage()).isBetween(0.0, 100.0);
            for (ReportBlock each : source.blocks()) {
                assertThat(each.to().isPresent()).as(each.text()).isEqualTo(each.status() == ReportBlock.Status.MAPPED);
                each.to()
                        .ifPresent(to ->
                                assertThat(draft.at(to).isMissingNode()).as(to).isFalse());
                if (each.status() == ReportBlock.Status.DROPPED) {
                    assertThat(each.reason()).as(each.text()).isNotEmpty();
                }
            }
        }
    }

    /** Returns all that can be read in the articles of a draft. */
    static String articles(ImportResult result) {
        List<String> texts = new ArrayList<>();
        for (JsonNode article : json(result).path("articles")) {
            texts.add(text(article.path("headline")));
            texts.add(text(article.path("summary")));
            for (JsonNode section : article.path("sections")) {
                texts.add(text(section.path("heading")));
                texts.add(Jsoup.parse(text(section.path("body")).replace("><", "> <"))
                        .text());
            }
        }
        return String.join("\n", texts);
    }

    private static String text(JsonNode node) {
        return node.isObject() ? node.elements().next().asText() : node.asText("");
    }
}
