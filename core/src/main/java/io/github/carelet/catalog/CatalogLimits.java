package io.github.carelet.catalog;

/**
 * How much a catalogue may hold, so that a broken or hostile one can't take the host down.
 *
 * @param fileBytes the most bytes of a file
 * @param depth how many objects and arrays may enclose a value
 * @param nodes the most JSON values of a file
 */
public record CatalogLimits(int fileBytes, int depth, int nodes) {

    /** 20 MB a file, 32 deep, 2 million values. */
    public static final CatalogLimits DEFAULT = new CatalogLimits(20_000_000, 32, 2_000_000);

    private static final int DEEPEST = 500;

    /** Checks that each limit lets something through, and that the depth is one that a thread's stack bears. */
    public CatalogLimits {
        if (fileBytes < 1 || nodes < 1 || depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException("no limits: " + fileBytes + " bytes, " + nodes + " values, depth "
                    + depth + "; expected at least 1 of each, and a depth of at most " + DEEPEST);
        }
    }
}
