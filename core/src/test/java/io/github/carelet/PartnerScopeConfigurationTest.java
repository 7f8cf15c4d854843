package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.CatalogScope;
import io.github.carelet.source.FileSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerScopeConfigurationTest {

    @Test
    void whatIsNotInTheCatalogueIsNamedAtOnce(@TempDir Path folder) {
        Path file = Clinics.written(folder, "Maple");
        CatalogScope scope = new CatalogScope(List.of("main", "nowhere"), List.of("none"), List.of("xx"));

        assertThatThrownBy(() -> Carelet.builder(FileSource.of(file, CatalogReader.strict()))
                        .contentOnly()
                        .partner(new Partner("demo", List.of()).limitedTo(scope))
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                        "partner 'demo': location 'nowhere' is not in the catalogue",
                        "treatment 'none'",
                        "language 'xx'")
                .hasMessageNotContaining("'main'");
    }

    @Test
    void aFileSaysItToo(@TempDir Path folder) throws IOException {
        Clinics.written(folder, "Maple");
        String partner = """
                {"catalog": "clinic.json", "contentOnly": true,
                 "partners": {"demo": {"origins": ["https://demo.example"], "locations": %s, "languages": ["en"]}}}""";
        Path file = folder.resolve("carelet.json");

        Files.writeString(file, partner.replace("%s", "[\"main\"]"));
        try (Carelet carelet = Carelet.configured(file).build()) {
            assertThat(carelet.partner("demo").orElseThrow().scope())
                    .isEqualTo(new CatalogScope(List.of("main"), List.of(), List.of("en")));
            assertThat(carelet.catalog(carelet.partner("demo")).locations()).hasSize(1);
        }
        Files.writeString(file, partner.replace("%s", "[]"));
        assertThatThrownBy(() -> Carelet.configured(file)).hasMessageContaining("/partners/demo/locations");
    }
}
