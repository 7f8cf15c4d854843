package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogProblem;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.CatalogReading;
import io.github.carelet.egress.EgressTimeouts;
import io.github.carelet.egress.WebServer;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.source.CatalogSource;
import io.github.carelet.source.FileSource;
import io.github.carelet.source.HttpSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What serves when the source is down or broken, before and after a restart. */
@Timeout(120)
class LastGoodCatalogTest {

    private final LinkedBlockingQueue<Publication> reloads = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    @Test
    void afterARestartTheLastGoodOneServesWithTheProblemReported() {
        Clinics.written(folder, "Maple");
        Publication good = publishedOnce(file());
        Clinics.write(folder.resolve("clinic.json"), "{\"clinic\": ");

        try (Carelet carelet = open(file())) {
            assertThat(name(carelet.publication())).isEqualTo("Maple");
            assertThat(carelet.publication().version()).isEqualTo(good.version());
            assertThat(carelet.publication().isNewest()).isFalse();
            assertThat(carelet.publication().problems())
                    .anyMatch(each -> each.file().endsWith("clinic.json"));
            assertThat(carelet.health().publication().isNewest()).isFalse();
            assertThat(carelet.health().ok()).isTrue();

            Clinics.written(folder, "Oak");
            assertThat(carelet.reload().isNewest()).isTrue();
            assertThat(name(carelet.publication())).isEqualTo("Oak");
        }
        Clinics.write(folder.resolve("clinic.json"), "");
        assertThat(name(publishedOnce(file()))).isEqualTo("Oak");
    }

    @Test
    void whatIsTheSameAsBeforeIsReadOnce() {
        Clinics.written(folder, "Maple");
        assertThat(readsAtAStart()).as("for the first time").isEqualTo(1);
        assertThat(readsAtAStart()).as("the same again").isEqualTo(1);
        Clinics.written(folder, "Oak");
        assertThat(readsAtAStart()).as("the control: what was before, too").isEqualTo(2);
    }

    private int readsAtAStart() {
        AtomicInteger reads = new AtomicInteger();
        CatalogSource counted = new CatalogSource() {
            @Override
            public CatalogReading read() {
                reads.incrementAndGet();
                return file().read();
            }

            @Override
            public CatalogReading read(List<CatalogFile> files) {
                reads.incrementAndGet();
                return file().read(files);
            }

            @Override
            public String mark() {
                return file().mark();
            }
        };
        open(counted).close();
        return reads.get();
    }

    /** A form that is open names a version; what its patient was shown must follow from it. */
    @Test
    void wordsThatChangeUnderTheirVersionAreWarnedOfAtAReloadAndAtAStart() {
        agreeing("1", "You may write to me.");
        try (Carelet carelet = open(file())) {
            assertThat(consentProblems(carelet.publication())).isEmpty();
            agreeing("1", "You may write to me and call me.");
            assertThat(consentProblems(carelet.reload())).singleElement().satisfies(each -> {
                assertThat(each.severity()).isEqualTo(CatalogProblem.Severity.WARNING);
                assertThat(each.file()).endsWith("clinic.json");
                assertThat(each.toString())
                        .contains(
                                "/clinic/consent/version",
                                "'1'",
                                "a new version, since the words under it have changed");
            });
            assertThat(carelet.publication().isNewest()).as("it is used").isTrue();
            agreeing("2", "You may write to me, call me and text me.");
            assertThat(consentProblems(carelet.reload()))
                    .as("with a new version")
                    .isEmpty();
        }
        agreeing("2", "You may do anything.");
        assertThat(consentProblems(publishedOnce(file()))).hasSize(1);
        assertThat(consentProblems(publishedOnce(file()))).as("the same again").isEmpty();
    }

    private void agreeing(String version, String words) {
        Clinics.write(folder.resolve("clinic.json"), Clinics.agreeing(Clinics.named("Maple"), version, words));
    }

    private static List<CatalogProblem> consentProblems(Publication publication) {
        return publication.problems().stream()
                .filter(each -> each.check() == CatalogProblem.Check.CONSENT)
                .toList();
    }

    @Test
    void aStartWithABrokenOneAndNoneKeptIsRefused() throws IOException {
        Clinics.write(folder.resolve("clinic.json"), "{");
        assertThatThrownBy(() -> open(file())).isInstanceOf(InvalidCatalogException.class);
        assertThat(folder.resolve("kept")).doesNotExist();

        Files.createDirectories(folder.resolve("kept"));
        Files.writeString(folder.resolve("kept/catalog.zip"), "no zip at all");
        assertThatThrownBy(() -> open(file())).isInstanceOf(InvalidCatalogException.class);
    }

    @Test
    void withStorageItIsKeptThereUnasked() {
        Clinics.written(folder, "Maple");
        for (String expected : List.of("Maple", "Maple")) {
            try (Carelet carelet = Carelet.builder(file())
                    .storage(folder.resolve("data"))
                    .keys(KeyRing.loadOrCreate(folder.resolve("keys.json")))
                    .build()) {
                assertThat(name(carelet.publication())).isEqualTo(expected);
            }
            Clinics.write(folder.resolve("clinic.json"), "{");
        }
    }

