package io.github.carelet.catalog;

import java.nio.file.Path;

/**
 * Reads a catalogue from a JSON file, or from a folder of such files merged in the order of their names. Finds every
 * problem in one pass. Immutable and safe for use by several threads.
 */
public final class CatalogReader {

    private final boolean sampleAllowed;

    private CatalogReader(boolean sampleAllowed) {
        this.sampleAllowed = sampleAllowed;
    }

    /** Returns a reader that refuses sample data. */
    public static CatalogReader strict() {
        return new CatalogReader(false);
    }

    /** Returns a reader for demonstrations, which takes sample data as well. */
    public static CatalogReader withSamples() {
        return new CatalogReader(true);
    }

    /** Reads a file or a folder. A file that can't be read is a problem like any other. */
    public CatalogReading read(Path fileOrFolder) {
        throw new UnsupportedOperationException("not yet: " + fileOrFolder + sampleAllowed);
    }
}
