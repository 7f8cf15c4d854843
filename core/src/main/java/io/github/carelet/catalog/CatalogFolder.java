package io.github.carelet.catalog;

import io.github.carelet.catalog.Node.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a catalogue on disk, one or a folder of them. Used once. */
final class CatalogFolder {

    private final Path root;
    private final CatalogLimits limits;
    private final Problems problems;

    CatalogFolder(Path root, CatalogLimits limits, Problems problems) {
        this.root = root;
        this.limits = limits;
        this.problems = problems;
    }

    /** Returns the files that can be read, in the order of their names; the others are problems. */
    List<CatalogFile> files() {
        List<CatalogFile> files = new ArrayList<>();
        for (Path path : paths()) {
            String name = path.equals(root) ? path.toString() : named(path);
            problems.file(name);
            read(name, path).ifPresent(files::add);
        }
        return files;
    }

    private List<Path> paths() {
        if (!Files.isDirectory(root)) {
            return List.of(root);
        }
        try (Stream<Path> entries = Files.list(root)) {
            List<Path> paths = entries.filter(each -> CatalogReader.isPart(named(each)))
                    .sorted(Comparator.comparing(CatalogFolder::named))
                    .toList();
            if (paths.isEmpty()) {
                refuse(root.toString(), "", "a folder with files whose names end in .json");
            }
            if (paths.size() > limits.files()) {
                refuse(root.toString(), paths.size() + " files", "at most " + limits.files() + " files");
            }
            return paths.subList(0, Math.min(paths.size(), limits.files()));
        } catch (IOException | UncheckedIOException e) {
            refuse(root.toString(), e.getClass().getSimpleName(), "a folder that can be read");
            return List.of();
        }
    }

    private Optional<CatalogFile> read(String name, Path path) {
        if (!Files.isRegularFile(path)) {
            return refuse(name, Files.exists(path) ? "no file" : "nothing there", "a file or a folder of files");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(limits.fileBytes());
            return in.read() < 0
                    ? Optional.of(new CatalogFile(name, content))
                    : refuse(name, Files.size(path) + " bytes", "at most " + limits.fileBytes() + " bytes");
        } catch (IOException e) {
            return refuse(name, e.getClass().getSimpleName(), "a file that can be read");
        }
    }

    private Optional<CatalogFile> refuse(String name, String value, String expected) {
        problems.error(Place.root(name, 0), value, expected);
        problems.partlyRead();
        return Optional.empty();
    }

    private static String named(Path path) {
        return String.valueOf(path.getFileName());
    }
}
