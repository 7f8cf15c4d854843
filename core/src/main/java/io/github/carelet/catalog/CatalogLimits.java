package io.github.carelet.catalog;

/**
 * How much a catalogue may hold, so that a broken or hostile one can't take the host down. What goes beyond a limit is a
 * problem that names it; names of members and numbers have at most {@value #NAME} characters besides.
 *
 * @param files the most files of a catalogue
 * @param fileBytes the most bytes of a file
 * @param depth how many objects and arrays may enclose a value
 * @param nodes the most JSON values of a file
 * @param text the most characters (UTF-16) of a text: cleaning HTML can take a time that grows with the square of it
 * @param problems the most errors, and the most warnings, that are told
 */
public record CatalogLimits(int files, int fileBytes, int depth, int nodes, int text, int problems) {

    /** 1,000 files, 20 MB a file, 32 deep, 2 million values, 100,000 characters a text, 5,000 problems. */
    public static final CatalogLimits DEFAULT = new CatalogLimits(1_000, 20_000_000, 32, 2_000_000, 100_000, 5_000);

    static final int NAME = 1_000;

    private static final int DEEPEST = 500;

    /** Checks that each limit lets something through, and that the depth is one that a thread's stack bears. */
    public CatalogLimits {
        boolean open = files >= 1 && fileBytes >= 1 && depth >= 1 && nodes >= 1 && text >= 1 && problems >= 1;
        if (!open || depth > DEEPEST) {
            throw new IllegalArgumentException("no limits: " + files + " files, " + fileBytes + " bytes, depth " + depth
                    + ", " + nodes + " values, " + text + " characters, " + problems
                    + " problems; expected at least 1 of each, and a depth of at most " + DEEPEST);
        }
    }
}
