package io.github.carelet.egress;

/**
 * How much is put up with for the sake of one fetch.
 *
 * @param timeouts how long each server on the way has
 * @param bytes the most bytes of a body
 * @param redirects the most redirects that are followed, each to an address that the guard lets pass
 */
public record FetchLimits(EgressTimeouts timeouts, int bytes, int redirects) {

    private static final int MOST_REDIRECTS = 20;

    /** Checks that something can come through. */
    public FetchLimits {
        if (bytes < 1 || bytes == Integer.MAX_VALUE || redirects < 0 || redirects > MOST_REDIRECTS) {
            throw new IllegalArgumentException("no limits: " + bytes + " bytes, " + redirects
                    + " redirects; expected at least 1 byte, and 0 to " + MOST_REDIRECTS + " redirects");
        }
    }

    /** Returns the standard timeouts, 5 redirects, and this many bytes. */
    public static FetchLimits of(int bytes) {
        return new FetchLimits(EgressTimeouts.standard(), bytes, 5);
    }
}
