package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.Closure;
import io.github.carelet.booking.Closure.Draft;
import io.github.carelet.booking.Closure.Place;
import io.github.carelet.booking.ClosureOutcome.Done;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.source.FileSource;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the clinic closes goes into the catalogue that is served, and stays there whatever else happens. */
class ClosuresEverywhereTest {

    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);

    @TempDir
    Path folder;

    private final KeyRing keys = KeyRing.ephemeral();

    private Carelet open(Path file) {
        return Carelet.builder(FileSource.of(file, CatalogReader.strict()))
                .storage(folder.resolve("data"))
                .keys(keys)
                .clock(() -> Instant.parse("2026-11-23T18:00:00Z"))
                .build();
    }

    private static boolean isClosed(Carelet carelet) {
        return carelet.publication()
                .catalog()
                .location("main")
                .orElseThrow()
                .hours()
                .orElseThrow()
                .on(CHRISTMAS)
                .isEmpty();
    }

    @Test
    void closedIsClosedUntilItIsOpenedAgainAlsoAfterANewCatalogueAndARestart() {
        Path file = Clinics.write(folder.resolve("clinic.json"), withHours("Maple"));
        String cursor;
        String before;
        Closure closure;
        try (Carelet carelet = open(file)) {
            before = carelet.publication().version();
            assertThat(isClosed(carelet)).isFalse();
            Draft draft = new Draft(new Place("main"), CHRISTMAS, CHRISTMAS, Optional.empty(), Optional.of("Holiday"));
            closure = ((Done) carelet.closures().orElseThrow().close(draft, "Kim")).closure();
            assertThat(isClosed(carelet)).isTrue();
            assertThat(carelet.publication().version()).isNotEqualTo(before).hasSameSizeAs(before);
            assertThat(carelet.audit()
                            .orElseThrow()
                            .latest(Long.MAX_VALUE, 1)
                            .get(0)
                            .event()
                            .detail())
                    .isEqualTo("closed main 2026-12-25 2026-12-25");
            Clinics.write(file, withHours("Oak"));
            carelet.reload();
            assertThat(isClosed(carelet)).isTrue();
            cursor = carelet.changes(Optional.empty(), 100).version();
            assertThat(cursor).isEqualTo(carelet.publication().version());
        }
        try (Carelet carelet = open(file)) {
            assertThat(isClosed(carelet)).isTrue();
            assertThat(carelet.publication().version()).isEqualTo(cursor);
            carelet.closures().orElseThrow().open(closure.id(), "Kim");
            assertThat(isClosed(carelet)).isFalse();
            Clinics.write(file, "{broken");
            assertThat(carelet.reload().isNewest()).isFalse();
            assertThat(isClosed(carelet)).isFalse();
        }
    }

    @Test
    void aNewReadingThatIsRefusedKeepsTheClosures() {
        Path file = Clinics.write(folder.resolve("clinic.json"), withHours("Maple"));
        try (Carelet carelet = open(file)) {
            Draft draft = new Draft(new Place("main"), CHRISTMAS, CHRISTMAS, Optional.empty(), Optional.empty());
            carelet.closures().orElseThrow().close(draft, "Kim");
            Clinics.write(file, "{broken");
            carelet.reload();
            assertThat(isClosed(carelet)).isTrue();
            assertThat(carelet.publication().isNewest()).isFalse();
        }
    }

    @Test
    void whatIsMadeOfTheCatalogueIsMadeAnew() {
        Path file = Clinics.write(folder.resolve("clinic.json"), withHours("Maple"));
        try (Carelet carelet = open(file)) {
            Derived<Integer> exceptions = Derived.of(
                    carelet,
                    publication -> publication
                            .catalog()
                            .location("main")
                            .orElseThrow()
                            .hours()
                            .orElseThrow()
                            .exceptions()
                            .size());
            assertThat(exceptions.get()).isZero();
            Draft draft = new Draft(new Place("main"), CHRISTMAS, CHRISTMAS, Optional.empty(), Optional.empty());
            carelet.closures().orElseThrow().close(draft, "Kim");
            assertThat(exceptions.get()).isEqualTo(1);
        }
    }

    private static String withHours(String name) {
        return Clinics.named(name)
                .replace(
                        "\"name\": \"Main\",",
                        "\"name\": \"Main\", \"hours\": {\"weekly\": {\"fri\": [\"08:00-17:00\"]}},");
    }
}
