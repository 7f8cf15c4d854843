package io.github.carelet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.catalog.CatalogFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastGoodTest {

    private static final CatalogFile ONE = file("1.json", "{\"a\": \"grüezi\"}");
    private static final CatalogFile TWO = file("https://clinic.example", "");

    @TempDir
    private Path folder;

    @Test
    void whatWasKeptIsThereInItsOrder() throws IOException {
        LastGood lastGood = LastGood.in(folder.resolve("a/b"));
        assertThat(lastGood.read()).isEmpty();
        for (List<CatalogFile> files : List.of(List.of(ONE, TWO), List.of(TWO, ONE), List.of(ONE, ONE))) {
            lastGood.keep(files);
            assertThat(LastGood.in(folder.resolve("a/b")).read().orElseThrow().files())
                    .isEqualTo(files);
        }
        assertThat(names(folder.resolve("a/b"))).containsExactly("catalog.zip");
    }

    @Test
    void whatCannotBeWrittenLeavesTheOldOne() throws IOException {
        LastGood lastGood = LastGood.in(folder);
        lastGood.keep(List.of(ONE));
        String tooLong = "x".repeat(70_000);
        assertThatThrownBy(() -> lastGood.keep(List.of(file(tooLong, "{}")))).isInstanceOf(Exception.class);
        assertThat(lastGood.read().orElseThrow().files()).containsExactly(ONE);
        assertThat(names(folder)).containsExactly("catalog.zip");
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
        LastGood lastGood = LastGood.in(folder);
        lastGood.keep(List.of(ONE));
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
