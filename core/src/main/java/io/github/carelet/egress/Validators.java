package io.github.carelet.egress;

import java.util.Optional;

/**
 * What a server said to know a version by (RFC 9110, 8.8), to be asked with whether there is a newer one.
 *
 * @param etag the value of {@code ETag}, quotes included
 * @param lastModified the value of {@code Last-Modified}
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {

    /** Nothing is known: whatever is there is newer. */
    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

    /** Returns whether there is nothing to ask with. */
    public boolean isEmpty() {
        return etag.isEmpty() && lastModified.isEmpty();
    }
}
