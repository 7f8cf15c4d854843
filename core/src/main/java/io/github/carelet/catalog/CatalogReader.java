package io.github.carelet.catalog;

import io.github.carelet.catalog.Node.Members;
import io.github.carelet.catalog.Node.Place;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads a catalogue from a JSON file, or from a folder of such files merged in the order of their names: lists are
 * joined, the clinic stands in one of them. Finds every problem in one pass and tells where it is; bad input is never an
 * exception. Immutable and safe for use by several threads.
 *
 * <p>An absent member, {@code null} and a blank text are the same. What is absent has these values:
 *
 * <ul>
 *   <li>clinic: an emergency line and a consent text that fit anywhere, an answer within a day;
 *   <li>location: the phone and the time zone of the clinic;
 *   <li>treatment, practitioner and appointment type: all locations; a kind or aspect is {@code other}, and what can be
 *       yes or no is unknown;
 *   <li>appointment type: mode {@code request}, a step of its duration, no buffers, no notice, a window of 60 days, a
 *       capacity of 1 in a pool of its own, all patients.
 * </ul>
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

    /** Returns a reader that refuses sample data, with the limits of {@link CatalogLimits#DEFAULT}. */
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

    /** Returns how much it reads at most. */
    public CatalogLimits limits() {
        return limits;
    }

    /**
     * Returns the same reader with another clock. All that it tells is on which day, at the clinic, a warning says that
     * a review is overdue.
     */
    public CatalogReader clock(InstantSource newClock) {
        return new CatalogReader(sampleAllowed, limits, newClock);
    }

    /**
     * Returns whether a file in a folder belongs to the catalogue there: its name ends in {@code .json}, does not start with
     * a dot, and is not {@code report.json}, which an import writes beside its draft.
     */
    public static boolean isPart(String fileName) {
        return fileName.endsWith(".json") && !fileName.startsWith(".") && !fileName.equals("report.json");
    }

    /**
     * Reads a file, or all files directly in a folder that are {@linkplain #isPart part of it}. A file that can't be read
     * is a problem like any other.
     */
    public CatalogReading read(Path fileOrFolder) {
        Problems problems = new Problems(limits.problems());
        return read(new CatalogFolder(fileOrFolder, limits, problems).files(), problems);
    }

    /** Reads files that are in memory already, merged in the given order. */
    public CatalogReading read(List<CatalogFile> files) {
        Problems problems = new Problems(limits.problems());
        if (files.size() <= limits.files()) {
            return read(files, problems);
        }
        problems.error(Place.root("", 0), files.size() + " files", "at most " + limits.files() + " files");
        problems.partlyRead();
        return read(files.subList(0, limits.files()), problems);
    }

    private CatalogReading read(List<CatalogFile> files, Problems problems) {
        List<Fields> roots = new ArrayList<>();
        for (CatalogFile file : files) {
            problems.file(file.name());
            new NodeParser(file, limits, problems).parse().ifPresent(root -> {
                if (root instanceof Members members) {
                    roots.add(new Fields(members, problems));
                } else {
                    problems.error(root, "a JSON object");
                }
            });
        }
        if (files.isEmpty() && !problems.hasErrors()) {
            problems.error(Place.root("", 0), "", "at least one file");
        }
        Optional<Catalog> catalog = new CatalogAssembly(roots, problems, sampleAllowed, clock.instant()).assemble();
        return new CatalogReading(catalog, problems.all(), version(files), files);
    }

    /** Names files by what is in them: the same contents, in the same order, have the same version everywhere. */
    public static String version(List<CatalogFile> files) {
        MessageDigest all = sha256();
        files.forEach(file -> all.update(sha256().digest(file.content())));
        return HexFormat.of().formatHex(all.digest(), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
