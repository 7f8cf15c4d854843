package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.Carelet;
import io.github.carelet.catalog.Address;
import io.github.carelet.catalog.Article;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.Item;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.Treatment;
import io.github.carelet.importing.ImportResult;
import io.github.carelet.importing.ImportSource;
import io.github.carelet.importing.Importer;
import io.github.carelet.servlet.Fragments;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Carelet renders is read back as what it was rendered from, in either language. Equal means: everything that a full
 * fragment shows of a treatment, an article or a location. What it does not show (the kind and the sensitivity of a treatment,
 * which section requires which, the record of a review, codes, coordinates, days that differ) can't come back.
 */
class ImportedSampleClinicTest {

    private final Catalog sample = SampleClinic.source().read().catalog().orElseThrow();
    private final Carelet carelet =
            Carelet.builder(SampleClinic.source()).contentOnly().build();

    @AfterEach
    void close() {
        carelet.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void treatmentsComeBackEqual(String language) {
        List<String> before =
                sample.treatments().stream().map(each -> shown(each, language)).toList();
        Catalog imported = imported(language);

        assertThat(before).isNotEmpty();
        assertThat(imported.treatments().stream()
                        .map(each -> shown(each, language))
                        .toList())
                .containsExactlyElementsOf(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void articlesComeBackEqual(String language) {
        assertThat(imported(language).articles().stream()
                        .map(each -> shown(each, language))
                        .toList())
                .containsExactlyElementsOf(sample.articles().stream()
                        .map(each -> shown(each, language))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void locationsComeBackEqual(String language) {
        assertThat(imported(language).locations().stream()
                        .map(each -> shown(each, language))
                        .toList())
                .containsExactlyElementsOf(sample.locations().stream()
                        .map(each -> shown(each, language))
                        .toList());
    }

    private Catalog imported(String language) {
        Fragments fragments = Fragments.of(carelet, "/carelet");
        List<ImportSource> pages = Stream.of("locations", "conditions", "treatments", "articles")
                .map(kind -> ImportSource.of(
                        kind + ".html",
                        fragments
                                .html(kind, Map.of("view", "full", "lang", language))
                                .getBytes(StandardCharsets.UTF_8)))
                .toList();
        ImportResult result = Importer.standard().run(pages);
        return CatalogReader.strict()
                .read(List.of(new CatalogFile("clinic.json", result.draft())))
                .catalog()
                .orElseThrow();
    }

    private static String shown(Treatment treatment, String language) {
        return item(treatment, language)
                + treatment.alsoCalled().stream()
                        .map(each -> each.in(language).value())
                        .toList()
                + new HashSet<>(treatment.treats())
                + new HashSet<>(treatment.combinesWith())
                + new HashSet<>(treatment.availableAt())
                + treatment.referralRequired()
                + treatment.whatToBring().map(each -> each.in(language).value());
    }

    private static String shown(Article article, String language) {
        return item(article, language) + new HashSet<>(article.about());
    }

    private static String item(Item item, String language) {
        StringBuilder text = new StringBuilder(item.id())
                .append(item.name().in(language).value())
                .append(item.summary().in(language).value());
        item.sections()
                .forEach(each -> text.append('\n')
                        .append(each.id())
                        .append(each.aspect())
                        .append(each.heading().in(language).value())
                        .append(each.body().in(language).value().html()));
        return text.append('\n').toString();
    }

    private static String shown(Location location, String language) {
        Localized<String> name = location.name();
        Address address = location.address();
        return location.id()
                + name.in(language).value()
                + location.phone()
                + location.fax()
                + address
                + Arrays.stream(DayOfWeek.values())
                        .map(day -> location.hours().orElseThrow().weekly().getOrDefault(day, List.of()))
                        .toList();
    }
}
