package io.github.carelet.source;

import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.CatalogReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A catalogue in a file, or in the files of a folder that are {@linkplain CatalogReader#isPart part of it}. Safe for use by several threads. */
public final class FileSource implements CatalogSource {

    private final Path fileOrFolder;
    private final CatalogReader reader;

    private FileSource(Path fileOrFolder, CatalogReader reader) {
        this.fileOrFolder = fileOrFolder;
        this.reader = reader;
    }

    /** Returns the catalogue in a file or folder, which need not be there yet. */
    public static FileSource of(Path fileOrFolder, CatalogReader reader) {
        return new FileSource(fileOrFolder, reader);
    }

    @Override
    public CatalogReading read() {
        return reader.read(fileOrFolder);
    }

    @Override
    public CatalogReading read(List<CatalogFile> files) {
        return reader.read(files);
    }

    /** Names, sizes, times and, where the file system has them, keys of the files: cheap, and different after a move. */
    @Override
    public String mark() {
        return files().stream().map(FileSource::mark).collect(Collectors.joining("\n"));
    }

    private List<Path> files() {
        if (!Files.isDirectory(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        try (Stream<Path> entries = Files.list(fileOrFolder)) {
            return entries.filter(each -> CatalogReader.isPart(String.valueOf(each.getFileName())))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // reading says why
        }
    }

    private static String mark(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return file + " " + attributes.size() + " "
                    + attributes.lastModifiedTime().toInstant() + " " + attributes.fileKey();
        } catch (IOException e) {
            return file + " " + e.getClass().getSimpleName();
        }
    }
}
