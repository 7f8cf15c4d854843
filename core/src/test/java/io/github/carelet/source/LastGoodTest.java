package io.github.carelet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.catalog.CatalogFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastGoodTest {

    private static final CatalogFile ONE = file("1.json", "{\"a\": \"grüezi\"}");
    private static final ChangeLog LOG = new ChangeLog(
            "a1",
            "b2",
            LocalDate.of(2026, 11, 23),
            7,
            List.of(new Change(
                    Change.Kind.TREATMENT,
                    "pt",
                    Change.Action.WITHDRAWN,
                    Instant.EPOCH,
                    "b2",
                    Set.of(Change.Matter.WITHDRAWN, Change.Matter.RISKS))),
            Map.of("b2", 7L));
    private static final CatalogFile TWO = file("https://clinic.example", "");

    @TempDir
    private Path folder;

    @Test
    void whatWasKeptIsThereInItsOrder() throws IOException {
        LastGood lastGood = LastGood.in(folder.resolve("a/b"));
        assertThat(lastGood.read()).isEmpty();
        for (List<CatalogFile> files : List.of(List.of(ONE, TWO), List.of(TWO, ONE), List.of(ONE, ONE))) {
            lastGood.keep(files, LOG);
            assertThat(LastGood.in(folder.resolve("a/b")).read().orElseThrow().files())
                    .isEqualTo(files);
        }
        assertThat(names(folder.resolve("a/b"))).containsExactly("catalog.zip");
        assertThat(lastGood.read().orElseThrow().changes())
                .usingRecursiveComparison()
                .isEqualTo(LOG);
    }

    @Test
    void whatCannotBeWrittenLeavesTheOldOne() throws IOException {
        LastGood lastGood = LastGood.in(folder);
        lastGood.keep(List.of(ONE), LOG);
        String tooLong = "x".repeat(70_000);
        assertThatThrownBy(() -> lastGood.keep(List.of(file(tooLong, "{}")), LOG))
                .isInstanceOf(Exception.class);
        assertThat(lastGood.read().orElseThrow().files()).containsExactly(ONE);
        assertThat(names(folder)).containsExactly("catalog.zip");
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
        LastGood lastGood = LastGood.in(folder);
        lastGood.keep(List.of(ONE), LOG);
        byte[] bytes = Files.readAllBytes(folder.resolve("catalog.zip"));
        bytes[45] ^= 0x55;
        Files.write(folder.resolve("catalog.zip"), bytes);
        assertThatThrownBy(lastGood::read).isInstanceOf(IOException.class);
        Files.write(folder.resolve("catalog.zip"), new byte[] {1, 2, 3});
        assertThatThrownBy(lastGood::read).isInstanceOf(IOException.class);
    }

    private static CatalogFile file(String name, String content) {
        return new CatalogFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(each -> each.getFileName().toString()).toList();
        }
    }
}
