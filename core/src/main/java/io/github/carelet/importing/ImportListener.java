package io.github.carelet.importing;

/** Hears how far an import is. An extension point; called by the importing thread. */
@FunctionalInterface
public interface ImportListener {

    /**
     * A source is done.
     *
     * @param done how many are, this one included
     * @param total how many there are
     * @param source its name
     * @param problem why it could not be read; empty if it could
     */
    void imported(int done, int total, String source, String problem);

    /** Returns one that does nothing. */
    static ImportListener none() {
        return (done, total, source, problem) -> {};
    }
}
