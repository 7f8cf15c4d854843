package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.source.Change;
import io.github.carelet.source.ChangeCursor;
import io.github.carelet.source.ChangePage;
import io.github.carelet.source.FileSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes over publications and restarts. */
class ChangesTest {

    @TempDir
    Path folder;

    @Test
    void aCursorGoesOnAfterARestartAlsoWhenTheCatalogueChangedMeanwhile() {
        Clinics.written(folder, "Maple");
        ChangeCursor cursor;
        try (Carelet carelet = kept()) {
            cursor = carelet.changes(Optional.empty(), 100).next();
            Clinics.written(folder, "Oak");
            carelet.reload();
        }
        Clinics.write(
                folder.resolve("clinic.json"),
                Clinics.named("Elm").replace("\"id\": \"visit\"", "\"id\": \"first-visit\""));
        try (Carelet carelet = kept()) {
            ChangePage page = carelet.changes(Optional.of(cursor), 100);
            assertThat(page.reset()).isFalse();
            assertThat(told(page))
                    .containsExactly(
                            "clinic maple changed",
                            "clinic maple changed",
                            "appointmentTypes first-visit added",
                            "appointmentTypes visit removed");
            cursor = page.next();
        }
        Clinics.write(folder.resolve("clinic.json"), "{");
        try (Carelet carelet = kept()) {
            assertThat(carelet.changes(Optional.of(cursor), 100).changes()).isEmpty();
            assertThat(carelet.changes(Optional.of(cursor), 100).reset()).isFalse();
        }
    }

    @Test
    void withNothingKeptACursorGoesOnWhileTheCatalogueIsTheSame() {
        Clinics.written(folder, "Maple");
        ChangeCursor cursor;
        try (Carelet carelet = forgetful()) {
            cursor = carelet.changes(Optional.empty(), 100).next();
        }
        try (Carelet carelet = forgetful()) {
            assertThat(carelet.changes(Optional.of(cursor), 100).reset()).isFalse();
        }
        Clinics.written(folder, "Oak");
        try (Carelet carelet = forgetful()) {
            assertThat(carelet.changes(Optional.of(cursor), 100).reset()).isTrue();
            assertThat(carelet.changes(Optional.of(cursor), 100).changes()).hasSize(3);
        }
    }

    @Test
    void aReloadThatIsRefusedChangesNothing() {
        Clinics.written(folder, "Maple");
        try (Carelet carelet = kept()) {
            ChangeCursor cursor = carelet.changes(Optional.empty(), 100).next();
            Clinics.write(folder.resolve("clinic.json"), "{");
            carelet.reload();
            assertThat(carelet.changes(Optional.of(cursor), 100).changes()).isEmpty();
        }
    }

    @Test
    void aLimitBelowOneIsRefused() {
        Clinics.written(folder, "Maple");
        try (Carelet carelet = forgetful()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> carelet.changes(Optional.empty(), 0))
                    .withMessageContaining("limit 0");
        }
    }

    private Carelet kept() {
        return builder().lastGood(folder.resolve("kept")).build();
    }

    private Carelet forgetful() {
        return builder().build();
    }

    private CareletBuilder builder() {
        return Carelet.builder(FileSource.of(folder.resolve("clinic.json"), CatalogReader.strict()))
                .contentOnly();
    }

    private static List<String> told(ChangePage page) {
        return page.changes().stream()
                .map((Change each) -> each.kind().key() + " " + each.id() + " "
                        + each.action().code())
                .toList();
    }
}
