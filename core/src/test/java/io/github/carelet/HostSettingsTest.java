package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.privacy.KeyRing;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostSettingsTest {

    @TempDir
    Path folder;

    @Test
    void namesComeInAnySpellingButIdsStayAsTheyAre() {
        Map<String, Object> settings = Map.of(
                "public-url",
                "https://a.example",
                "PUBLIC_URL2",
                7,
                "partners",
                Map.of("json-ld", Map.of("0", "https://b.example", "1", "https://c.example")),
                "webhooks",
                Map.of("1", Map.of("URL", "second"), "0", Map.of("url", "first")),
                "open-studio",
                true);

        assertThat(HostSettings.json(settings, Set.of("publicUrl", "jsonLd", "url", "openStudio")))
                .isEqualTo(HostSettings.json(
                        Map.of(
                                "publicUrl",
                                "https://a.example",
                                "PUBLIC_URL2",
                                "7",
                                "partners",
                                Map.of("json-ld", List.of("https://b.example", "https://c.example")),
                                "webhooks",
                                List.of(Map.of("url", "first"), Map.of("url", "second")),
                                "openStudio",
                                true),
                        Set.of()))
                .hasToString(HostSettings.json(settings, Set.of("publicUrl", "jsonLd", "url", "openStudio"))
                        .toString());
    }

    @Test
    void textsAreTakenForNumbersTruthsAndLists() {
        Clinics.written(folder, "Maple");
        KeyRing.loadOrCreate(folder.resolve("keys.json"));
        Map<String, Object> settings = Map.of(
                "catalog", "clinic.json",
                "storage", "data",
                "keys", "keys.json",
                "open-studio", "True",
                "trusted-proxies", "10.0.0.0/8 , 192.168.0.0/16,",
                "smtp", Map.of("host", "smtp.example.org", "port", "2525", "security", "starttls"),
                "partners", Map.of("foothill", "https://foothill.example"));

        try (Carelet carelet =
                Carelet.configured(settings, "clinic", folder, classes()).build()) {
            assertThat(carelet.openStudio()).isTrue();
            assertThat(carelet.trustedProxies()).hasSize(2);
            assertThat(carelet.tellsOfBookings()).isTrue();
            assertThat(carelet.partner("foothill").orElseThrow().origins()).containsExactly("https://foothill.example");
        }
    }

    @Test
    void theFirstSpellingHolds() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("trusted-proxies", "10.0.0.0/8");
        settings.put("trustedProxies", Map.of("0", "192.168.0.0/16"));
        assertThat(HostSettings.json(settings, Set.of("trustedProxies")))
                .hasToString("{\"trustedProxies\":\"10.0.0.0/8\"}");
    }

    @Test
    void whereTheServletIsMountedIsOnlyForTheHost() {
        assertThat(Carelet.isSetting("PATH")).isTrue();
        assertThatThrownBy(() -> Carelet.configured(Map.of("path", "/x", "pat", "y"), "clinic", folder, classes()))
                .hasMessageContaining("clinic.pat: is unknown: expected one of [")
                .hasMessageContaining(", path, ")
                .hasMessageNotContaining("clinic.path: is unknown");
        Path file = Clinics.write(folder.resolve("carelet.json"), "{\"path\": \"/x\"}");
        assertThatThrownBy(() -> Carelet.configured(file)).hasMessageContaining("/path: is unknown");
    }

    @Test
    void problemsAreNamedAsTheHostNamesItsSettings() {
        Map<String, Object> settings = Map.of(
                "catalog", "classpath:none.json",
                "open-studio", "yes",
                "smtp", Map.of("host", "smtp.example.org", "port", "1e3"),
                "trusted-proxies", Map.of("a", "b"),
                "webhooks", Map.of("0", Map.of("name", "desk", "secret", "s3cret")));

        assertThatThrownBy(() -> Carelet.configured(settings, "clinic", folder, classes()))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .containsExactlyInAnyOrder(
                                        "clinic.catalog: 'classpath:none.json' is not there: expected a resource like"
                                                + " src/main/resources/clinic.json",
                                        "clinic.openStudio: expected true or false",
                                        "clinic.smtp.port: is no number",
                                        "clinic.trustedProxies: expected a list like [\"10.0.0.0/8\"]",
                                        "clinic.webhooks.0.url: is missing"));
    }

    @Test
    void aFileIsInNoApplication() {
        Path file = Clinics.write(folder.resolve("carelet.json"), """
                {"catalog": "classpath:clinic.json", "openStudio": "true"}""");

        assertThatThrownBy(() -> Carelet.configured(file))
                .hasMessageContaining("/catalog: 'classpath:clinic.json' is in an application: expected a file")
                .hasMessageContaining("/openStudio: expected true or false");
    }

    private static ClassLoader classes() {
        return HostSettingsTest.class.getClassLoader();
    }
}
