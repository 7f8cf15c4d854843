package io.github.carelet.egress;

import java.net.URI;
import java.util.Optional;

/** What came of fetching something. */
public sealed interface Fetched {

    /**
     * It is here.
     *
     * @param address where it was in the end, after redirects
     * @param contentType the value of {@code Content-Type}, parameters included
     * @param bytes all of it; not to be changed by anybody
     * @param validators what to ask with the next time
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Body(URI address, Optional<String> contentType, byte[] bytes, Validators validators) implements Fetched {

        @Override
        public String toString() {
            return "Body[" + bytes.length + " bytes]";
        }
    }

    /** There is nothing newer than what was asked with. */
    record Unchanged() implements Fetched {}

    /**
     * It could not be had.
     *
     * @param reason why, for whoever runs this; never the path or query of an address, which may hold a secret
     */
    record Failed(String reason) implements Fetched {}
}
