package io.github.carelet.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {

    private static final String CLINIC = """
            {"clinic": {"id": "c", "name": "C", "phone": "+16265550100", "timeZone": "America/Los_Angeles",
              "languages": ["en"]}}
            """;
    private static final String LOCATION = """
            {"locations": [{"id": "a", "name": "A", "address": {"street": "1", "city": "B"}}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void aFolderIsReadAsItIsNow() throws IOException {
        FileSource source = source(folder);
        assertThat(source.read().catalog()).isEmpty();
        Files.writeString(folder.resolve("1.json"), CLINIC);
        Files.writeString(folder.resolve("2.json"), LOCATION);
        assertThat(source.read().catalog().orElseThrow().locations())
                .extracting(Location::id)
                .containsExactly("a");
    }

    @Test
    void theMarkStaysWhileNothingChanges() throws IOException {
        Files.writeString(folder.resolve("1.json"), CLINIC);
        String mark = source(folder).mark();
        source(folder).read();
        Files.writeString(folder.resolve("notes.txt"), "not a catalogue");
        Files.writeString(folder.resolve(".1.json.swp.json"), "not a catalogue");
        Files.writeString(folder.resolve("report.json"), "{\"sources\": []}");
        assertThat(source(folder).mark()).isEqualTo(mark);
        assertThat(source(folder).read().catalog()).isPresent();
    }

    @Test
    void theMarkDiffersWhenAFileComesGoesOrChanges() throws IOException {
        Path file = Files.writeString(folder.resolve("1.json"), CLINIC);
        String before = source(folder).mark();
        Path second = Files.writeString(folder.resolve("2.json"), LOCATION);
        assertThat(source(folder).mark()).isNotEqualTo(before);
        Files.delete(second);
        assertThat(source(folder).mark()).isEqualTo(before);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-23T12:00:00.123456Z")));
        String touched = source(folder).mark();
        assertThat(touched).isNotEqualTo(before);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-23T12:00:00.123457Z")));
        assertThat(source(folder).mark()).isNotEqualTo(touched);
        Files.writeString(file, CLINIC + " ");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-23T12:00:00.123456Z")));
        assertThat(source(folder).mark()).isNotEqualTo(touched);
    }

    @Test
    void theMarkDiffersWhenAFileIsReplacedByOneOfTheSameSizeAndTime() throws IOException {
        FileTime time = FileTime.from(Instant.parse("2026-11-23T12:00:00Z"));
        Path file = Files.writeString(folder.resolve("1.json"), CLINIC);
        Files.setLastModifiedTime(file, time);
        String before = source(file).mark();
        Path other = Files.writeString(folder.resolve("1.tmp"), CLINIC.replace("\"C\"", "\"D\""));
        Files.setLastModifiedTime(other, time);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(source(file).mark()).isNotEqualTo(before);
    }

    @Test
    void nothingThereHasAMarkAsWell() throws IOException {
        Path file = folder.resolve("1.json");
        String before = source(file).mark();
        assertThat(source(file).mark()).isEqualTo(before);
        assertThat(source(file).read().errors()).hasSize(1);
        Files.writeString(file, CLINIC);
        assertThat(source(file).mark()).isNotEqualTo(before);
        assertThat(source(file).read().catalog()).isPresent();
    }

    private static FileSource source(Path path) {
        return FileSource.of(path, CatalogReader.strict());
    }
}
