package io.github.carelet;

/**
 * How far the publishing of a catalogue has come.
 *
 * @param stage what is being done
 * @param done how much of it is done
 * @param total how much of it there is
 */
public record PublishProgress(Stage stage, int done, int total) {

    /** What is done, in this order. */
    public enum Stage {
        /** The source is read and checked. */
        READING,
        /** What follows from the catalogue is made: indexes, and the lists that were asked for before. */
        DERIVING,
        /** The catalogue is served from now on. */
        SERVING,
        /** It is kept for a start without its source. */
        KEEPING
    }
}
