package io.github.carelet.catalog;

import io.github.carelet.catalog.Node.Members;
import io.github.carelet.catalog.Node.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a catalogue from a JSON file, or from a folder of such files merged in the order of their names. Finds every
 * problem in one pass. Immutable and safe for use by several threads.
 */
public final class CatalogReader {

    private final boolean sampleAllowed;
    private final CatalogLimits limits;
    private final InstantSource clock;

    private CatalogReader(boolean sampleAllowed, CatalogLimits limits, InstantSource clock) {
        this.sampleAllowed = sampleAllowed;
        this.limits = limits;
        this.clock = clock;
    }

    /** Returns a reader that refuses sample data. */
    public static CatalogReader strict() {
        return new CatalogReader(false, CatalogLimits.DEFAULT, InstantSource.system());
    }

    /** Returns a reader for demonstrations, which takes sample data as well. */
    public static CatalogReader withSamples() {
        return new CatalogReader(true, CatalogLimits.DEFAULT, InstantSource.system());
    }

    /** Returns the same reader with other limits. */
    public CatalogReader limits(CatalogLimits newLimits) {
        return new CatalogReader(sampleAllowed, newLimits, clock);
    }

    /** Returns the same reader with another clock, by which a review is overdue or not. */
    public CatalogReader clock(InstantSource newClock) {
        return new CatalogReader(sampleAllowed, limits, newClock);
    }

    /** Reads a file, or all files of a folder whose names end in {@code .json}. A file that can't be read is a problem like any other. */
    public CatalogReading read(Path fileOrFolder) {
        Problems problems = new Problems();
        List<CatalogFile> files = new ArrayList<>();
        for (Path path : paths(fileOrFolder, problems)) {
            file(fileOrFolder, path, problems).ifPresent(files::add);
        }
        return read(files, problems);
    }

    /** Reads files that are in memory already, merged in the given order. */
    public CatalogReading read(List<CatalogFile> files) {
        return read(files, new Problems());
    }

    private CatalogReading read(List<CatalogFile> files, Problems problems) {
        List<Fields> roots = new ArrayList<>();
        for (CatalogFile file : files) {
            new NodeParser(file, limits, problems).parse().ifPresent(root -> {
                if (root instanceof Members members) {
                    roots.add(new Fields(members, problems));
                } else {
                    problems.error(root, "a JSON object");
                }
            });
        }
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        Optional<Catalog> catalog = new CatalogAssembly(roots, problems, sampleAllowed, today).assemble();
        return new CatalogReading(problems.hasErrors() ? Optional.empty() : catalog, problems.all(), version(files));
    }

    private static List<Path> paths(Path fileOrFolder, Problems problems) {
        if (!Files.isDirectory(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        try (Stream<Path> entries = Files.list(fileOrFolder)) {
            List<Path> paths = entries.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (paths.isEmpty()) {
                problems.error(new Place(fileOrFolder.toString(), "", 0), "", "files whose names end in .json");
            }
            return paths;
        } catch (IOException e) {
            problems.error(
                    new Place(fileOrFolder.toString(), "", 0),
                    e.getClass().getSimpleName(),
                    "a folder that can be read");
            return List.of();
        }
    }

    private Optional<CatalogFile> file(Path root, Path path, Problems problems) {
        String name =
                root.equals(path) ? path.toString() : root.relativize(path).toString();
        try {
            if (Files.size(path) > limits.fileBytes()) {
                problems.error(
                        new Place(name, "", 0),
                        Files.size(path) + " bytes",
                        "at most " + limits.fileBytes() + " bytes");
                return Optional.empty();
            }
            return Optional.of(new CatalogFile(name, Files.readAllBytes(path)));
        } catch (IOException e) {
            problems.error(new Place(name, "", 0), e.getClass().getSimpleName(), "a file that can be read");
            return Optional.empty();
        }
    }

    /** The same files, in the same order, have the same version everywhere. */
    private static String version(List<CatalogFile> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach(file -> digest.update(digestOf(file)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] digestOf(CatalogFile file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file.content());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
