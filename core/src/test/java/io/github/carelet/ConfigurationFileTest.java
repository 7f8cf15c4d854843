package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.carelet.egress.WebServer;
import io.github.carelet.exchange.JsonLdRole;
import io.github.carelet.privacy.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {

    private static final String SECRET = "whsec_" + "QUJD".repeat(8);

    @TempDir
    Path folder;

    @Test
    void aFileSaysAllThatTheBuilderIsToldOtherwise() {
        Clinics.written(folder, "Maple");
        KeyRing.loadOrCreate(folder.resolve("keys.json"));
        Path file = Clinics.write(folder.resolve("carelet.json"), """
                {"catalog": "clinic.json", "watch": "PT10S", "linksFor": "P30D", "storage": "data", "keys": "keys.json",
                 "publicUrl": "https://partner.example/carelet", "partners": {"foothill": ["https://foothill.example"]},
                 "trustedProxies": ["10.0.0.0/8"],
                 "webhooks": [{"name": "desk", "url": "https://desk.example/hook", "secret": "%s"}]}
                """.formatted(SECRET));

        try (Carelet carelet = Carelet.configured(file).build()) {
            assertThat(carelet.bookingDesk()).isPresent();
            assertThat(carelet.trustedProxies()).singleElement().hasToString("10.0.0.0/8");
            assertThat(carelet.publicUrl()).hasToString("Optional[https://partner.example/carelet]");
            assertThat(carelet.partner("foothill").orElseThrow().origins()).containsExactly("https://foothill.example");
            assertThat(folder.resolve("data/carelet.db")).exists();
        }
    }

    @Test
    void aMailServerAndSeveralSecretsAreTakenOrRefusedWithoutTellingThem() {
        Clinics.written(folder, "Maple");
        KeyRing.loadOrCreate(folder.resolve("keys.json"));
        Path file = Clinics.write(folder.resolve("carelet.json"), """
                {"catalog": "clinic.json", "storage": "data", "keys": "keys.json",
                 "smtp": {"host": "smtp.example.org", "user": "clinic", "password": "s3cret"},
                 "webhooks": [{"name": "desk", "url": "https://desk.example/hook", "secret": ["%s", "%s"]}]}
                """.formatted(SECRET, SECRET));
        try (Carelet carelet = Carelet.configured(file).build()) {
            assertThat(carelet.deliveries()).isPresent();
        }
        Path wrong = Clinics.write(folder.resolve("wrong.json"), """
                {"catalog": "clinic.json", "storage": "data", "keys": "keys.json",
                 "smtp": {"host": "smtp.example.org", "port": "x", "security": "ssl", "password": "s3cret", "from": "x"},
                 "webhooks": [{"name": "desk", "url": "https://desk.example/hook", "secret": []}]}
                """);
        assertThatThrownBy(() -> Carelet.configured(wrong))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .hasSize(5)
                                .anyMatch(each ->
                                        each.endsWith("/webhooks/0/secret: expected a text, or a list of texts"))
                                .anyMatch(each -> each.contains("/smtp/from: is unknown"))
                                .anyMatch(each -> each.endsWith("/smtp/port: is no number"))
                                .anyMatch(each -> each.endsWith("/smtp: user and password go together"))
                                .anyMatch(each -> each.endsWith("'ssl' is no security: expected starttls, tls or none"))
                                .noneMatch(each -> each.contains("s3cret")));
    }

    @Test
    void aFhirServerIsTakenOrRefusedWithoutTellingItsTokenOrItsPath() {
        Clinics.written(folder, "Maple");
        KeyRing.loadOrCreate(folder.resolve("keys.json"));
        String file = """
                {"catalog": "clinic.json", "storage": "data", "keys": "keys.json", "fhir": [%s]}""";
        Path right = Clinics.write(folder.resolve("carelet.json"), file.replace("%s", """
                {"name": "ehr", "url": "https://fhir.example.org/r4", "token": "abc.DEF"},
                {"name": "old", "url": "https://old.example.org/r4/"}"""));
        try (Carelet carelet = Carelet.configured(right).build()) {
            assertThat(carelet.deliveries()).isPresent();
        }
        Path wrong = Clinics.write(folder.resolve("wrong.json"), file.replace("%s", """
                {"name": "a", "url": "https://fhir.example.org/s3cret", "token": "s3cret s3cret"},
                {"name": "b", "url": "https://fhir.example.org/r4?key=s3cret", "secret": "s3cret"},
                {"name": "c"}"""));
        assertThatThrownBy(() -> Carelet.configured(wrong))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .hasSize(4)
                                .anyMatch(each -> each.contains("/fhir/0: no bearer token: expected"))
                                .anyMatch(each -> each.contains("/fhir/1: FHIR server 'b' has an address with a query"))
                                .anyMatch(each -> each.contains("/fhir/1/secret: is unknown"))
                                .anyMatch(each -> each.endsWith("/fhir/2/url: is missing"))
                                .noneMatch(each -> each.contains("s3cret")));
        Path refused = Clinics.write(folder.resolve("refused.json"), file.replace("%s", """
                {"name": "a", "url": "http://127.0.0.1:9/s3cret"}, {"name": "a", "url": "https://b.example/"}"""));
        assertThatThrownBy(() -> Carelet.configured(refused).build())
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .containsExactly(
                                        "FHIR server 'a': nothing may be sent to 'http://127.0.0.1:9': the scheme must be"
                                                + " https",
                                        "FHIR server 'a' is there twice"));
    }

    @Test
    void contentOnlyLeadsElsewhere() {
        Clinics.written(folder, "Maple");
        Path file = Clinics.write(folder.resolve("carelet.json"), """
                {"catalog": "clinic.json", "contentOnly": true, "bookingAt": "https://clinic.example/carelet"}""");

        try (Carelet carelet = Carelet.configured(file).build()) {
            assertThat(carelet.bookingDesk()).isEmpty();
            assertThat(carelet.bookingAt()).hasToString("Optional[https://clinic.example/carelet]");
        }
    }

    @Test
    void aCatalogueMayBeAtAnAddressAndTheLastGoodOneIsKeptWhereTheFileSays() {
        try (WebServer server = new WebServer()) {
            server.put("/c", 200, Clinics.named("Maple"), Map.of());
            Path file = Clinics.write(folder.resolve("carelet.json"), """
                    {"catalog": "%s", "lastGood": "kept", "contentOnly": true, "egress": ["127.0.0.1:%d"]}""".formatted(server.at("/c"), server.port()));
            Carelet.configured(file).build().close();
            server.put("/c", 500, "", Map.of());
            try (Carelet carelet = Carelet.configured(file).build()) {
                assertThat(carelet.publication().isNewest()).isFalse();
            }
            assertThat(folder.resolve("kept/catalog.zip")).exists();
        }
    }

    @Test
    void anAddressThatMayNotBeReachedIsAProblemAndItsPathIsNotTold() {
        Path file = Clinics.write(folder.resolve("carelet.json"), """
                {"catalog": "http://127.0.0.1:9/s3cret", "contentOnly": true, "egress": ["localhost"]}""");
        assertThatThrownBy(() -> Carelet.configured(file))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .hasSize(2)
                                .anyMatch(each -> each.endsWith(
                                        "/egress: 'localhost' is no host with a port, like cms.internal:8080"))
                                .anyMatch(
                                        each -> each.endsWith(
                                                "/catalog: nothing may be sent to 'http://127.0.0.1:9': the scheme must be https")));
    }

    @Test
    void allProblemsAreReportedAtOnceAndNoSecretWithThem() {
        Path file = Clinics.write(folder.resolve("carelet.json"), """
                {"catalogue": "clinic.json", "watch": "often", "keys": 7, "partners": {"Foot": ["nowhere"]},
                 "webhooks": [{"name": "desk", "secret": "%s", "sercet": "x"}, {"name": "b", "url": "https://b.example/", "secret": "hush-hush"}]}
                """.formatted(SECRET));

        assertThatThrownBy(() -> Carelet.configured(file))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .hasSize(8)
                                .allMatch(each -> each.startsWith(file + " "))
                                .anyMatch(each -> each.contains("/catalogue: is unknown"))
                                .anyMatch(each -> each.contains("/catalog: is missing"))
                                .anyMatch(each -> each.contains("/keys: is no text"))
                                .anyMatch(each -> each.contains("/watch: "))
                                .anyMatch(each -> each.contains("/partners/Foot: 'Foot' is no id"))
                                .anyMatch(each -> each.contains("/webhooks/0/url: is missing"))
                                .anyMatch(each -> each.contains("/webhooks/0/sercet: is unknown"))
                                .anyMatch(each -> each.contains("/webhooks/1: "))
                                .noneMatch(each -> each.contains(SECRET) || each.contains("hush-hush")));
    }

    @Test
    void calendarsOfNobodyAreReportedWithAllOtherProblemsAndTheirAddressesAreNotTold() {
        Clinics.written(folder, "Maple");
        Path file = Clinics.write(folder.resolve("carelet.json"), """
                {"catalog": "clinic.json", "storage": "data", "calendarsEvery": "PT0S",
                 "calendars": {"nobody": "https://calendar.example/s3cret.ics", "no-one": "ftp/s3cret.ics",
                               "inside": "http://127.0.0.1/s3cret.ics"}}
                """);

        assertThatThrownBy(() -> Carelet.configured(file).build())
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .hasSize(6)
                                .anyMatch(each -> each.startsWith("storage(…) needs keys(…)"))
                                .anyMatch(each -> each.startsWith("calendarsEvery PT0S is too often"))
                                .anyMatch(each -> each.startsWith("calendar of 'nobody': the catalogue has no such"))
                                .anyMatch(each -> each.startsWith("calendar of 'no-one': the catalogue has no such"))
                                .anyMatch(each -> each.startsWith("calendar of 'inside': the catalogue has no such"))
                                .anyMatch(each -> each.startsWith("calendar of 'inside': nothing may be sent to"))
                                .noneMatch(each -> each.contains("s3cret")));
    }

    @Test
    void whatHasTheWrongShapeIsNotPassedOver() {
        Path file = Clinics.write(folder.resolve("carelet.json"), """
                {"catalog": "clinic.json", "contentOnly": "yes", "partners": {"foothill": "https://foothill.example"},
                 "webhooks": "https://desk.example/s3cret", "publicUrl": "https://x.example/a b",
                 "calendars": {"jo": 7}}
                """);

        assertThatThrownBy(() -> Carelet.configured(file))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .containsExactlyInAnyOrder(
                                        file + " /contentOnly: expected true or false",
                                        file + " /partners/foothill: is no list of origins",
                                        file + " /calendars/jo: expected a file or an address",
                                        file + " /webhooks: expected a list of objects",
                                        file + " /publicUrl: is no URL: Illegal character in path"));
    }

    @Test
    void aPartnerSaysToSearchEnginesWhatTheFileSays() {
        Clinics.written(folder, "Maple");
        Path file = Clinics.write(folder.resolve("carelet.json"), """
                {"catalog": "clinic.json", "contentOnly": true, "partners": {
                  "news": {"origins": ["https://news.example"], "jsonLd": "reference"}, "club": ["https://club.example"]}}""");

        try (Carelet carelet = Carelet.configured(file).build()) {
            assertThat(carelet.partner("news"))
                    .contains(new Partner("news", List.of("https://news.example"), JsonLdRole.REFERENCE));
            assertThat(carelet.partner("club")).map(Partner::jsonLd).contains(JsonLdRole.NONE);
        }
    }

    @Test
    void aPartnerThatIsWrongIsNamed() {
        Path file = Clinics.write(folder.resolve("carelet.json"), """
                {"catalog": "clinic.json", "partners": {
                  "a": {"origins": [], "jsonLd": "all"}, "b": {"origin": []}, "c": {"origins": [], "jsonLd": 1}}}""");

        assertThatThrownBy(() -> Carelet.configured(file))
                .hasMessageContaining("/partners/a: 'all' is no role for JSON-LD")
                .hasMessageContaining("/partners/b/origin: is unknown")
                .hasMessageContaining("/partners/b: is no list of origins")
                .hasMessageContaining("/partners/c/jsonLd: is no text");
    }

    @Test
    void aDataSourceIsLookedUpInTheContainerOnlyAndNotBesideAStorage() {
        Path file = Clinics.write(folder.resolve("carelet.json"), """
                {"catalog": "clinic.json", "storage": "data", "dataSource": "java:comp/env/jdbc/carelet"}""");
        Path outside = Clinics.write(folder.resolve("outside.json"), """
                {"catalog": "clinic.json", "dataSource": "ldap://localhost:1/jdbc"}""");

        String expected = "' is no data source of this container: expected like java:comp/env/jdbc/carelet";
        assertThatThrownBy(() -> Carelet.configured(file))
                .hasMessageContaining(file + " /dataSource: 'java:comp/env/jdbc/carelet" + expected)
                .hasMessageContaining(file + " /dataSource: expected either this or a storage");
        assertThatThrownBy(() -> Carelet.configured(outside))
                .hasMessageContaining(outside + " /dataSource: 'ldap://localhost:1/jdbc" + expected);
    }

    @Test
    void aFileThatIsNoJsonIsNamedWithTheLine() {
        Path file = Clinics.write(folder.resolve("carelet.json"), "{\n\"keys\": hunter2\n}");

        assertThatThrownBy(() -> Carelet.configured(file)).hasMessage(file + " line 2: is not JSON");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("nowhere.json");

        assertThatThrownBy(() -> Carelet.configured(file)).hasMessage(file + " can't be read: NoSuchFileException");
    }

    @FuzzTest(maxDuration = "30s")
    void noFileCausesAnythingButAConfigurationException(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("carelet", ".json");
        try {
            Files.write(file, bytes);
            Carelet.configured(file);
        } catch (ConfigurationException e) {
            assertThat(e.problems()).isNotEmpty();
        } finally {
            Files.delete(file);
        }
    }
}