    @Test
    void sampleDataThatWasKeptByADemonstrationIsNotServedOutsideOne() {
        Clinics.write(
                folder.resolve("clinic.json"),
                Clinics.named("Maple").replace("\"id\": \"maple\"", "\"id\": \"maple\", \"sample\": true"));
        publishedOnce(FileSource.of(folder.resolve("clinic.json"), CatalogReader.withSamples()));
        assertThatThrownBy(() -> open(file()))
                .isInstanceOfSatisfying(
                        InvalidCatalogException.class,
                        e -> assertThat(e.problems())
                                .extracting(CatalogProblem::pointer)
                                .contains("/clinic/sample"));
    }

    @Test
    void aServerThatIsDownAtTheStartAndComesBackIsNoticed() throws Exception {
        try (WebServer server = new WebServer()) {
            server.put("/c", 200, Clinics.named("Maple"), Map.of("ETag", "\"1\""));
            publishedOnce(http(server));
            server.put("/c", 503, "", Map.of());
            try (Carelet carelet = Carelet.builder(http(server))
                    .contentOnly()
                    .lastGood(folder.resolve("kept"))
                    .watch(Duration.ofMillis(20))
                    .onReload(reloads::add)
                    .build()) {
                assertThat(carelet.publication().problems())
                        .extracting(CatalogProblem::value)
                        .containsExactly("127.0.0.1 answered HTTP 503");
                assertThat(name(carelet.publication())).isEqualTo("Maple");

                server.put("/c", 200, Clinics.named("Oak"), Map.of("ETag", "\"2\""));
                assertThat(name(next())).isEqualTo("Oak");
                assertThat(carelet.publication().isNewest()).isTrue();

                server.put("/c", 500, "", Map.of());
                Publication stale = next();
                assertThat(stale.isNewest()).isFalse();
                assertThat(name(stale)).isEqualTo("Oak");
            }
            assertThat(reloads).as("the same failure is reported once").isEmpty();
        }
    }

    /** As editors, copies and deployments do it; after each the catalogue must be the one that is expected. */
    @Test
    void everyWayToChangeAFolderIsSeen() throws Exception {
        Path catalog = Files.createDirectories(folder.resolve("catalog"));
        Files.writeString(catalog.resolve("1.json"), Clinics.named("Maple"));
        try (Carelet carelet = Carelet.builder(FileSource.of(catalog, CatalogReader.strict()))
                .contentOnly()
                .watch(Duration.ofMillis(20))
                .onReload(reloads::add)
                .build()) {
            String location =
                    "{\"locations\": [{\"id\": \"%s\", \"name\": \"L\", \"address\": {\"street\": \"1\", \"city\": \"B\"}}]}";
            Files.writeString(catalog.resolve("2.tmp"), location.formatted("added"));
            Files.move(catalog.resolve("2.tmp"), catalog.resolve("2.json"), StandardCopyOption.ATOMIC_MOVE);
            awaitLocations(List.of("main", "added"));

            Files.writeString(catalog.resolve(".2.json.swp"), location.formatted("renamed"));
            Files.move(catalog.resolve(".2.json.swp"), catalog.resolve("2.json"), StandardCopyOption.REPLACE_EXISTING);
            awaitLocations(List.of("main", "renamed"));

            Files.writeString(
                    catalog.resolve("2.json"), location.formatted("half").substring(0, 30));
            assertThat(locations(nextStale())).containsExactly("main", "renamed");
            Files.writeString(catalog.resolve("2.json"), location.formatted("whole"));
            awaitLocations(List.of("main", "whole"));

            Files.delete(catalog.resolve("2.json"));
            awaitLocations(List.of("main"));

            Files.delete(catalog.resolve("1.json"));
            nextStale();
            assertThat(locations(carelet.publication())).containsExactly("main");
        }
    }

    /** A file may be seen while it is written; what counts is what is served in the end. */
    private void awaitLocations(List<String> expected) throws InterruptedException {
        Publication seen = next();
        while (!locations(seen).equals(expected) || !seen.isNewest()) {
            seen = next();
        }
    }

    private Publication nextStale() throws InterruptedException {
        Publication seen = next();
        while (seen.isNewest()) {
            seen = next();
        }
        return seen;
    }

    private Publication next() throws InterruptedException {
        Publication next = reloads.poll(30, TimeUnit.SECONDS);
        assertThat(next).as("a reload").isNotNull();
        return next;
    }

    private static List<String> locations(Publication publication) {
        return publication.catalog().locations().stream().map(each -> each.id()).toList();
    }

    private Publication publishedOnce(CatalogSource source) {
        try (Carelet carelet = open(source)) {
            return carelet.publication();
        }
    }

    private Carelet open(CatalogSource source) {
        return Carelet.builder(source)
                .contentOnly()
                .lastGood(folder.resolve("kept"))
                .build();
    }

    private CatalogSource file() {
        return FileSource.of(folder.resolve("clinic.json"), CatalogReader.strict());
    }

    private static CatalogSource http(WebServer server) {
        return HttpSource.of(server.at("/c"), CatalogReader.strict(), server.guard(), EgressTimeouts.standard());
    }

    private static String name(Publication publication) {
        return publication.catalog().clinic().name().in("en").value();
    }
}
