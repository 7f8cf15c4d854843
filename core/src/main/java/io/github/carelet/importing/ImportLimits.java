package io.github.carelet.importing;

/**
 * How much a source may hold, so that a broken or hostile page can't take the program down.
 *
 * @param bytes the most bytes of a source
 * @param depth how many elements may enclose a text; what is deeper is read as if it stood at that depth
 * @param nodes the most tags, or lines of plain text, of a source
 */
public record ImportLimits(int bytes, int depth, int nodes) {

    /** 20 MB a source, 256 deep, 300,000 tags. */
    public static final ImportLimits DEFAULT = new ImportLimits(20_000_000, 256, 300_000);

    private static final int DEEPEST = 2_000;

    /** Checks that each limit lets something through. */
    public ImportLimits {
        if (bytes < 1 || nodes < 1 || depth < 8 || depth > DEEPEST) {
            throw new IllegalArgumentException("no limits: " + bytes + " bytes, " + nodes + " tags, depth " + depth
                    + "; expected at least 1 of each, and a depth of 8 to " + DEEPEST);
        }
    }
}
