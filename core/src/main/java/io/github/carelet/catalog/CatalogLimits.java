package io.github.carelet.catalog;

/**
 * How much a catalogue may hold, so that a broken or hostile one can't take the host down.
 *
 * @param fileBytes the most bytes of a file
 * @param depth the deepest nesting of its JSON
 * @param nodes the most JSON values of a file
 */
public record CatalogLimits(int fileBytes, int depth, int nodes) {

    /** 20 MB a file, 32 deep, 2 million values. */
    public static final CatalogLimits DEFAULT = new CatalogLimits(20_000_000, 32, 2_000_000);
}
